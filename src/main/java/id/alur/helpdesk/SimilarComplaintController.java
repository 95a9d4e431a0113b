package id.alur.helpdesk;

import id.alur.engine.CurrentUser;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hints at possible duplicates to whoever works on a complaint. Shares Tasklist's login. */
@RestController
class SimilarComplaintController {

  private final SimilarComplaints similar;
  private final Complaints complaints;
  private final TaskService tasks;
  private final CurrentUser currentUser;

  SimilarComplaintController(SimilarComplaints similar, Complaints complaints, TaskService tasks,
      CurrentUser currentUser) {
    this.similar = similar;
    this.complaints = complaints;
    this.tasks = tasks;
    this.currentUser = currentUser;
  }

  @GetMapping("/camunda/api/alur/" + HelpDesk.PROCESS + "/similar")
  ResponseEntity<List<SimilarComplaint>> similar(@RequestParam String taskId) {
    if (currentUser.id().isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    if (!currentUser.mayWorkOn(taskId)) {
      return ResponseEntity.notFound().build();
    }
    String caseId = tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
    return ResponseEntity.ok(similar.to(complaints.of(caseId)));
  }

  /** A task of another procedure. */
  @ExceptionHandler(EmptyResultDataAccessException.class)
  ResponseEntity<Void> noComplaint() {
    return ResponseEntity.notFound().build();
  }
}
