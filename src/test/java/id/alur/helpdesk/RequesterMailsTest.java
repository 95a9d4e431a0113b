package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.alur.Sop;
import id.alur.notice.Notices;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RequesterMailsTest {

  private static final String EMAIL = "putri@contoh.test";
  private static final TrackingCode CODE = TrackingCode.next();
  private static final String TYPED = "<b>Nama</b> saya salah";

  private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startTheMailbox() {
    mailbox.start();
  }

  @AfterEach
  void stopTheMailbox() {
    mailbox.stop();
  }

  @Test
  @Sop({"HD-1", "HD-2"})
  void confirmTheComplaintWithItsCodeAndNothingThatTheVisitorTyped() throws Exception {
    withMailServer(mails -> assertThat(mails.confirmReceipt(complaint(HelpDeskWords.INDONESIAN, EMAIL))).isTrue());
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Keluhan HD-001042-1 sudah kami terima");
    assertThat((String) mail.getContent())
        .contains(CODE.value(), "https://alur.kampus.test/keluhan/lacak/" + CODE.value() + "\r\n")
        .doesNotContain("Nama", "Putri", "230101");
  }

  @Test
  @Sop({"HD-4", "HD-P5"})
  void announceTheSolutionInTheLanguageOfTheRequester() throws Exception {
    withMailServer(mails ->
        assertThat(mails.announce(complaint(HelpDeskWords.ENGLISH, EMAIL), "Your name is {0} right now.")).isTrue());
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Solution of complaint HD-001042-1");
    assertThat((String) mail.getContent()).contains("Your name is {0} right now.", "?lang=en", "Open in Alur");
  }

  @Test
  void haveWordsForEachOccasionInBothLanguages() {
    withMailServer(mails -> {
      for (Locale language : new Locale[] {HelpDeskWords.INDONESIAN, HelpDeskWords.ENGLISH}) {
        Complaint complaint = complaint(language, EMAIL);
        assertThat(mails.ask(complaint, "NIM?")).isTrue();
        assertThat(mails.refer(complaint, "Bagian keuangan")).isTrue();
        assertThat(mails.closeUnanswered(complaint)).isTrue();
      }
    });
    assertThat(mailbox.getReceivedMessages()).hasSize(6);
  }

  @Test
  void sayThatAPersonMustTellWhoLeftNoAddress() {
    withMailServer(mails -> assertThat(mails.announce(complaint(HelpDeskWords.INDONESIAN, null), "Sudah.")).isFalse());
  }

  @Test
  void sayThatAPersonMustTellWhereThereIsNoMailServer() {
    product().run(context -> {
      RequesterMails mails = context.getBean(RequesterMails.class);
      assertThat(mails.announce(complaint(HelpDeskWords.INDONESIAN, EMAIL), "Sudah.")).isFalse();
    });
  }

  @Test
  void sayThatAPersonMustTellWhileTheMailServerFailsAndLogNoAddress(CapturedOutput output) throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    withMailServerAt(port,
        mails -> assertThat(mails.announce(complaint(HelpDeskWords.INDONESIAN, EMAIL), "Sudah.")).isFalse());
    assertThat(output).contains("No mail about HD-001042-1").doesNotContain(EMAIL);
  }

  private void withMailServer(Consumer<RequesterMails> test) {
    withMailServerAt(mailbox.getSmtp().getPort(), test);
  }

  private static void withMailServerAt(int port, Consumer<RequesterMails> test) {
    product().withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + port)
        .run(context -> test.accept(context.getBean(RequesterMails.class)));
  }

  private static ApplicationContextRunner product() {
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
        .withBean(Notices.class).withBean(HelpDeskWords.class).withBean(RequesterMails.class)
        .withPropertyValues("alur.base-url=https://alur.kampus.test", "alur.notice.from=alur@kampus.test");
  }

  private static Complaint complaint(Locale language, String email) {
    return new Complaint("c1", "001042", "HD-001042-1", CODE, ComplaintState.RECEIVED, language, "Putri Contoh", email,
        "230101", TYPED, TYPED, Instant.parse("2026-11-20T05:00:00Z"), null, null);
  }
}
