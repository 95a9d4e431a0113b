package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import id.alur.engine.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a complaint in the forms of its tasks, to whoever sees the task. Shares Tasklist's login. */
@RestController
class ComplaintController {

  private final Complaints complaints;
  private final ServiceClock serviceClock;
  private final HelpDeskSettings settings;
  private final WorkingCalendars calendars;
  private final TaskService tasks;
  private final CurrentUser currentUser;

  ComplaintController(Complaints complaints, ServiceClock serviceClock, HelpDeskSettings settings,
      WorkingCalendars calendars, TaskService tasks, CurrentUser currentUser) {
    this.complaints = complaints;
    this.serviceClock = serviceClock;
    this.settings = settings;
    this.calendars = calendars;
    this.tasks = tasks;
    this.currentUser = currentUser;
  }

  /**
   * @param zone of its unit
   * @param minutesSpent working time until now; {@code minutesLeft} is negative for a complaint that is late
   */
  record Shown(String caseNumber, String trackingCode, String requesterName, String requesterEmail, String identifier,
      String subject, String text, Instant receivedAt, ZoneId zone, long minutesSpent, long minutesLeft,
      List<Said> said) {}

  record Said(ComplaintEntry.Kind kind, String by, String text, Instant at) {}

  @GetMapping("/camunda/api/alur/" + HelpDesk.PROCESS + "/complaint")
  ResponseEntity<Shown> complaint(@RequestParam String taskId) {
    if (currentUser.id().isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKey(HelpDesk.PROCESS).singleResult();
    return task == null ? ResponseEntity.notFound().build()
        : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(complaints.of(task.getProcessInstanceId())));
  }

  private Shown shown(Complaint complaint) {
    Duration spent = serviceClock.spent(complaint.caseId(), complaint.unit());
    List<Said> said = complaints.entriesOf(complaint.caseId()).stream()
        .map(entry -> new Said(entry.kind(), entry.writtenBy(), entry.text(), entry.writtenAt())).toList();
    return new Shown(complaint.caseNumber(), complaint.trackingCode().value(), complaint.requesterName(),
        complaint.requesterEmail(), complaint.identifier(), complaint.subject(), complaint.text(), complaint.receivedAt(),
        calendars.of(complaint.unit()).zone(), spent.toMinutes(), settings.processing().minus(spent).toMinutes(), said);
  }
}
