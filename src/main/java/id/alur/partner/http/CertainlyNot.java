package id.alur.partner.http;

import java.time.Duration;
import java.util.Optional;

/** What was asked for certainly did not happen at the partner: it may be tried again. */
public class CertainlyNot extends CallFailed {

  protected CertainlyNot(String message, String sentence, Throwable cause) {
    super(message, sentence, cause);
  }

  /** How long the partner wants to be left alone; empty if it did not say. */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
