package id.alur.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.AlurTest;
import id.alur.Mailbox;
import id.alur.Mailbox.Mail;
import id.alur.People;
import id.alur.partner.http.Call;
import id.alur.partner.http.NotAllowed;
import id.alur.partner.http.PartnerHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What admin-alur hears of addresses that may not be called. */
@AlurTest
class AddressRequestsTest {

  @Autowired private PartnerHttp http;
  @Autowired private AddressRequests requests;
  @Autowired private People people;
  @Autowired private Mailbox mailbox;

  @BeforeEach
  void thereIsAnAdmin() {
    people.member("pengelola", Group.ADMIN_ALUR);
  }

  @Test
  void tellsTheAdminOnceOfAnAddressThatWasToBeCalled() {
    call("https://sister-satu.contoh.test/autosync");
    call("https://sister-satu.contoh.test:443/lain?nama=rahasia");
    requests.tellAdmins();
    requests.tellAdmins();
    assertThat(mailsAbout("sister-satu.contoh.test")).singleElement().satisfies(mail -> {
      assertThat(mail.to()).isEqualTo("pengelola@contoh.test");
      assertThat(mail.text()).contains("https://sister-satu.contoh.test:443", "alur.partner.addresses")
          .doesNotContain("rahasia");
    });
  }

  @Test
  void tellsOfEachPort() {
    call("http://sister-dua.contoh.test/autosync");
    call("http://sister-dua.contoh.test:8080/autosync");
    requests.tellAdmins();
    assertThat(mailsAbout("sister-dua.contoh.test")).extracting(Mail::text)
        .anyMatch(text -> text.contains(".test:80,")).anyMatch(text -> text.contains(".test:8080,")).hasSize(2);
  }

  @Test
  void tellsLaterIfMailsCannotBeSent() {
    call("https://sister-tiga.contoh.test/autosync");
    mailbox.whileItIsDown(requests::tellAdmins);
    assertThat(mailsAbout("sister-tiga.contoh.test")).isEmpty();
    requests.tellAdmins();
    assertThat(mailsAbout("sister-tiga.contoh.test")).hasSize(1);
  }

  private void call(String address) {
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(() ->
        http.send(Call.get("sister", URI.create(address)).within(Duration.ofSeconds(1))));
  }

  private List<Mail> mailsAbout(String host) {
    return mailbox.about(host).stream().filter(mail -> mail.to().equals("pengelola@contoh.test")).toList();
  }
}
