package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.PATCH_ROUNDS;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Counts how often patching failed (ES-7). */
@InModel
class NewPatchRound implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    PATCH_ROUNDS.set(execution, PATCH_ROUNDS.find(execution).orElse(0L) + 1);
  }
}
