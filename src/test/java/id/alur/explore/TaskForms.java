package id.alur.explore;

import id.alur.People;
import id.alur.explore.State.OpenTask;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;

/** What people can do with forms, as choices. */
public final class TaskForms {

  private final People people;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final FormService forms;

  TaskForms(People people, RepositoryService repository, TaskService tasks, FormService forms) {
    this.people = people;
    this.repository = repository;
    this.tasks = tasks;
    this.forms = forms;
  }

  /** This person submits the start form of the newest version. */
  public Choice start(String person, String process, String what, Supplier<Map<String, Object>> fields) {
    return Choice.of(person + " starts: " + what, state -> !state.isStarted(), state -> {
      Map<String, Object> answers = fields.get();
      String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
          .singleResult().getId();
      return () -> people.as(person, () -> forms.submitStartForm(definition, answers));
    });
  }

  /** This person submits the form of a task, after taking the task if nobody has. */
  public Choice answer(String person, String task, String what, Function<OpenTask, Map<String, Object>> fields) {
    return Choice.of(person + " at " + task + ": " + what, state -> state.isAt(task), state -> {
      OpenTask open = state.task(task).orElseThrow();
      if (open.assignee() == null) {
        people.as(person, () -> {
          tasks.claim(open.id(), person);
          return null;
        });
      }
      Map<String, Object> answers = fields.apply(open);
      return () -> submit(person, open.id(), answers);
    });
  }

  /** This person submits the form of the task with this id. */
  public void submit(String person, String taskId, Map<String, Object> answers) {
    people.as(person, () -> {
      forms.submitTaskForm(taskId, answers);
      return null;
    });
  }
}
