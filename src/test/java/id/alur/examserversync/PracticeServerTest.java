package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.partner.cbtsync.CbtSyncSimulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server of the practice run leads a proctor through the same states as the source. */
class PracticeServerTest {

  private final HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private Instant now = Instant.parse("2026-11-21T00:45:00Z");
  private final CbtSyncSimulator server = new CbtSyncSimulator(() -> now);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void saysOnEachPageThatItIsInvented() throws Exception {
    assertThat(look("")).contains("Halaman rekaan untuk latihan: CBTSync yang asli tidak pernah diterbitkan");
    assertThat(look("status-test")).contains("Halaman rekaan");
  }

  @Test
  void showsTheVersionOfTheRoundOnlyAfterPembaharuan() throws Exception {
    assertThat(look("")).doesNotContain("Versi " + Versions.OF_SOURCE.cbtSync());
    assertThat(press("pembaharuan", "")).contains("Versi " + Versions.OF_SOURCE.cbtSync());
  }

  @Test
  void standsByAfterSubmitUntilItIsActive() throws Exception {
    assertThat(Dashboard.read(look(""))).isEqualTo(Dashboard.UNKNOWN);
    assertThat(Dashboard.read(press("submit", "id=K0120301"))).isEqualTo(Dashboard.STANDBY_MATCHING);
    now = now.plus(CbtSyncSimulator.STANDBY);
    assertThat(Dashboard.read(look(""))).isEqualTo(Dashboard.ACTIVE);
  }

  @Test
  void turnsGreenLightByLightAfterStartSync() throws Exception {
    assertThat(press("start-sync", "")).doesNotContain("hijau");
    now = now.plus(CbtSyncSimulator.PER_LIGHT.multipliedBy(9));
    assertThat(look("status-download")).doesNotContain("merah");
    assertThat(look("daftar-peserta")).contains("40 peserta");
    assertThat(press("hapus", "")).contains("HAPUS");
    assertThat(look("daftar-peserta")).contains("0 peserta").doesNotContain("40 peserta");
  }

  private String look(String page) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(server.url().resolve(page)).build());
  }

  private String press(String button, String fields) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(server.url().resolve(button)).POST(BodyPublishers.ofString(fields)).build());
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, BodyHandlers.ofString()).body();
  }
}
