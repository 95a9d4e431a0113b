package id.alur.helpdesk;

import id.alur.calendar.HolidaysChanged;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what is due in open cases when other holidays are known than when it was reckoned (HD-T). */
@Component
class DueDates {

  private static final Logger log = LoggerFactory.getLogger(DueDates.class);

  /** Those that count working time; the others count by the calendar. */
  private static final Set<String> TIMERS = Set.of("event_timeRunsOut", "event_timeOver", "event_wholeTimeOver");

  private final TaskService tasks;
  private final ManagementService management;
  private final ServiceClock serviceClock;
  private final HelpDeskSettings settings;

  DueDates(TaskService tasks, ManagementService management, ServiceClock serviceClock, HelpDeskSettings settings) {
    this.tasks = tasks;
    this.management = management;
    this.serviceClock = serviceClock;
    this.settings = settings;
  }

  /** Holidays may also have changed while Alur did not run. */
  @EventListener({HolidaysChanged.class, ApplicationReadyEvent.class})
  void reckonAgain() {
    management.createJobDefinitionQuery().processDefinitionKey(HelpDesk.PROCESS)
        .activityIdIn(TIMERS.toArray(String[]::new)).list().forEach(this::moveTimers);
    tasks.createTaskQuery().processDefinitionKey(HelpDesk.PROCESS).active().list().stream()
        .filter(task -> task.getDueDate() != null)
        .forEach(task -> unlessItGoesOn(task.getProcessInstanceId(), () -> move(task)));
  }

  private void moveTimers(JobDefinition timer) {
    for (Job job : management.createJobQuery().jobDefinitionId(timer.getId()).list()) {
      unlessItGoesOn(job.getProcessInstanceId(), () -> management.recalculateJobDuedate(job.getId(), false));
    }
  }

  /** Writes only what changes: at each start there may be a thousand that do not. */
  private void move(Task task) {
    Date due = Date.from(serviceClock.due(task.getProcessInstanceId(), task.getTenantId(), limitOf(task)));
    if (due.getTime() != task.getDueDate().getTime()) {
      tasks.setDueDate(task.getId(), due);
    }
  }

  private Duration limitOf(Task task) {
    return task.getTaskDefinitionKey().equals("userTask_tellRequester") ? settings.untilAnnounced() : settings.processing();
  }

  /** A case that goes on, or has gone on since it was found, reckons anew by itself. */
  private static void unlessItGoesOn(String caseId, Runnable move) {
    try {
      move.run();
    } catch (OptimisticLockingException | NotFoundException e) {
      log.info("Case {} has gone on meanwhile: {}", caseId, e.getMessage());
    }
  }
}
