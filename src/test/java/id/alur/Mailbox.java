package id.alur;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Keeps the mail that Alur sends instead of sending it. */
public final class Mailbox extends JavaMailSenderImpl {

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private volatile boolean isDown;

  @Override
  protected void doSend(MimeMessage[] messages, Object[] originals) {
    if (isDown) {
      throw new MailSendException("down");
    }
    Arrays.stream(messages).map(Mailbox::read).forEach(mails::add);
  }

  /** What happens while the mail server takes nothing. */
  public void whileItIsDown(Runnable action) {
    isDown = true;
    try {
      action.run();
    } finally {
      isDown = false;
    }
  }

  /** What was sent about the case with this number. */
  public List<Mail> about(String caseNumber) {
    return mails.stream().filter(mail -> mail.subject().contains(caseNumber)).toList();
  }

  private static Mail read(MimeMessage message) {
    try {
      String to = message.getRecipients(Message.RecipientType.TO)[0].toString();
      return new Mail(to, message.getSubject(), message.getContent().toString());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A mail with its only recipient. */
  public record Mail(String to, String subject, String text) {}
}
