package id.alur.helpdesk;

import id.alur.engine.InModel;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** A case is over, however it ended: its clock rests, and what people wrote is forgotten some time later. */
@InModel
class ComplaintEnds implements ExecutionListener {

  private final Complaints complaints;
  private final HelpDeskSettings settings;
  private final Clock clock;

  ComplaintEnds(Complaints complaints, HelpDeskSettings settings, Clock clock) {
    this.complaints = complaints;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    complaints.end(execution.getProcessInstanceId(), clock.instant().plus(settings.keepAfterEnd()));
  }
}
