package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The service clock of a case rests while it waits for the requester, and after its end (HD-T). */
@InModel
class WorkRests implements ExecutionListener {

  private final ServiceClock serviceClock;

  WorkRests(ServiceClock serviceClock) {
    this.serviceClock = serviceClock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    serviceClock.pause(execution.getProcessInstanceId());
  }
}
