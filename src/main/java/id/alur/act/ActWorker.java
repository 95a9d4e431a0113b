package id.alur.act;

import java.time.Duration;
import java.util.Optional;

/**
 * Performs the acts of one topic: a service task of type external. No transaction is open and no database connection
 * held meanwhile.
 *
 * <p>Not for a parallel multi-instance task: its instances would count as rounds of one act.
 */
public interface ActWorker {

  /** The topic in the model. */
  String topic();

  /** How long an act of this kind may take from intent to outcome; each call to the partner ends by then. */
  Duration deadline();

  /** Whether it does no harm if the act happens twice: a mere question. All others are journalled. */
  default boolean isRepeatable() {
    return false;
  }

  /** What is sent, in a few words for people and the journal: no secrets, no personal numbers. */
  default String describe(Act act) {
    return topic();
  }

  /**
   * Performs the act, within {@link Act#timeLeft()}.
   *
   * <p>What it throws counts as unknown outcome, unless the act is repeatable.
   */
  ActOutcome perform(Act act);

  /**
   * Asks the partner what came of this act; empty if there is no way to ask. Until the act's deadline has passed it is
   * asked again, and {@link ActOutcome.CertainlyNot} is not believed: the request may still be on its way.
   */
  default Optional<ActOutcome> ask(Act act) {
    return Optional.empty();
  }

  /** How often the act is tried while it certainly did not happen. */
  default int attempts() {
    return 4;
  }

  /** Whether the model catches {@link ActErrors#NOT_POSSIBLE} and leads to a person; else there is an incident. */
  default boolean hasHumanTwin() {
    return true;
  }
}
