package id.alur.explore;

import java.util.function.Predicate;

/**
 * Something that can happen next: an answer of a person, a deed of somebody outside, a job, or the passing of time.
 *
 * @param name who does what, for the reader of a way
 * @param isPossible in which states it can happen
 * @param attempt how it happens
 * @param expected what must come of it wherever it is possible
 * @param advised whether it counts as a way on: cancelling a case, say, does not
 */
public record Choice(String name, Predicate<State> isPossible, Attempt attempt, Expected expected, boolean advised) {

  /** What must come of a choice. */
  public enum Expected { EITHER, ACCEPTED, REFUSED }

  /** Prepares what happens, such as an upload, and returns what must then be accepted whole or leave no trace. */
  @FunctionalInterface
  public interface Attempt {
    Runnable prepare(State state);
  }

  /** Thrown by a choice that was refused otherwise than by the engine's refusals. */
  public static final class Refused extends RuntimeException {
    public Refused(String sentence) {
      super(sentence);
    }
  }

  /** A choice on the advised way that the product may accept or refuse. */
  public static Choice of(String name, Predicate<State> isPossible, Attempt attempt) {
    return new Choice(name, isPossible, attempt, Expected.EITHER, true);
  }

  /** The same, and a refusal is a violation. */
  public Choice alwaysAccepted() {
    return new Choice(name, isPossible, attempt, Expected.ACCEPTED, advised);
  }

  /** The same, and acceptance is a violation. */
  public Choice alwaysRefused() {
    return new Choice(name, isPossible, attempt, Expected.REFUSED, advised);
  }

  /** The same, but no way on. */
  public Choice notAdvised() {
    return new Choice(name, isPossible, attempt, expected, false);
  }
}
