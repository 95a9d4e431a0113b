package id.alur.notice;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends notices as plain-text mail. */
@Component
public final class Notices {

  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  private static final String INDONESIAN_END = """
      Buka di Alur:
      %s

      --\s
      Email ini dikirim otomatis oleh Alur, tidak perlu dibalas.
      Alur tidak pernah meminta kata sandi lewat email.
      """;

  private static final String ENGLISH_END = """
      Open in Alur:
      %s

      --\s
      Alur sent this e-mail by itself; please do not reply.
      Alur never asks for a password by e-mail.
      """;

  private final JavaMailSender sender;
  private final String baseUrl;
  private final String from;

  Notices(
      ObjectProvider<JavaMailSender> sender,
      @Value("${alur.base-url}") String baseUrl,
      @Value("${alur.notice.from:alur@localhost}") String from) {
    this.sender = sender.getIfAvailable();
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
    this.from = from;
    if (!EmailAddresses.isValid(from)) {
      throw new IllegalArgumentException("alur.notice.from bukan alamat email: " + from);
    }
    if (this.sender == null) {
      log.warn("Alur tidak mengirim email: server email belum diatur. Tugas tetap tampil di Tasklist. "
          + "Isi SPRING_MAIL_HOST dan ALUR_NOTICE_FROM, lalu jalankan Alur lagi.");
    }
  }

  /**
   * Sends one mail to each recipient; an address that cannot receive mail is logged and does not hold up the others.
   * Without a mail server, nothing is sent and the log says so.
   *
   * @return whether the mail server took a mail for each recipient, and there was one
   * @throws org.springframework.mail.MailException if the mail server fails: try again later; some recipients may have
   *     their mail already
   */
  public boolean send(Notice notice) {
    if (sender == null) {
      log.info("Not sent, there is no mail server: {}", notice.subject());
      return false;
    }
    List<String> recipients = notice.recipients().stream().filter(EmailAddresses::isValid).toList();
    int wanted = notice.recipients().size();
    if (recipients.isEmpty() || recipients.size() < wanted) {
      log.warn("Only {} of {} recipients can be reached: {}", recipients.size(), wanted, notice.subject());
    }
    long delivered = recipients.stream().filter(recipient -> deliver(notice, recipient)).count();
    return delivered == wanted && wanted > 0;
  }

  /** @return whether the mail server took it */
  private boolean deliver(Notice notice, String recipient) {
    try {
      sender.send(message -> write(message, notice, recipient));
      return true;
    } catch (MailSendException e) {
      if (!refusesTheRecipient(e)) {
        throw e;
      }
      log.warn("The mail server refused a recipient for good: {}", notice.subject());
      return false;
    }
  }

  private void write(MimeMessage message, Notice notice, String recipient) throws Exception {
    MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    mail.setFrom(from, "Alur");
    mail.setTo(recipient);
    mail.setSubject(notice.subject());
    mail.setText(body(notice));
    // keeps out-of-office assistants from answering
    message.setHeader("Auto-Submitted", "auto-generated");
  }

  private String body(Notice notice) {
    URI link = URI.create(baseUrl + notice.path());
    String end = notice.language().getLanguage().equals("en") ? ENGLISH_END : INDONESIAN_END;
    return String.join("\n\n", notice.lines()) + "\n\n" + end.formatted(link);
  }

  private static boolean refusesTheRecipient(MailSendException e) {
    return Stream.of(e.getMessageExceptions()).anyMatch(fault ->
        fault instanceof SendFailedException refused
            && refused.getInvalidAddresses() != null
            && refused.getInvalidAddresses().length > 0);
  }
}
