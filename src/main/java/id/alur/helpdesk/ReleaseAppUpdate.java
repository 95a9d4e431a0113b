package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Frees the unit as soon as its case ends otherwise than by the next one: a later cause starts anew. */
@InModel
class ReleaseAppUpdate implements ExecutionListener {

  private final AppUpdateCases cases;

  ReleaseAppUpdate(AppUpdateCases cases) {
    this.cases = cases;
  }

  @Override
  public void notify(DelegateExecution execution) {
    cases.ended(execution.getProcessInstanceId());
  }
}
