package id.alur.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a case stands: all that decides what can happen to it from here on.
 *
 * <p>Two states with the same {@link #key} are explored once, so whatever is missing there makes the search unsound.
 * The key holds: the tree of active activities (where tokens are), each open task with its assignee (who may act), each
 * variable with its scope as far as the exploration says that it matters (what conditions and rules read), jobs and
 * external tasks with their time from now and their retries (what comes by itself), event subscriptions (which messages
 * are taken), own rows, monitors, and the time from now to each moment of the calendar (windows open and shut at
 * absolute times). Nothing happens to a case that has ended: there the key holds no times.
 *
 * @param caseId null before the start
 * @param end the end event; null while the case runs
 * @param variables by name, of an inner scope as {@code activity/name}; after the end as history has them
 * @param moments of the calendar and of own rows that are ahead, from now
 * @param counters no part of the key
 * @param facts lines of the key that are the same whatever time it is
 * @param times lines of the key that depend on the time
 */
public record State(Instant now, String caseId, String end, List<OpenTask> tasks, Map<String, Object> variables,
    List<PendingJob> jobs, List<PendingAct> acts, SortedMap<String, Duration> moments, Map<String, Long> counters,
    Map<String, String> monitors, List<String> facts, List<String> times) {

  /**
   * @param definition its id in the model
   * @param assignee null if nobody has taken it
   */
  public record OpenTask(String id, String definition, String assignee) {}

  /**
   * @param activity its id in the model
   * @param due from now; negative if it is overdue; null if it waits for nothing but a free worker
   */
  record PendingJob(String id, String activity, Duration due) {

    boolean isDue() {
      return due == null || due.isNegative() || due.isZero();
    }

    boolean isOverdue() {
      return due != null && due.isNegative();
    }
  }

  /**
   * An act that Alur is to do: an external task.
   *
   * @param activity its id in the model
   * @param free from now, when somebody may take it up: after its lease, or its pause after a failure; null if at once
   */
  record PendingAct(String activity, Duration free) {}

  /** What this state is compared by. */
  String key() {
    return Stream.of(facts.stream(), monitors.entrySet().stream().map(Object::toString), times.stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  public boolean isStarted() {
    return caseId != null;
  }

  public boolean isEnded() {
    return end != null;
  }

  public boolean isRunning() {
    return isStarted() && !isEnded();
  }

  /** Whether the case ended at this end event. */
  public boolean isEndedAt(String endEvent) {
    return endEvent.equals(end);
  }

  public boolean isAt(String task) {
    return task(task).isPresent();
  }

  /** Whether Alur can take up this act now, by the id of its service task. */
  public boolean isDue(String act) {
    return acts.stream().anyMatch(pending -> pending.activity().equals(act) && pending.free() == null);
  }

  /** Whether Alur is to do this act, now or later. */
  public boolean awaits(String act) {
    return acts.stream().anyMatch(pending -> pending.activity().equals(act));
  }

  /** The open task with this id in the model. */
  public Optional<OpenTask> task(String task) {
    return tasks.stream().filter(open -> open.definition().equals(task)).findFirst();
  }

  /** The value of a variable of the case; null if it has none. */
  public Object variable(String name) {
    return variables.get(name);
  }

  public String monitor(Monitor monitor) {
    return monitors.get(monitor.name());
  }

  State with(Map<String, String> otherMonitors) {
    return new State(now, caseId, end, tasks, variables, jobs, acts, moments, counters, otherMonitors, facts, times);
  }

  /** Whether the case stands where it stood in the other state, whatever monitors remember. */
  public boolean isSameAs(State other) {
    return facts.equals(other.facts) && times.equals(other.times);
  }
}
