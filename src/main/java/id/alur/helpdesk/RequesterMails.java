package id.alur.helpdesk;

import id.alur.notice.Notice;
import id.alur.notice.Notices;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Mails to the requester, in the language of the complaint: what staff wrote and a link, nothing that a visitor typed. Each
 * says whether it was sent; if not, a person must tell the requester.
 */
@Component
class RequesterMails {

  private static final Logger log = LoggerFactory.getLogger(RequesterMails.class);

  private final Notices notices;
  private final HelpDeskWords words;

  RequesterMails(Notices notices, HelpDeskWords words) {
    this.notices = notices;
    this.words = words;
  }

  /** The complaint was received: its tracking code (HD-1, HD-2). */
  boolean confirmReceipt(Complaint complaint) {
    return send(complaint, "received", complaint.trackingCode().value());
  }

  /** Staff want to know something; the complaint waits for the answer (HD-3). */
  boolean ask(Complaint complaint, String question) {
    return send(complaint, "question", question);
  }

  /** The solution (HD-4, HD-P5). */
  boolean announce(Complaint complaint, String solution) {
    return send(complaint, "solution", solution);
  }

  /** Why the complaint is for somebody else, and for whom (HD-S). */
  boolean refer(Complaint complaint, String referral) {
    return send(complaint, "referral", referral);
  }

  /** Nobody answered the question; the complaint can still be reopened. */
  boolean closeUnanswered(Complaint complaint) {
    return send(complaint, "unanswered", null);
  }

  /** @param said what the mail is about, in a paragraph of its own between the words before and after it; may be null */
  private boolean send(Complaint complaint, String mail, String said) {
    if (complaint.requesterEmail() == null) {
      return false;
    }
    Locale language = complaint.language();
    String before = words.in(language, "mail." + mail + ".before", complaint.caseNumber());
    String after = words.in(language, "mail." + mail + ".after");
    Notice notice = new Notice(List.of(complaint.requesterEmail()),
        words.in(language, "mail." + mail + ".subject", complaint.caseNumber()),
        said == null ? List.of(before, after) : List.of(before, said, after),
        TrackingPageController.pathOf(complaint.trackingCode()) + new VisitorWords(words, language).query(), language);
    try {
      return notices.send(notice);
    } catch (MailException failure) {
      // without its message, in which a mail server may repeat the address
      log.warn("No mail about {}: {}", complaint.caseNumber(), failure.getMostSpecificCause().getClass().getName());
      return false;
    }
  }
}
