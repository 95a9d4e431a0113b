package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The service clock of a case runs while the team works on it (HD-3, HD-T). */
@InModel
class WorkBegins implements ExecutionListener {

  private final ServiceClock serviceClock;
  private final Complaints complaints;

  WorkBegins(ServiceClock serviceClock, Complaints complaints) {
    this.serviceClock = serviceClock;
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateExecution execution) {
    serviceClock.start(execution.getProcessInstanceId());
    HelpDesk.ROUND.set(execution, HelpDesk.ROUND.get(execution) + 1);
    if (HelpDesk.TRIAGED.get(execution)) {
      complaints.is(ComplaintState.PROCESSING, execution.getProcessInstanceId());
    }
  }
}
