package id.alur.cases;

import id.alur.engine.CurrentUser;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets whoever took a task by mistake release it. The engine's own right for that would also let him give the task to
 * anybody, so nobody has it.
 */
@RestController
@RequestMapping("/camunda/api/alur/tasks/{taskId}/release")
class TaskReleaseController {

  private final TaskService tasks;
  private final ProcessEngineConfigurationImpl engine;
  private final CurrentUser currentUser;

  TaskReleaseController(TaskService tasks, ProcessEngineConfigurationImpl engine, CurrentUser currentUser) {
    this.tasks = tasks;
    this.engine = engine;
    this.currentUser = currentUser;
  }

  @PostMapping
  ResponseEntity<?> release(@PathVariable String taskId) {
    return currentUser.id()
        .<ResponseEntity<?>>map(person -> release(taskId, person))
        .orElseGet(() -> answer(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi."));
  }

  private ResponseEntity<?> release(String taskId, String person) {
    if (tasks.createTaskQuery().taskId(taskId).taskAssignee(person).active().count() == 0) {
      return answer(HttpStatus.FORBIDDEN, "Tugas ini tidak (lagi) Anda pegang, jadi tidak ada yang berubah. Muat ulang halaman.");
    }
    engine.getCommandExecutorTxRequired().execute(context -> {
      context.runWithoutAuthorization(() -> {
        tasks.setAssignee(taskId, null);
        return null;
      });
      return null;
    });
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<?> answer(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("message", message));
  }
}
