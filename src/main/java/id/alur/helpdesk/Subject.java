package id.alur.helpdesk;

import java.util.Arrays;
import java.util.Optional;

/** Whom or what a complaint about Feeder concerns (HD-S, HD-P1). */
enum Subject {
  STUDENT("student"),
  LECTURER("lecturer"),
  FEEDER_ITSELF("feeder");

  private final String id;

  Subject(String id) {
    this.id = id;
  }

  /** The subject that forms call so; empty if there is none, or {@code id} is null. */
  static Optional<Subject> of(String id) {
    return Arrays.stream(values()).filter(subject -> subject.id.equals(id)).findFirst();
  }
}
