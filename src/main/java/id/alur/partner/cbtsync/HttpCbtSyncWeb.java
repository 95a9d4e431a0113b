package id.alur.partner.cbtsync;

import id.alur.partner.http.Answer;
import id.alur.partner.http.Call;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.PartnerHttp;
import java.net.URI;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** CBTSync's page over HTTP: one GET, and nothing is clicked. */
@Component
final class HttpCbtSyncWeb implements CbtSyncWeb {

  private final PartnerHttp http;

  HttpCbtSyncWeb(PartnerHttp http) {
    this.http = http;
  }

  @Override
  public String read(URI page, Duration deadline) {
    Answer answer = http.send(Call.get("cbtsync", page).within(deadline));
    if (answer.status() != 200) {
      throw new OutcomeUnknown("cbtsync: answered " + answer.status(),
          "Laman CBTSync menjawab dengan kode " + answer.status() + ", jadi statusnya tidak terbaca. Baca sendiri di layar.");
    }
    return Jsoup.parse(answer.text()).text();
  }
}
