package id.alur.helpdesk;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A request to the public page that is answered with a sentence instead; nothing of it is kept. */
final class RefusedVisit extends RuntimeException {

  private final HttpStatus status;
  private final String sentence;
  private final Duration retryAfter;

  /** @param sentence its key among the {@link HelpDeskWords} */
  RefusedVisit(HttpStatus status, String sentence) {
    this(status, sentence, null);
  }

  /** @param retryAfter when it may succeed */
  RefusedVisit(HttpStatus status, String sentence, Duration retryAfter) {
    super(sentence);
    this.status = status;
    this.sentence = sentence;
    this.retryAfter = retryAfter;
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return sentence;
  }

  /** In whole seconds, at least one; null if it is no matter of time. */
  Long retryAfterSeconds() {
    return retryAfter == null ? null : Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
