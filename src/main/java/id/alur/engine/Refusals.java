package id.alur.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a form, the first fault of each field, so that a person sees all of it at once. */
public final class Refusals {

  private final Map<String, String> sentences = new LinkedHashMap<>();

  /** Notes {@code sentence} at {@code field} if {@code wrong}, unless that field already has one. */
  public Refusals when(boolean wrong, String field, String sentence) {
    if (wrong) {
      sentences.putIfAbsent(field, sentence);
    }
    return this;
  }

  /** The sentences by field. */
  public Map<String, String> sentences() {
    return new LinkedHashMap<>(sentences);
  }

  /** @throws RejectedInput if anything was refused */
  public void throwIfAny() {
    if (!sentences.isEmpty()) {
      throw new RejectedInput(sentences);
    }
  }
}
