package id.alur.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What a person entered was refused: one Indonesian sentence per form field that says what is wrong and what to do.
 *
 * <p>Tasklist receives it as HTTP 400 with {@link #CODE} and one line "field: sentence" per field; the shared form
 * script shows each sentence at its field. A name that no field of the form has is shown above the form.
 */
public final class RejectedInput extends BadUserRequestException {

  /** Tells our refusals from the engine's own errors in an answer of its REST interface. */
  public static final int CODE = 20_001;

  /** The name under which a sentence is given that belongs to the form as a whole. */
  public static final String WHOLE_FORM = "form";

  private final Map<String, String> sentences;

  public RejectedInput(Map<String, String> sentences) {
    super(sentences.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining("\n")));
    this.sentences = new LinkedHashMap<>(sentences);
    setCode(CODE);
  }

  /** A refusal of a single field. */
  public static RejectedInput of(String field, String sentence) {
    return new RejectedInput(Map.of(field, sentence));
  }

  /** A refusal that no single field can mend. */
  public static RejectedInput ofForm(String sentence) {
    return of(WHOLE_FORM, sentence);
  }

  /** The sentences by field name, in the order in which they were found. */
  public Map<String, String> sentences() {
    return new LinkedHashMap<>(sentences);
  }

  static RejectedInput within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RejectedInput rejected) {
        return rejected;
      }
    }
    return null;
  }
}
