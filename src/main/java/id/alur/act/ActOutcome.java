package id.alur.act;

import id.alur.engine.Variable;
import id.alur.partner.http.CallFailed;
import id.alur.partner.http.CertainlyNotSent;
import id.alur.partner.http.NotAllowed;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came of an act. */
public sealed interface ActOutcome {

  /** Before a partner that could not be reached is tried again. */
  Duration PAUSE = Duration.ofMinutes(1);

  /** A partner that wants to be left alone for longer is left to a person, who sees it and need not wait. */
  Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** The partner answered, once and for all. It is kept in the journal: no secrets, no personal numbers. */
  sealed interface Result extends ActOutcome {

    /** What the case learns from it: texts, flags and whole numbers. */
    Map<String, Object> variables();
  }

  /** The act happened. */
  record Done(Map<String, Object> variables) implements Result {

    public Done {
      variables = scalars(variables);
    }

    /** The same, with one more variable for the case. */
    public <T> Done with(Variable<T> variable, T value) {
      return new Done(ActOutcome.with(variables, variable, value));
    }
  }

  /** The partner's answer is one that the diagram shows as an error with this code. */
  record BusinessError(String code, Map<String, Object> variables) implements Result {

    public BusinessError {
      variables = scalars(variables);
    }

    /** The same, with one more variable for the case. */
    public <T> BusinessError with(Variable<T> variable, T value) {
      return new BusinessError(code, ActOutcome.with(variables, variable, value));
    }
  }

  /**
   * The act did certainly not happen.
   *
   * @param reason a sentence for people, without secrets
   * @param retryAfter when to try again; empty if that is pointless until somebody changes something
   */
  record CertainlyNot(String reason, Optional<Duration> retryAfter) implements ActOutcome {}

  /**
   * Nobody knows whether the act happened.
   *
   * @param reason a sentence for people, without secrets
   */
  record Unknown(String reason) implements ActOutcome {}

  static Done done() {
    return new Done(Map.of());
  }

  static BusinessError businessError(String code) {
    return new BusinessError(code, Map.of());
  }

  /** It did not happen, and trying again is pointless. */
  static CertainlyNot certainlyNot(String reason) {
    return new CertainlyNot(reason, Optional.empty());
  }

  static CertainlyNot certainlyNot(String reason, Duration retryAfter) {
    return new CertainlyNot(reason, Optional.of(retryAfter));
  }

  static Unknown unknown(String reason) {
    return new Unknown(reason);
  }

  /** What a failed call to a partner means for the act that made it. */
  static ActOutcome of(CallFailed failure) {
    return failure instanceof id.alur.partner.http.CertainlyNot not
        ? new CertainlyNot(not.sentence(), pauseAfter(not))
        : unknown(failure.sentence());
  }

  private static Optional<Duration> pauseAfter(id.alur.partner.http.CertainlyNot failure) {
    boolean mayPass = failure instanceof CertainlyNotSent && !(failure instanceof NotAllowed);
    return failure.retryAfter().or(() -> mayPass ? Optional.of(PAUSE) : Optional.empty())
        .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
  }

  private static Map<String, Object> with(Map<String, Object> variables, Variable<?> variable, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(variables);
    more.put(variable.name(), value);
    return more;
  }

  /** @throws IllegalArgumentException for a value that the journal could not give back as it was */
  private static Map<String, Object> scalars(Map<String, Object> variables) {
    variables.forEach((name, value) -> {
      if (value != null && !(value instanceof String || value instanceof Boolean || value instanceof Long)) {
        throw new IllegalArgumentException(name + " is a " + value.getClass().getSimpleName());
      }
    });
    return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
