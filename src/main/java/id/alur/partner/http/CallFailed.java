package id.alur.partner.http;

/**
 * A call did not bring what was asked for. Its message is technical; neither it nor its cause holds a credential, a
 * query or a body.
 */
public abstract class CallFailed extends RuntimeException {

  private final String sentence;

  CallFailed(String message, String sentence, Throwable cause) {
    super(message, cause);
    this.sentence = sentence;
  }

  /** What happened, what is safe and what to do next: for people, in Bahasa Indonesia. */
  public String sentence() {
    return sentence;
  }
}
