package id.alur.act;

import id.alur.engine.Variable;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One act of one case.
 *
 * @param caseId the process instance
 * @param caseNumber the number that people know the case by; may be null
 * @param unit the tenant of the case; may be null
 * @param activityId the service task in the model
 * @param round 1 for the first time that this case sends it; higher when the procedure repeats it or an attempt failed
 * @param startedAt when this round began
 * @param deadlineAt when it must be over
 * @param variables what the case knows
 * @param clock tells how much time is left
 * @param reports takes what the worker reports
 */
public record Act(String caseId, String caseNumber, String unit, String activityId, int round, Instant startedAt,
    Instant deadlineAt, Map<String, Object> variables, Clock clock, BiConsumer<Act, String> reports) {

  /** Names this act towards the partner; the same whoever asks about it, other than that of each other act. */
  public String key() {
    return caseId + ":" + activityId + ":" + round;
  }

  /** What the case knows under this variable. */
  public <T> Optional<T> find(Variable<T> variable) {
    return variable.find(variables);
  }

  /**
   * How long the act may still take: the deadline of each call to the partner. Zero or less for a node that was frozen
   * meanwhile: it must not send any more, because others may have asked already and heard that nothing was sent.
   */
  public Duration timeLeft() {
    return Duration.between(clock.instant(), deadlineAt);
  }

  /**
   * Tells whoever watches how it goes, in a few words that follow "Berjalan sejak pukul 10.02 WIB, ", such as "12,4 MB
   * diterima": no secrets, no personal numbers. As often as you like; shown within seconds; lost if it cannot be kept.
   */
  public void report(String progress) {
    reports.accept(this, progress);
  }

  /** The partner's answer, of which is reported how much has come in while it is read. */
  public InputStream reporting(InputStream answer) {
    return new ReportedStream(answer, this::report);
  }

  boolean isOverdue() {
    return !clock.instant().isBefore(deadlineAt);
  }
}
