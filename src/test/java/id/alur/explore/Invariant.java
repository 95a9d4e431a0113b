package id.alur.explore;

import java.util.function.Predicate;

/**
 * What must hold.
 *
 * @param name the sentence that a violation breaks
 * @param ofState whether it speaks of the state alone, so that judging it once for equal states is enough
 * @param holds judged while the engine is in the state after the step
 */
public record Invariant(String name, boolean ofState, Predicate<Step> holds) {

  /** What must hold after each step. */
  public static Invariant ofStep(String name, Predicate<Step> holds) {
    return new Invariant(name, false, holds);
  }

  /** What must hold in each state, however it was reached; it may read only what the key of the state says. */
  public static Invariant ofState(String name, Predicate<State> holds) {
    return new Invariant(name, true, step -> holds.test(step.after()));
  }
}
