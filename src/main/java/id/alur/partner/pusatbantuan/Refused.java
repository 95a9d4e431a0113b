package id.alur.partner.pusatbantuan;

import id.alur.partner.http.CertainlyNot;
import java.time.Duration;
import java.util.Optional;

/** Pusat Bantuan, or Alur before it, said no: nothing happened. */
public final class Refused extends CertainlyNot {

  /** Why, in the terms in which a procedure decides what to do next. */
  public enum Reason {
    /** A value was not accepted. */
    INVALID,
    /** The account or its token was not accepted. */
    SIGN_IN_REFUSED,
    /** It does not take requests from this account, or from anybody without one. */
    FORBIDDEN,
    /** The address is not, or no longer, that of this interface. */
    NOT_FOUND,
    /** It wants to be left alone for {@link #retryAfter}. */
    TOO_MANY_REQUESTS,
    /** The file is larger than it takes. */
    FILE_TOO_LARGE,
    /** A file waited too long for its ticket: upload it again. */
    UPLOAD_EXPIRED,
    /** Any other refusal. */
    OTHER
  }

  private final Reason reason;
  private final Duration retryAfter;

  Refused(Reason reason, String message, String sentence) {
    this(reason, message, sentence, null);
  }

  Refused(Reason reason, String message, String sentence, Duration retryAfter) {
    super("pusat-bantuan: " + message, sentence, null);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
