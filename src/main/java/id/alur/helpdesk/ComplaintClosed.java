package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Nobody reopened the complaint in time (HD-4). */
@InModel
class ComplaintClosed implements ExecutionListener {

  private final Complaints complaints;

  ComplaintClosed(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateExecution execution) {
    complaints.is(ComplaintState.CLOSED, execution.getProcessInstanceId());
  }
}
