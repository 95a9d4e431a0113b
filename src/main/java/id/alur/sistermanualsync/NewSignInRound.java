package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.OUTSIDE_WINDOW_REASON;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_OUTCOME;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_ROUNDS;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Counts how often the window was asked for, and forgets what belongs to the round before: its reason, its outcome. */
@InModel
class NewSignInRound implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    SIGN_IN_ROUNDS.set(execution, SIGN_IN_ROUNDS.find(execution).orElse(0L) + 1);
    OUTSIDE_WINDOW_REASON.clear(execution);
    // Set even if it never was: a gateway reads it.
    SIGN_IN_OUTCOME.set(execution, null);
  }
}
