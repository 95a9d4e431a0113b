package id.alur.partner.neofeeder;

import java.util.List;

/** What came of a question. */
public sealed interface Reply<T> {

  /** Feeder answered with these, one or more. */
  record Found<T>(List<T> rows) implements Reply<T> {}

  /** Feeder answered, and has no such thing. */
  record NothingFound<T>() implements Reply<T> {}

  /** Feeder did not answer the question. */
  record Failed<T>(Failure failure) implements Reply<T> {}
}
