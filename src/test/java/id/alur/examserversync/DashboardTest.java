package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Sop({"ES-10", "ES-11"})
class DashboardTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ACTIVE           | Aktif
      ACTIVE           | AKTIF
      ACTIVE           | Dashboard: Aktif.
      ACTIVE           | CBTSync Aktif, Sinkronisasi Siap Digunakan
      ACTIVE           | AKTIF CBTsync siap digunakan
      STANDBY_MATCHING | StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai
      STANDBY_MATCHING | STANDBY akses server pusat ditutup, data SN sudah sesuai
      STANDBY_MATCHING | Stand By - Akses ke Server Pusat Ditutup SN sudah terdaftar di Server Pusat
      STANDBY_MATCHING | Akses ke Server Pusat Ditutup SN sudah terdaftar di Server Pusat
      MISMATCH         | STANDBY ID Server / SN tidak sesuai dengan data server pusat
      MISMATCH         | OFFLINE ID Server/SN tidak sesuai dengan data server pusat
      MISMATCH         | ID Server / SN tidak sesuai dengan data server pusat
      MISMATCH         | standby: SN sudah tidak sesuai
      NOT_CONNECTED    | OFFLINE CBTSync tidak terkoneksi ke server pusat
      NOT_CONNECTED    | CBTSync Tidak Terkoneksi ke Server Pusat
      SWITCHED_OFF     | OFFLINE Server Non-Aktif pada server pusat
      SWITCHED_OFF     | Off line: server nonaktif pada server pusat
      SWITCHED_OFF     | Server non aktif""")
  void readsTheWordingsThatAreKnown(Dashboard state, String text) {
    assertThat(Dashboard.read(text)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "StandBy\n  Akses Server Pusat\r\ndi Tutup\tdata SN Sudah   Sesuai", "Stand\u200bBy Akses Server Pusat di\u00a0Tutup "
      + "data SN Sudah Sesuai", "ＳＴＡＮＤＢＹ data SN sudah sesuai"})
  void mindsNoSpacesLinesAndInvisibleCharacters(String text) {
    assertThat(Dashboard.read(text)).isEqualTo(Dashboard.STANDBY_MATCHING);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n\t", "\u200b", "<p></p>", "StandBy", "OFFLINE", "SN sudah sesuai", "nyala", "Aktifkan server",
      "Dashboard Status Download Status Test", "error 500"})
  void knowsNothingOfWhatSaysNothing(String text) {
    assertThat(Dashboard.read(text)).isEqualTo(Dashboard.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Aktif StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai", "Aktif OFFLINE", "AKTIF / STANDBY",
      "StandBy data SN sudah sesuai. OFFLINE", "Offline data SN sudah sesuai",
      "StandBy data SN sudah sesuai; ID Server / SN tidak sesuai", "STANDBY CBTSync tidak terkoneksi ke server pusat",
      "STANDBY OFFLINE ID Server / SN tidak sesuai dengan data server pusat", "Aktif. CBTSync tidak terkoneksi ke server pusat",
      "Server aktif, server non-aktif"})
  void decidesNothingBetweenTwoStates(String text) {
    assertThat(Dashboard.read(text)).isEqualTo(Dashboard.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tidak aktif", "belum Aktif", "CBTSync belum siap digunakan", "sudah tidak lagi aktif", "Apakah Aktif?",
      "SN belum sesuai, StandBy", "bukan aktif", "akun nonaktif"})
  void takesNothingDeniedForGranted(String text) {
    assertThat(Dashboard.read(text)).isEqualTo(Dashboard.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ACTIVE           | <html><body><h1>Dashboard</h1><span class=standby>Akt<b>if</b></span></body></html>
      ACTIVE           | <p>Belum ada data ujian.</p><p>Status: Aktif</p>
      STANDBY_MATCHING | <div>StandBy</div><div>Akses Server Pusat&nbsp;di Tutup<br>data SN Sudah Sesuai</div>
      SWITCHED_OFF     | <table><td>OFFLINE</td><td>Server Non&#45;Aktif pada server pusat
      UNKNOWN          | <script>status = 'Aktif'</script><!-- Aktif --><img alt=Aktif>
      UNKNOWN          | <div>Aktif</div><div>StandBy</div>""")
  void readsWhatAPageShows(Dashboard state, String html) {
    assertThat(Dashboard.read(html)).isEqualTo(state);
  }

  @Test
  void readsAMegabyte() {
    assertThat(Dashboard.read("kata ".repeat(200_000) + "Aktif")).isEqualTo(Dashboard.ACTIVE);
    assertThat(Dashboard.read("tidak ".repeat(200_000))).isEqualTo(Dashboard.UNKNOWN);
    assertThat(Dashboard.read("<b>".repeat(300_000) + "Aktif")).isEqualTo(Dashboard.ACTIVE);
    assertThat(Dashboard.read("StandBy sn ".repeat(100_000))).isEqualTo(Dashboard.UNKNOWN);
  }

  @Test
  void tellsTheProctorWhatEachStateMeans() {
    assertThat(Arrays.stream(Dashboard.values()).map(Dashboard::sentence)).doesNotHaveDuplicates()
        .allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(40).endsWith("."));
  }

  @ParameterizedTest
  @CsvSource({"'SN: SN-7', SN-7", "'<b>Nomor Seri</b> = sn-7 Aktif', SN-7", "'data SN Sudah Sesuai',", "'SN : ???',"})
  void knowsWhichMachineAPageIsOf(String page, String serialNumber) {
    assertThat(Dashboard.serialNumberOn(page).map(SerialNumber::value)).isEqualTo(Optional.ofNullable(serialNumber));
  }

  /** So that what a proctor enters with one tap never ends as unknown. */
  @Test
  void knowsEveryWordingThatTheFormOffers() throws IOException {
    String form = Files.readString(Path.of("forms/exam-server-sync/exam-server-sync-record-dashboard.html"));
    assertThat(Jsoup.parse(form).select("[data-fills=dashboardText] button").eachText())
        .extracting(Dashboard::read).containsExactly(Dashboard.ACTIVE, Dashboard.STANDBY_MATCHING, Dashboard.MISMATCH,
            Dashboard.NOT_CONNECTED, Dashboard.SWITCHED_OFF);
  }
}
