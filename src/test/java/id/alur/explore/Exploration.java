package id.alur.explore;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A procedure and all that can happen to one of its cases, declared beside the procedure's tests. */
public interface Exploration {

  /** The process id. */
  String process();

  /** When the exploration begins. */
  Instant begin();

  /** Makes what a case needs: people, or another version of the models. Undone at the end. */
  void prepare();

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
   * The value of a variable as far as it matters for what can happen next and for the invariants: random ids become one
   * word; what nobody reads before it is written again vanishes (null).
   *
   * @param value may be null
   * @param tasks that are open, by their ids in the model; none after the end
   */
  default Object normal(String variable, Object value, Set<String> tasks) {
    return String.valueOf(value);
  }

  /** Queries of own tables for what matters of their rows; {@code :caseId} is the case. Order does not count. */
  default List<String> ownRows() {
    return List.of();
  }

  /** Own tables, as SQL names them, that are written in transactions of their own and so survive a crash. */
  default Set<String> journals() {
    return Set.of();
  }
}
