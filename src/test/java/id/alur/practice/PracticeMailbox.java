package id.alur.practice;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Takes every mail of the practice run, and shows it at {@value #PATH}. */
@Configuration(proxyBeanMethods = false)
@Profile("practice")
class PracticeMailbox {

  static final String PATH = "/latihan/surat";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  @Bean(initMethod = "start", destroyMethod = "stop")
  GreenMail mailbox() {
    return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @Bean
  JavaMailSenderImpl mailSender(GreenMail mailbox) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(mailbox.getSmtp().getPort());
    return sender;
  }

  @Bean
  RouterFunction<ServerResponse> mailboxPage(GreenMail mailbox) {
    return RouterFunctions.route()
        .GET(PATH, request -> ServerResponse.ok()
            .contentType(HTML)
            .cacheControl(CacheControl.noStore())
            .body(MailboxPage.html(newestFirst(mailbox))))
        .build();
  }

  private static List<ReceivedMail> newestFirst(GreenMail mailbox) {
    return mailbox.getManagers().getImapHostManager().getAllMessages().stream()
        .map(PracticeMailbox::read)
        .sorted(Comparator.comparing(ReceivedMail::received).reversed())
        .toList();
  }

  private static ReceivedMail read(StoredMessage stored) {
    MimeMessage mail = stored.getMimeMessage();
    try {
      String to = InternetAddress.toUnicodeString(mail.getRecipients(Message.RecipientType.TO));
      String body = mail.getContent().toString();
      return new ReceivedMail(stored.getReceivedDate().toInstant(), to, mail.getSubject(), body);
    } catch (MessagingException e) {
      throw new MailParseException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
