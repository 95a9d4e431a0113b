package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The requester is asked: the clock rests until the answer (HD-3). */
@InModel
class AskingBegins implements ExecutionListener {

  private final Complaints complaints;

  AskingBegins(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateExecution execution) {
    complaints.is(ComplaintState.ASKED, execution.getProcessInstanceId());
  }
}
