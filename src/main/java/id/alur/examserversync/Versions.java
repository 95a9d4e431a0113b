package id.alur.examserversync;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The versions that an exam round wants; any other one is refused, older or newer (ES-3, ES-6).
 *
 * @param admin of ExambrowserCBTSync Admin
 * @param cbtSync of CBTSync, after patching
 */
record Versions(
    @Name("admin-version") @DefaultValue(SOURCE_ADMIN) String admin,
    @Name("cbt-sync-version") @DefaultValue(SOURCE_CBT_SYNC) String cbtSync) {

  private static final String SOURCE_ADMIN = "50.170406";
  private static final String SOURCE_CBT_SYNC = "5.1.0";

  /** Those that the source names. */
  static final Versions OF_SOURCE = new Versions(SOURCE_ADMIN, SOURCE_CBT_SYNC);

  private static final Pattern WRITTEN = Pattern.compile(
      "(?:exam ?browser ?)?(?:cbt ?sync ?)?(?:web ?|admin ?)?(?:version|versi|v)?[ .:]*(\\d+(?:\\.\\d+)*)");
  private static final int LONGEST_QUOTE = 30;

  /** Why {@code found}, typed or read, is not the wanted version of ExambrowserCBTSync Admin; empty if it is. */
  Optional<String> refusalOfAdmin(String found) {
    return refusalOf(found, admin, "ExambrowserCBTSync Admin", "Jangan lanjutkan dengan versi lain: pasang versi " + admin
        + ", lalu buka lagi.");
  }

  /** Why {@code found}, typed or read, is not the wanted version of CBTSync; empty if it is. */
  Optional<String> refusalOfCbtSync(String found) {
    return refusalOf(found, cbtSync, "CBTSync", "Patching belum berhasil: ulangi sampai CBTSync menampilkan versi " + cbtSync
        + ".");
  }

  private static Optional<String> refusalOf(String found, String wanted, String product, String remedy) {
    if (found == null || found.isBlank()) {
      return Optional.of("Isi versi " + product + " seperti yang tampil di layar server.");
    }
    return normal(found).filter(wanted::equals).isPresent() ? Optional.empty() : Optional.of(
        "Versi " + product + " harus " + wanted + "; yang tercatat \"" + quote(found) + "\". " + remedy);
  }

  /** The bare number: people copy it with a "v", a word or the product's name in front. */
  private static Optional<String> normal(String found) {
    Matcher written = WRITTEN.matcher(Normalizer.normalize(found, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    return written.matches() ? Optional.of(written.group(1)) : Optional.empty();
  }

  private static String quote(String found) {
    String text = found.strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
