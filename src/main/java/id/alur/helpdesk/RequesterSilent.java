package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The requester did not answer in time; an answer may still reopen the complaint (HD-4). */
@InModel
class RequesterSilent implements ExecutionListener {

  private final Complaints complaints;

  RequesterSilent(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateExecution execution) {
    complaints.is(ComplaintState.UNANSWERED, execution.getProcessInstanceId());
  }
}
