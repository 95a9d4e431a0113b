package id.alur.practice;

import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Ticket;
import id.alur.partner.sister.SisterAutosyncSimulator;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails username and password to whoever asked the simulated Pusat Bantuan for them, as people there do. */
@Component
@Profile("practice")
final class PracticeCredentials {

  private final PracticePartners partners;
  private final JavaMailSender mails;

  PracticeCredentials(PracticePartners partners, JavaMailSender mails) {
    this.partners = partners;
    this.mails = mails;
  }

  @Scheduled(fixedDelayString = "PT2S")
  void answerRequests() {
    partners.newAccessRequests().forEach(this::answer);
  }

  private void answer(Ticket ticket) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom("pusat-bantuan@latihan.test");
    mail.setTo(ticket.requesterEmail());
    mail.setSubject("#" + ticket.number() + " username dan password manual sync");
    mail.setText("""
        (Surat latihan: Pusat Bantuan yang sebenarnya mengirimnya lewat email.)

        Username: %s
        Password: %s
        """.formatted(SisterAutosyncSimulator.USERNAME, SisterAutosyncSimulator.PASSWORD));
    mails.send(mail);
  }
}
