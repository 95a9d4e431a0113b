package id.alur.helpdesk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import id.alur.Sop;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

@Sop("HD-T")
class DueDatesTest {

  private static final String UNIT = "001042";
  private static final Instant EARLIER = Instant.parse("2026-11-30T03:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-01T03:00:00Z");

  private final TaskService tasks = mock(TaskService.class, RETURNS_DEEP_STUBS);
  private final ManagementService management = mock(ManagementService.class, RETURNS_DEEP_STUBS);
  private final ServiceClock serviceClock = mock(ServiceClock.class);
  private final HelpDeskSettings settings = mock(HelpDeskSettings.class);
  private final DueDates dueDates = new DueDates(tasks, management, serviceClock, settings);

  @Test
  void moveWhatIsDueAtAnotherTime() {
    open(task("t1"));
    given(serviceClock.due(any(), any(), any())).willReturn(LATER);
    dueDates.reckonAgain();
    then(tasks).should().setDueDate("t1", Date.from(LATER));
  }

  @Test
  void leaveAloneWhatIsDueAsBefore() {
    open(task("t1"));
    given(serviceClock.due(any(), any(), any())).willReturn(EARLIER);
    dueDates.reckonAgain();
    then(tasks).should(never()).setDueDate(any(), any());
  }

  @Test
  void goOnWithTheOthersWhereATaskWasDoneMeanwhile() {
    open(task("t1"), task("t2"));
    given(serviceClock.due(any(), any(), any())).willReturn(LATER);
    willThrow(new NotFoundException("Cannot find task with id t1")).given(tasks).setDueDate("t1", Date.from(LATER));
    dueDates.reckonAgain();
    then(tasks).should().setDueDate("t2", Date.from(LATER));
  }

  @Test
  void goOnWithTheOthersWhereATimerHasFiredMeanwhile() {
    Job fired = mock(Job.class);
    given(fired.getId()).willReturn("j1");
    Job running = mock(Job.class);
    given(running.getId()).willReturn("j2");
    given(management.createJobDefinitionQuery().processDefinitionKey(any()).activityIdIn(any(String[].class)).list())
        .willReturn(List.of(mock(JobDefinition.class)));
    given(management.createJobQuery().jobDefinitionId(any()).list()).willReturn(List.of(fired, running));
    willThrow(new NotFoundException("No job found with id j1")).given(management).recalculateJobDuedate("j1", false);
    open();
    dueDates.reckonAgain();
    then(management).should().recalculateJobDuedate("j2", false);
  }

  private void open(Task... open) {
    given(tasks.createTaskQuery().processDefinitionKey(HelpDesk.PROCESS).active().list()).willReturn(List.of(open));
  }

  private static Task task(String id) {
    Task task = mock(Task.class);
    given(task.getId()).willReturn(id);
    given(task.getProcessInstanceId()).willReturn("case of " + id);
    given(task.getTenantId()).willReturn(UNIT);
    given(task.getTaskDefinitionKey()).willReturn("userTask_process");
    given(task.getDueDate()).willReturn(Timestamp.from(EARLIER));
    return task;
  }
}
