package id.alur.act;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the journal.
 *
 * @param caseId the process instance
 * @param activityId the service task
 * @param round counted per case and service task, from 1
 * @param node the boot of the node that wrote the intent
 * @param sent what was to be sent, in short
 * @param outcome the result as JSON once DONE, else a reason in words; null if nothing is known
 * @param endedAt when the call or the doubt ended; null while the call may be under way
 * @param deliveredAt when the case took the result; null before
 * @param decidedBy the person who decided
 * @param progress how the call went when last heard of, in words; may be null
 */
record JournalEntry(String caseId, String activityId, int round, State state, String node, String sent, String outcome,
    Instant startedAt, Instant deadlineAt, Instant endedAt, Instant deliveredAt, String decidedBy,
    String progress) {

  enum State {
    /** It may have happened. */
    INTENT,
    /** The partner answered. */
    DONE,
    /** It did not happen. */
    CERTAINLY_NOT,
    /** A person found out whether it happened. */
    DECIDED
  }

  /** Whether the case still waits for what came of it: then no new round may begin. */
  boolean isOpen() {
    return state == State.INTENT || state == State.DONE && deliveredAt == null;
  }

  /** Whether the call that the intent announced is known to be over. */
  boolean hasEnded() {
    return endedAt != null;
  }

  /** Until when a request of a node that nobody hears of may still reach the partner. */
  Instant mayHappenUntil(Duration margin) {
    return deadlineAt.plus(margin);
  }
}
