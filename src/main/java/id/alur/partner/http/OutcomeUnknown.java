package id.alur.partner.http;

/** The request left, wholly or in part, and no usable answer came: the partner may have acted on it or not. */
public final class OutcomeUnknown extends CallFailed {

  /**
   * For an answer that says nothing certain.
   *
   * @param message technical, without anything secret or personal
   * @param sentence for people
   */
  public OutcomeUnknown(String message, String sentence) {
    this(message, sentence, null);
  }

  OutcomeUnknown(String message, String sentence, Throwable cause) {
    super(message, sentence, cause);
  }
}
