package id.alur.act;

import id.alur.act.ActDecisions.Doubt;
import id.alur.act.ActProgress.Progress;
import id.alur.engine.CurrentUser;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says in a form what is known by now of the act that it decides about or follows. Shares Tasklist's login. */
@RestController
@RequestMapping("/camunda/api/alur/acts")
class ActController {

  /** Names the service task that a user task follows while it runs. */
  private static final String FOLLOWS = "follows";

  private final ActDecisions decisions;
  private final ActProgress progress;
  private final CurrentUser user;
  private final TaskService tasks;
  private final RepositoryService repository;

  ActController(ActDecisions decisions, ActProgress progress, CurrentUser user, TaskService tasks,
      RepositoryService repository) {
    this.decisions = decisions;
    this.progress = progress;
    this.user = user;
    this.tasks = tasks;
    this.repository = repository;
  }

  @GetMapping
  ResponseEntity<?> doubt(@RequestParam String taskId) {
    if (user.id().isEmpty()) {
      return sessionEnded();
    }
    return openTask(taskId).<ResponseEntity<?>>map(task -> ResponseEntity.ok(doubt(task))).orElseGet(ActController::notOpen);
  }

  @GetMapping("/progress")
  ResponseEntity<?> progress(@RequestParam String taskId) {
    if (user.id().isEmpty()) {
      return sessionEnded();
    }
    return openTask(taskId).map(this::progress)
        .or(() -> user.id().filter(person -> progress.isOver(taskId, person)).map(person -> Progress.TASK_OVER))
        .<ResponseEntity<?>>map(ResponseEntity::ok).orElseGet(ActController::notOpen);
  }

  private Optional<Task> openTask(String taskId) {
    return user.mayWorkOn(taskId)
        ? Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()) : Optional.empty();
  }

  private Doubt doubt(Task task) {
    return property(task, ActPlugin.PROPERTY)
        .map(activityId -> decisions.doubt(task.getProcessInstanceId(), activityId)).orElse(Doubt.NONE);
  }

  private Progress progress(Task task) {
    return property(task, FOLLOWS).map(activityId -> progress.of(task, activityId)).orElse(Progress.WAITING);
  }

  private Optional<String> property(Task task, String name) {
    UserTask model = repository.getBpmnModelInstance(task.getProcessDefinitionId())
        .getModelElementById(task.getTaskDefinitionKey());
    return Optional.ofNullable(model.getExtensionElements()).stream()
        .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> Objects.equals(property.getCamundaName(), name))
        .map(CamundaProperty::getCamundaValue)
        .findFirst();
  }

  private static ResponseEntity<?> sessionEnded() {
    return refusal(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi.");
  }

  private static ResponseEntity<?> notOpen() {
    return refusal(HttpStatus.FORBIDDEN, "Tugas ini tidak (lagi) terbuka bagi Anda. Muat ulang halaman.");
  }

  private static ResponseEntity<?> refusal(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("message", message));
  }
}
