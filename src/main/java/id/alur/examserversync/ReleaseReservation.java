package id.alur.examserversync;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Frees machine and ID Server as soon as a case ends without nine green (ES-9). */
@InModel
class ReleaseReservation implements ExecutionListener {

  private final ServerBindings bindings;

  ReleaseReservation(ServerBindings bindings) {
    this.bindings = bindings;
  }

  @Override
  public void notify(DelegateExecution execution) {
    bindings.caseEnded(execution.getProcessInstanceId());
  }
}
