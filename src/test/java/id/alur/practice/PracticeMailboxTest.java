package id.alur.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.function.RouterFunction;

class PracticeMailboxTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(PracticeMailbox.class);

  @Test
  void showsAMailThatAlurSent() {
    application.withPropertyValues("spring.profiles.active=practice").run(context -> {
      SimpleMailMessage mail = new SimpleMailMessage();
      mail.setTo("siti@kampus.test");
      mail.setSubject("Periksa email");
      mail.setText("Buka http://localhost:8080/#/?task=1");
      context.getBean(JavaMailSender.class).send(mail);

      MockMvcBuilders.routerFunctions(context.getBean(RouterFunction.class)).build()
          .perform(get("/latihan/surat"))
          .andExpect(header().string("Content-Type", "text/html;charset=UTF-8"))
          .andExpect(content().string(stringContainsInOrder(
              "1 email", "Periksa email", "siti@kampus.test", "<a href=\"http://localhost:8080/#/?task=1\">")));
    });
  }

  @Test
  void isNotThereOutsideThePracticeRun() {
    application.run(context -> assertThat(context)
        .doesNotHaveBean(GreenMail.class)
        .doesNotHaveBean(JavaMailSender.class));
  }

  @Test
  void givesTheTimeInWib() {
    assertThat(page("Judul", "Isi")).contains("Rabu, 25 November 2026 pukul 00.30 WIB");
  }

  @Test
  void escapesWhatAMailSays() {
    assertThat(page("<script>a</script>", "<b>\"x\" & https://alur.test/\"><i>"))
        .contains("&lt;script&gt;a&lt;/script&gt;", "&lt;b&gt;&quot;x&quot; &amp; <a href=\"https://alur.test/\">")
        .doesNotContain("<script>", "<b>", "<i>");
  }

  @Test
  void saysThatThereIsNoMailYet() {
    assertThat(MailboxPage.html(List.of())).contains("Belum ada email.");
  }

  private static String page(String subject, String body) {
    Instant received = Instant.parse("2026-11-24T17:30:00Z");
    return MailboxPage.html(List.of(new ReceivedMail(received, "siti@kampus.test", subject, body)));
  }
}
