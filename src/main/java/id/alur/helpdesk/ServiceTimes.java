package id.alur.helpdesk;

import id.alur.engine.InModel;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When what is due, for the timers and due dates of the model: moments in working time of the unit (HD-1 to HD-4, HD-T). */
@InModel
public class ServiceTimes {

  private final ServiceClock serviceClock;
  private final HelpDeskSettings settings;

  ServiceTimes(ServiceClock serviceClock, HelpDeskSettings settings) {
    this.serviceClock = serviceClock;
    this.settings = settings;
  }

  /** When the end of processing is near. The engine's timers take a Date. */
  public Date warnAt(DelegateExecution execution) {
    return Date.from(serviceClock.warnAt(
        execution.getProcessInstanceId(), HelpDesk.UNIT_CODE.get(execution), settings.processing()));
  }

  /** When processing is late (HD-3). */
  public Date processingDue(DelegateExecution execution) {
    return due(execution, settings.processing());
  }

  /** When the announcement is late (HD-4). */
  public Date announcingDue(DelegateExecution execution) {
    return due(execution, settings.untilAnnounced());
  }

  /** When all of it is late, contact and form included (HD-T). */
  public Date wholeDue(DelegateExecution execution) {
    IntakeTime intake = new IntakeTime(HelpDesk.CONTACT_MINUTES.get(execution), HelpDesk.FORM_MINUTES.get(execution));
    return due(execution, settings.whole().minus(intake.counted(settings)));
  }

  /** How long a requester may take to answer, by the calendar, in the engine's notation. */
  public String answerWithin() {
    return settings.answerWithin().toString();
  }

  /** How long a settled complaint can be reopened, by the calendar, in the engine's notation. */
  public String reopenWithin() {
    return settings.reopenWithin().toString();
  }

  private Date due(DelegateExecution execution, Duration limit) {
    return Date.from(serviceClock.due(execution.getProcessInstanceId(), HelpDesk.UNIT_CODE.get(execution), limit));
  }
}
