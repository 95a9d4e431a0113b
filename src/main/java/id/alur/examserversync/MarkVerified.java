package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.VERIFIED;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The participants and the test are there (ES-19, ES-20). */
@InModel
class MarkVerified implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    VERIFIED.set(execution, true);
  }
}
