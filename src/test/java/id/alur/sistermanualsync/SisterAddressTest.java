package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Sop("MS-4")
class SisterAddressTest {

  @ParameterizedTest
  @CsvSource({
      "https://sister.contoh.ac.id,                    https://sister.contoh.ac.id",
      "sister.contoh.ac.id,                            https://sister.contoh.ac.id",
      "http://sister.contoh.ac.id,                     http://sister.contoh.ac.id",
      "https://sister.contoh.ac.id/,                   https://sister.contoh.ac.id",
      "https://sister.contoh.ac.id/autosync,           https://sister.contoh.ac.id",
      "https://sister.contoh.ac.id/autosync/,          https://sister.contoh.ac.id",
      "sister.contoh.ac.id/autosync,                   https://sister.contoh.ac.id",
      "HTTPS://SISTER.Contoh.AC.ID/AutoSync,           https://sister.contoh.ac.id",
      "https:/192.0.2.10/autosync,                     https://192.0.2.10",
      "http:/sister.contoh.ac.id,                      http://sister.contoh.ac.id",
      "192.0.2.10,                                     https://192.0.2.10",
      "192.0.2.10:8443/autosync,                       https://192.0.2.10:8443",
      "sister.contoh.ac.id:8443,                       https://sister.contoh.ac.id:8443",
      "http://sister.contoh.ac.id:1,                   http://sister.contoh.ac.id:1",
      "http://sister.contoh.ac.id:65535,               http://sister.contoh.ac.id:65535",
      "http://sister.contoh.ac.id:00080,               http://sister.contoh.ac.id:80",
      "https://sister-2.universitas-contoh.ac.id,      https://sister-2.universitas-contoh.ac.id",
      "https://sister.universität.ac.id,               https://sister.xn--universitt-y5a.ac.id",
      "https://sister.xn--universitt-y5a.ac.id,        https://sister.xn--universitt-y5a.ac.id",
      "https://[2001:DB8::10]:8443/autosync,           https://[2001:db8::10]:8443",
      "[::ffff:192.0.2.10],                            https://[::ffff:192.0.2.10]"})
  void bringsWhatPeopleTypeIntoOneForm(String typed, String base) {
    assertThat(SisterAddress.refusalOf(typed)).isNull();
    assertThat(SisterAddress.of(typed)).map(SisterAddress::base).contains(base);
  }

  @Test
  void appendsAutosyncForTheSignIn() {
    assertThat(SisterAddress.of("https:/192.0.2.10/")).map(SisterAddress::signInLink)
        .contains("https://192.0.2.10/autosync");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void asksForAnAddressWhereThereIsNone(String typed) {
    assertRefused(typed, "Isi alamat SISTER PT Anda");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https://admin:rahasia@sister.contoh.ac.id", "admin@sister.contoh.ac.id",
      "https://sister.contoh.ac.id@192.0.2.10", "https://sister.contoh.ac.id/@autosync", "javascript:alert('@')"})
  void refusesCredentials(String typed) {
    assertRefused(typed, "Jangan menulis username atau password");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https://sister.con\u200btoh.ac.id", "https://sister.contoh.ac.id\u200d", "\ufeffhttps://sister.contoh.ac.id",
      "https://\u202esister.contoh.ac.id", "https://\u2066sister.contoh.ac.id", "https://sis\u00adter.contoh.ac.id",
      "https://sister contoh.ac.id", "https://sister.contoh.ac.id /autosync", "https://sister.contoh.ac.id\u00a0",
      "https://sister.contoh.ac.id\nhttps://192.0.2.10", "https://sister.contoh.ac.id\u0000",
      "https://sis\u2028ter.ac.id"})
  void refusesWhatCannotBeSeen(String typed) {
    assertRefused(typed, "karakter yang tidak terlihat");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "file:///etc/passwd", "file://sister.contoh.ac.id", "ftp://sister.contoh.ac.id", "javascript:alert(1)",
      "data:text/html,halo", "mailto:sister.contoh.ac.id", "HTTPS:///sister.contoh.ac.id", "https:sister.contoh.ac.id",
      "view-source:https://sister.contoh.ac.id", "https:"})
  void refusesAnythingButHttp(String typed) {
    assertRefused(typed, "harus diawali http:// atau https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // other places than /autosync
      "https://sister.contoh.ac.id?ke=1", "https://sister.contoh.ac.id/autosync?ke=1",
      "https://sister.contoh.ac.id#atas", "https://sister.contoh.ac.id/autosync#atas",
      "https://sister.contoh.ac.id/login", "https://sister.contoh.ac.id//autosync",
      "https://sister.contoh.ac.id/autosync/autosync", "https://sister.contoh.ac.id/autosync/..",
      "https://sister.contoh.ac.id\\autosync", "//sister.contoh.ac.id", "/autosync",
      // ports
      "https://sister.contoh.ac.id:0", "https://sister.contoh.ac.id:65536", "https://sister.contoh.ac.id:99999999999",
      "sister.contoh.ac.id:", "sister.contoh.ac.id:80a", "https://sister.contoh.ac.id:-1",
      "https://sister.contoh.ac.id:٨٠",
      // hosts
      "256.1.1.1", "2130706433", "127.1", "0x7f.0.0.1", "192.0.2.010", "192.0.2.10.", "1.2.3.4.5", "１９２.0.2.10",
      "localhost", "sister", "sister.contoh.ac.id.", "sister..ac.id", ".ac.id", "-sister.ac.id", "sister-.ac.id",
      "sister_pt.ac.id", "sister.contoh.ac.1d", "sister%2econtoh.ac.id", "sister.contoh.ac.id／autosync",
      "https://https://sister.contoh.ac.id",
      "[::1", "::1", "[]", "[1:2]", "[fe80::1%25eth0]", "[sister.contoh.ac.id]", "https://", "https:/", "\ud800.ac.id"})
  void refusesWhatIsNoDomainOrIpAddress(String typed) {
    assertRefused(typed, "Alamat ini tidak dapat dipakai");
  }

  @Test
  void refusesADomainThatIsLongerThanDomainsCanBe() {
    assertRefused("a".repeat(64) + ".ac.id", "Alamat ini tidak dapat dipakai");
    assertRefused("a.".repeat(2_000) + "id", "Alamat ini tidak dapat dipakai");
  }

  /** Whatever is typed: no exception, and an accepted address is in its final form and leads nowhere else. */
  @Test
  void acceptsNothingButAPlainPlaceOnTheWeb() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long accepted = IntStream.range(0, 50_000)
        .filter(round -> isAcceptedOnlyInItsFinalForm(anything(random), "seed " + seed + ", round " + round))
        .count();
    assertThat(accepted).as("seed %d: the generator also makes good addresses", seed).isGreaterThan(100);
  }

  private static boolean isAcceptedOnlyInItsFinalForm(String typed, String seed) {
    SisterAddress.of(typed).ifPresent(address -> {
      assertThat(address.base()).as("%s: %s", seed, typed).matches("https?://[a-z0-9.:\\[\\]-]+");
      assertThat(SisterAddress.of(address.base())).as("%s: %s", seed, typed).contains(address);
      assertThat(SisterAddress.of(address.signInLink())).as("%s: %s", seed, typed).contains(address);
    });
    return SisterAddress.of(typed).isPresent();
  }

  private static String anything(Random random) {
    List<String> pieces = List.of("http", "https", "HTTPS", ":", "/", "//", "://", ":/", "sister", "contoh", "ac", "id",
        ".", ".", "ac.id", "sister.contoh.ac.id", "192.0.2.10", "[2001:db8::1]", "[", "]", "::", ":8443", ":0",
        "autosync", "/autosync", "@", "?", "#", "%", "\\", " ", "-", "xn--", "ä", "ß", "。", "／", "０", "\u200b",
        "\u202e", "\ud83d", "1", "0x7f",
        Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
    return random.ints(1 + random.nextInt(7), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
  }

  private static void assertRefused(String typed, String sentence) {
    assertThat(SisterAddress.refusalOf(typed)).as("%s", typed).contains(sentence);
    assertThat(SisterAddress.of(typed)).isEmpty();
  }
}
