package id.alur.cases;

import id.alur.cases.CaseActions.Cancellation;
import id.alur.cases.CaseActions.Deviation;
import id.alur.cases.CaseEndings.Ending;
import id.alur.engine.CurrentUser;
import id.alur.engine.RejectedInput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes deviations and cancellations from the foot of every task form, and from whoever started the case at any time;
 * says how a case ended. Shares Tasklist's login.
 */
@RestController
@RequestMapping("/camunda/api/alur/cases/{caseId}")
class CaseActionController {

  private final CaseActions actions;
  private final CaseEndings endings;
  private final CurrentUser currentUser;

  CaseActionController(CaseActions actions, CaseEndings endings, CurrentUser currentUser) {
    this.actions = actions;
    this.endings = endings;
    this.currentUser = currentUser;
  }

  @PostMapping("/deviations")
  ResponseEntity<?> report(@PathVariable String caseId, @RequestBody Deviation deviation) {
    return act(caseId, deviation.taskId(), person -> actions.reportDeviation(caseId, deviation, person));
  }

  @PostMapping("/cancellation")
  ResponseEntity<?> cancel(@PathVariable String caseId, @RequestBody Cancellation cancellation) {
    return act(caseId, cancellation.taskId(), person -> actions.cancel(caseId, cancellation, person));
  }

  /** 204 while the case runs, or if this person had no part in it. */
  @GetMapping("/ending")
  ResponseEntity<?> ending(@PathVariable String caseId) {
    Optional<Ending> ending = currentUser.id().flatMap(person -> endings.of(caseId, person));
    return ending.<ResponseEntity<?>>map(ResponseEntity::ok).orElse(ResponseEntity.noContent().build());
  }

  private ResponseEntity<?> act(String caseId, String taskId, Consumer<String> action) {
    Optional<String> person = currentUser.id();
    if (person.isEmpty()) {
      return answer(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi; isian Anda belum dikirim.");
    }
    if (!actions.mayAct(caseId, taskId, person.get())) {
      return answer(HttpStatus.FORBIDDEN, (taskId == null ? "Kasus ini" : "Tugas ini")
          + " tidak (lagi) terbuka bagi Anda, jadi tidak ada yang dicatat. Muat ulang halaman.");
    }
    action.accept(person.get());
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
    return answer(HttpStatus.CONFLICT,
        "Kasus ini baru saja selesai atau berubah. Tidak ada yang dicatat; muat ulang halaman.");
  }

  private static ResponseEntity<?> answer(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("message", message));
  }
}
