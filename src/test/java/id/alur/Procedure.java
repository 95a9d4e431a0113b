package id.alur;

import id.alur.engine.RejectedInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Walks through a procedure as people do in Tasklist: by its forms, with their rights, while time passes. */
public final class Procedure {

  private final People people;
  private final RepositoryService repository;
  private final FormService forms;
  private final TaskService tasks;
  private final ManagementService management;

  Procedure(People people, RepositoryService repository, FormService forms, TaskService tasks,
      ManagementService management) {
    this.people = people;
    this.repository = repository;
    this.forms = forms;
    this.tasks = tasks;
    this.management = management;
  }

  /** Submits the start form. */
  public ProcessInstance start(String userId, String processId, Map<String, Object> fields) {
    String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processId).latestVersion()
        .singleResult().getId();
    return people.as(userId, () -> forms.submitStartForm(definition, fields));
  }

  /** Submits the form of a task, after taking the task if nobody has. */
  public void submit(String userId, ProcessInstance found, String task, Map<String, Object> fields) {
    String id = taskOf(found, task).getId();
    people.as(userId, () -> {
      if (tasks.createTaskQuery().taskId(id).taskUnassigned().count() == 1) {
        tasks.claim(id, userId);
      }
      forms.submitTaskForm(id, fields);
      return null;
    });
  }

  /** The one open task of this case with this id in the model. */
  public Task taskOf(ProcessInstance found, String task) {
    return tasks.createTaskQuery().processInstanceId(found.getId()).taskDefinitionKey(task).singleResult();
  }

  /** The open tasks of this case, by their ids in the model. */
  public List<String> openTasksOf(ProcessInstance found) {
    return tasks.createTaskQuery().processInstanceId(found.getId()).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  /** The sentences with which {@code action} is refused, by field. */
  public static Map<String, String> refusalsOf(ThrowingCallable action) {
    Throwable thrown = Assertions.catchThrowable(action);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RejectedInput rejected) {
        return rejected.sentences();
      }
    }
    throw new AssertionError("expected a refusal, but was " + thrown, thrown);
  }

  /** Sets the time. */
  public static void itIs(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  /** Lets time pass. */
  public static void pass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  /** Runs the jobs of this case that are due, until none is. */
  public void runDueJobs(ProcessInstance found) {
    int left = 100;
    for (Job job = dueJob(found); job != null; job = dueJob(found)) {
      Assertions.assertThat(left--).as("jobs of this case keep coming back at the same moment").isPositive();
      management.executeJob(job.getId());
    }
  }

  private Job dueJob(ProcessInstance found) {
    return management.createJobQuery().processInstanceId(found.getId()).active().executable().orderByJobDuedate().asc()
        .listPage(0, 1).stream().findFirst().orElse(null);
  }
}
