package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Notes what woke the case, or came while its task was open (HD-P6, HD-P7). */
@InModel
class NoteCause implements ExecutionListener {

  private final NotedCauses causes;

  NoteCause(NotedCauses causes) {
    this.causes = causes;
  }

  @Override
  public void notify(DelegateExecution execution) {
    causes.add(execution);
  }
}
