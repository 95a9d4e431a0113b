package id.alur.act;

import id.alur.act.ActDecisions.Doubt;
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

/** Says in a form what is known by now of the act that it decides about. Shares Tasklist's login. */
@RestController
@RequestMapping("/camunda/api/alur/acts")
class ActController {

  private final ActDecisions decisions;
  private final CurrentUser user;
  private final TaskService tasks;
  private final RepositoryService repository;

  ActController(ActDecisions decisions, CurrentUser user, TaskService tasks, RepositoryService repository) {
    this.decisions = decisions;
    this.user = user;
    this.tasks = tasks;
    this.repository = repository;
  }

  @GetMapping
  ResponseEntity<?> doubt(@RequestParam String taskId) {
    if (user.id().isEmpty()) {
      return refusal(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi.");
    }
    if (!user.mayWorkOn(taskId)) {
      return refusal(HttpStatus.FORBIDDEN, "Tugas ini tidak (lagi) terbuka bagi Anda. Muat ulang halaman.");
    }
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    return ResponseEntity.ok(actOf(task)
        .map(activityId -> decisions.doubt(task.getProcessInstanceId(), activityId)).orElse(Doubt.NONE));
  }

  private Optional<String> actOf(Task task) {
    UserTask model = repository.getBpmnModelInstance(task.getProcessDefinitionId())
        .getModelElementById(task.getTaskDefinitionKey());
    return Optional.ofNullable(model.getExtensionElements()).stream()
        .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> Objects.equals(property.getCamundaName(), ActPlugin.PROPERTY))
        .map(CamundaProperty::getCamundaValue)
        .findFirst();
  }

  private static ResponseEntity<?> refusal(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("message", message));
  }
}
