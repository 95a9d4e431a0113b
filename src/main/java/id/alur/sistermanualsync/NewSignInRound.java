package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.OUTSIDE_WINDOW_REASON;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_ROUNDS;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Counts how often the window was asked for, and asks for a new reason each time: the last one is not for this round. */
@InModel
class NewSignInRound implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    SIGN_IN_ROUNDS.set(execution, SIGN_IN_ROUNDS.find(execution).orElse(0L) + 1);
    OUTSIDE_WINDOW_REASON.clear(execution);
  }
}
