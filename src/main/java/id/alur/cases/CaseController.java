package id.alur.cases;

import id.alur.cases.Cases.Cancellation;
import id.alur.cases.Cases.Deviation;
import id.alur.engine.RejectedInput;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes deviations and cancellations from the foot of every task form. Shares Tasklist's login and CSRF token. */
@RestController
@RequestMapping("/camunda/api/alur/cases/{caseId}")
class CaseController {

  private final Cases cases;
  private final IdentityService identity;

  CaseController(Cases cases, IdentityService identity) {
    this.cases = cases;
    this.identity = identity;
  }

  @PostMapping("/deviations")
  ResponseEntity<?> report(@PathVariable String caseId, @RequestBody Deviation deviation) {
    return act(caseId, deviation.taskId(), person -> cases.reportDeviation(caseId, deviation, person));
  }

  @PostMapping("/cancellation")
  ResponseEntity<?> cancel(@PathVariable String caseId, @RequestBody Cancellation cancellation) {
    return act(caseId, cancellation.taskId(), person -> cases.cancel(caseId, cancellation, person));
  }

  private ResponseEntity<?> act(String caseId, String taskId, Consumer<String> action) {
    Authentication person = identity.getCurrentAuthentication();
    if (person == null) {
      return answer(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi; isian Anda belum dikirim.");
    }
    if (taskId == null || !cases.mayAct(caseId, taskId)) {
      return answer(HttpStatus.FORBIDDEN, "Tugas ini tidak (lagi) terbuka bagi Anda, jadi tidak ada yang dicatat. Muat ulang halaman.");
    }
    action.accept(person.getUserId());
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler
  ResponseEntity<?> refused(RejectedInput rejected) {
    return ResponseEntity.badRequest().body(Map.of("sentences", rejected.sentences()));
  }

  /** How a {@link RejectedInput} leaves the engine. */
  @ExceptionHandler
  ResponseEntity<?> refused(FormFieldValidationException refusal) {
    if (refusal.getCause() instanceof RejectedInput rejected) {
      return refused(rejected);
    }
    throw refusal;
  }

  @ExceptionHandler({MismatchingMessageCorrelationException.class, OptimisticLockingException.class})
  ResponseEntity<?> changedMeanwhile() {
    return answer(HttpStatus.CONFLICT, "Perkara ini baru saja selesai atau berubah. Tidak ada yang dicatat; muat ulang halaman.");
  }

  private static ResponseEntity<?> answer(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("message", message));
  }
}
