package id.alur.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A procedure and all that can happen to one of its cases, declared beside the procedure's tests. */
public interface Exploration {

  /** The process id. */
  String process();

  /** When the exploration begins. */
  Instant begin();

  /** Makes what a case needs: people, or another version of the models. Undone at the end. */
  void prepare();

  /** Cases that {@link #prepare} began, by their ids: they belong to the surroundings of the explored one. */
  default Set<String> bystanders() {
    return Set.of();
  }

  /** What people and partners can do, the start of the case among it. One per equivalence class of answers. */
  List<Choice> choices();

  /** What must hold. */
  List<Invariant> invariants();

  /** What invariants remember. */
  default List<Monitor> monitors() {
    return List.of();
  }

  /** What the calendar brings. */
  default List<Moment> moments() {
    return List.of();
  }

  /**
   * How exactly a key tells times that are at least this far ahead, rounded up; nearer ones it tells exactly. So a few
   * minutes that passed for a lease make no new state beside a calendar of hours and days.
   */
  default Duration grain() {
    return Duration.ZERO;
  }

  /** Whether jobs run and time passes in this state; if not, another exploration looks at that. */
  default boolean timePasses(State state) {
    return true;
  }

  /** Whether another exploration goes on from this state. */
  default boolean isBeyond(State state) {
    return false;
  }

  /**
   * The value of a variable as far as it matters for what can happen next and for the invariants: random ids become one
   * word; what nobody reads before it is written again vanishes (null).
   *
   * @param value may be null
   * @param places where the case waits, open tasks and external tasks by their ids in the model; none after the end
   */
  default Object normal(String variable, Object value, Set<String> places) {
    return String.valueOf(value);
  }

  /** Queries of own tables for what matters of their rows; {@code :caseId} is the case. Order does not count. */
  default List<String> ownRows() {
    return List.of();
  }

  /**
   * Queries of own tables for moments at which what Alur does with a row changes: columns {@code name} and
   * {@code moment}. Time can pass to each; one that is over is like none.
   */
  default List<String> ownTimes() {
    return List.of();
  }

  /** Queries of own tables for numbers that only grow, by name: what a step adds to them. No part of a state's key. */
  default Map<String, String> counters() {
    return Map.of();
  }

  /** Own tables, as SQL names them, that are written in transactions of their own and so survive a crash. */
  default Set<String> journals() {
    return Set.of();
  }
}
