package id.alur.examserversync;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What the dashboard of CBTSync says of the server (ES-10, ES-11), each with what it means for the proctor.
 *
 * <p>The wordings are those of the source, of pages of 2021 and of clones; CBTSync itself has published none. Whatever is
 * not exactly one of them is {@link #UNKNOWN}, for a person to look at.
 */
enum Dashboard {

  ACTIVE(Heading.NONE, "\\baktif\\b|\\bsiap digunakan\\b",
      "Dashboard Aktif: server siap melakukan sinkronisasi."),
  STANDBY_MATCHING(Heading.STANDBY, "\\bsn sudah (?:sesuai|terdaftar)\\b",
      "Dashboard StandBy: akses ke server pusat masih ditutup dan data SN sudah sesuai. Jangan mulai sinkronisasi. Lihat "
          + "kembali jadwal sinkronisasi, lalu tunggu sampai dashboard Aktif."),
  MISMATCH(Heading.ANY, "\\b(?:sn|id server)(?: sudah)? tidak sesuai\\b",
      "ID Server atau SN tidak sesuai dengan data server pusat. Jangan lanjutkan. Pastikan ini mesin yang dipakai untuk tes, "
          + "lalu cocokkan ID Server dengan menu ID Sinkronisasi di web UBK."),
  NOT_CONNECTED(Heading.OFFLINE, "\\btidak terkoneksi\\b",
      "CBTSync tidak terhubung ke server pusat. Data di server ini tidak berubah. Periksa sambungan internet server, lalu "
          + "lihat dashboard lagi."),
  SWITCHED_OFF(Heading.OFFLINE, "\\bserver non ?aktif\\b",
      "Server ini dinonaktifkan di server pusat. Jangan lanjutkan. Laporkan ke pusat, lalu lihat dashboard lagi setelah ada "
          + "jawaban."),
  UNKNOWN(Heading.ANY, "(?!)",
      "Tulisan ini tidak menunjukkan tepat satu keadaan dashboard, jadi belum ada yang dilanjutkan. Buka dashboard di layar "
          + "server, lalu salin lagi seluruh tulisan keadaannya.");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DENIED =
      Pattern.compile("\\b(?:non|tidak|belum|bukan|tanpa|jangan|apakah)\\b(?: [\\p{L}\\p{N}]+){0,3}");

  private static final Pattern SERIAL_NUMBER =
      Pattern.compile("(?i)\\b(?:SN|serial number|nomor seri)\\s*[:=]\\s*([A-Z0-9-]+)");

  private final Heading heading;
  private final Pattern wording;
  private final String sentence;

  Dashboard(Heading heading, String wording, String sentence) {
    this.heading = heading;
    this.wording = Pattern.compile(wording);
    this.sentence = sentence;
  }

  /** The state and what to do next, for the proctor. */
  String sentence() {
    return sentence;
  }

  /** The state that {@code page} tells, typed, pasted, or as HTML; {@link #UNKNOWN} if it is not exactly one. */
  static Dashboard read(String page) {
    String words = wordsOf(page);
    List<Dashboard> told = Arrays.stream(values()).filter(state -> state.isToldIn(words)).toList();
    return told.size() == 1 && told.get(0).heading.fits(words) ? told.get(0) : UNKNOWN;
  }

  /** The serial number (SN) that {@code page} labels as such; empty if it shows none. */
  static Optional<SerialNumber> serialNumberOn(String page) {
    Matcher shown = SERIAL_NUMBER.matcher(Jsoup.parse(page).text());
    return shown.find() ? SerialNumber.of(shown.group(1)) : Optional.empty();
  }

  private boolean isToldIn(String words) {
    // "aktif" alone says so little that what is denied must not count
    return wording.matcher(this == ACTIVE ? DENIED.matcher(words).replaceAll(" ") : words).find();
  }

  private static String wordsOf(String page) {
    String text = page == null ? "" : Normalizer.normalize(Jsoup.parse(page).text(), Normalizer.Form.NFKC);
    return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT).replaceAll("\\p{Cf}", "")).replaceAll(" ");
  }

  /** What stands above the wording, and must not contradict it. */
  private enum Heading {
    NONE, STANDBY, OFFLINE, ANY;

    private static final Pattern STANDBY_WORDS = Pattern.compile("\\bstand ?by\\b|\\bserver pusat di ?tutup\\b");
    private static final Pattern OFFLINE_WORDS = Pattern.compile("\\boff ?line\\b");

    boolean fits(String words) {
      boolean standby = STANDBY_WORDS.matcher(words).find();
      boolean offline = OFFLINE_WORDS.matcher(words).find();
      return switch (this) {
        case NONE -> !standby && !offline;
        case STANDBY -> standby && !offline;
        case OFFLINE -> !standby;
        case ANY -> !(standby && offline);
      };
    }
  }
}
