package id.alur.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailSendException;

/** With the product's own settings in application.yaml, its time-outs above all. */
@ExtendWith(OutputCaptureExtension.class)
class NoticesTest {

  private static final String PATH = "/camunda/app/tasklist/default/#/?task=8f3c";
  private static final Duration TIME_OUT = Duration.ofSeconds(3);

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
  void saysWhatHappenedAndWhatToDoWithALink() throws Exception {
    withMailServer(notices -> notices.send(notice("siti@kampus.test")));
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Sinkron manual SISTER: periksa email – 2 hari");
    assertThat(mail.getContentType()).startsWith("text/plain").contains("UTF-8");
    assertThat((String) mail.getContent()).isEqualToNormalizingNewlines("""
        Nama pengguna dan kata sandi dari Pusat Bantuan belum dicatat → sudah 2 hari.

        Periksa kotak masuk dan folder spam, lalu catat di tugas Anda.

        Buka di Alur:
        https://alur.kampus.test/camunda/app/tasklist/default/#/?task=8f3c

        --\s
        Email ini dikirim otomatis oleh Alur, tidak perlu dibalas.
        Alur tidak pernah meminta kata sandi lewat email.""");
  }

  @Test
  void speaksEnglishWhereTheNoticeDoes() throws Exception {
    withMailServer(notices -> notices.send(
        new Notice(List.of("jane@kampus.test"), "Complaint received", List.of("We have it."), "/x", Locale.ENGLISH)));
    assertThat((String) mailbox.getReceivedMessages()[0].getContent()).isEqualToNormalizingNewlines("""
        We have it.

        Open in Alur:
        https://alur.kampus.test/x

        --\s
        Alur sent this e-mail by itself; please do not reply.
        Alur never asks for a password by e-mail.""");
  }

  @Test
  void saysWhetherEveryRecipientWasReached() throws IOException {
    withMailServer(notices -> {
      assertThat(notices.send(notice("siti@kampus.test", "budi@kampus.test"))).isTrue();
      assertThat(notices.send(notice("siti@kampus.test", "budi"))).isFalse();
      assertThat(notices.send(notice())).isFalse();
    });
    try (RefusingMailServer server = new RefusingMailServer("RCPT TO:<siti@", "550 5.1.1 no such mailbox")) {
      withMailServerAt(server.port(),
          notices -> assertThat(notices.send(notice("siti@kampus.test", "budi@kampus.test"))).isFalse());
    }
    product().run(context -> assertThat(context.getBean(Notices.class).send(notice("siti@kampus.test"))).isFalse());
  }

  @Test
  void comesFromTheConfiguredAddressAndAsksForNoAutomaticAnswer() throws Exception {
    withMailServer(notices -> notices.send(notice("siti@kampus.test")));
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Alur <alur@kampus.test>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void showsNoRecipientTheAddressOfAnother() throws Exception {
    withMailServer(notices -> notices.send(notice("siti@kampus.test", "budi@kampus.test", "siti@kampus.test")));
    List<List<Address>> recipients = new ArrayList<>();
    for (MimeMessage mail : mailbox.getReceivedMessages()) {
      recipients.add(List.of(mail.getAllRecipients()));
    }
    assertThat(recipients).containsExactlyInAnyOrder(
        List.of(new InternetAddress("siti@kampus.test")), List.of(new InternetAddress("budi@kampus.test")));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "siti", "siti@", "Siti <siti@kampus.test>", "siti@kampus.test,budi@kampus.test",
      "semua: siti@kampus.test;", "siti@kampus.test\r\nBcc: budi@kampus.test", "siti@kampus.test\n"})
  void sendsNothingToWhatIsNotOneAddress(String text, CapturedOutput output) {
    withMailServer(notices -> notices.send(notice(text, "budi@kampus.test")));
    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    assertThat(output).contains("Only 1 of 2 recipients can be reached");
  }

  @Test
  void logsThatNobodyIsToReceiveIt(CapturedOutput output) {
    withMailServer(notices -> notices.send(notice()));
    assertThat(mailbox.getReceivedMessages()).isEmpty();
    assertThat(output).contains("WARN").contains("Only 0 of 0 recipients can be reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Baris satu\nBcc: budi@kampus.test", "Baris satu\rBaris dua", "nol\0"})
  void refusesASubjectThatIsNotOneLine(String subject) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Notice(List.of("siti@kampus.test"), subject, List.of(), "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "camunda", "https://lain.test/", "@lain.test/"})
  void refusesAPathThatLeavesAlur(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Notice(List.of("siti@kampus.test"), "Judul", List.of(), path));
  }

  @Test
  void refusesToStartWithASenderThatIsNoAddress() {
    product().withPropertyValues("alur.notice.from=Alur").run(context ->
        assertThat(context).getFailure().rootCause().hasMessageContaining("alur.notice.from"));
  }

  @Test
  void failsAtOnceIfNoMailServerListens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    withMailServerAt(port, notices -> assertThatExceptionOfType(MailSendException.class)
        .isThrownBy(() -> notices.send(notice("siti@kampus.test"))));
  }

  @Test
  void failsWithinTheTimeOutIfTheMailServerSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      withMailServerAt(silent.getLocalPort(), notices -> {
        Instant start = Instant.now();
        assertThatExceptionOfType(MailSendException.class).isThrownBy(() -> notices.send(notice("siti@kampus.test")));
        assertThat(Duration.between(start, Instant.now())).isLessThan(TIME_OUT.multipliedBy(2));
      });
    }
  }

  @Test
  void sendsToTheOthersIfTheMailServerRefusesOneRecipient(CapturedOutput output) throws IOException {
    try (RefusingMailServer server = new RefusingMailServer("RCPT TO:<siti@", "550 5.1.1 no such mailbox")) {
      withMailServerAt(server.port(), notices -> notices.send(notice("siti@kampus.test", "budi@kampus.test")));
      assertThat(server.recipients).containsExactly("budi@kampus.test");
      assertThat(output).contains("refused a recipient for good").doesNotContain("siti@kampus.test");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT TO:|450 4.2.1 try later", "MAIL FROM:|550 5.7.1 not from you", "DATA|554 5.7.0 spam"})
  void failsIfTheMailServerRefusesAnythingElse(String fault) throws IOException {
    String[] parts = fault.split("\\|");
    try (RefusingMailServer server = new RefusingMailServer(parts[0], parts[1])) {
      withMailServerAt(server.port(), notices -> assertThatExceptionOfType(MailSendException.class)
          .isThrownBy(() -> notices.send(notice("siti@kampus.test"))));
    }
  }

  /** Heard at the logger itself: the console may be left with a threshold by another test. */
  @Test
  void onlyLogsWithoutAMailServer() {
    Logger logger = (Logger) LoggerFactory.getLogger(Notices.class);
    logger.setLevel(Level.INFO);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    product().run(context -> context.getBean(Notices.class).send(notice("siti@kampus.test")));
    logger.detachAppender(log);
    assertThat(String.join("\n", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList()))
        .containsOnlyOnce("Alur tidak mengirim email")
        .contains("Not sent, there is no mail server: Sinkron manual SISTER")
        .doesNotContain("siti@kampus.test");
  }

  private void withMailServer(Consumer<Notices> test) {
    withMailServerAt(mailbox.getSmtp().getPort(), test);
  }

  private static void withMailServerAt(int port, Consumer<Notices> test) {
    product().withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + port)
        .run(context -> test.accept(context.getBean(Notices.class)));
  }

  private static ApplicationContextRunner product() {
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
        .withBean(Notices.class)
        .withPropertyValues("alur.base-url=https://alur.kampus.test/", "alur.notice.from=alur@kampus.test");
  }

  private static Notice notice(String... recipients) {
    return new Notice(List.of(recipients), "Sinkron manual SISTER: periksa email – 2 hari", List.of(
        "Nama pengguna dan kata sandi dari Pusat Bantuan belum dicatat → sudah 2 hari.",
        "Periksa kotak masuk dan folder spam, lalu catat di tugas Anda."), PATH);
  }
}
