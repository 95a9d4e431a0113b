package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.SERIAL_NUMBER;

import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The machine of a case, and what is forbidden on it (ES-9, ES-21), whichever case it is. */
@Component
class CaseMachine {

  private final ServerBindings bindings;

  CaseMachine(ServerBindings bindings) {
    this.bindings = bindings;
  }

  /** Refuses the form if this machine has had its nine downloads green in this round. */
  void refuseIfComplete(DelegateTask task) {
    if (bindings.isComplete(round(task), serialNumber(task))) {
      throw RejectedInput.of(RejectedInput.WHOLE_FORM, BindingRefused.Reason.SERIAL_NUMBER_COMPLETE.sentence());
    }
  }

  boolean isSyncRunning(DelegateTask task) {
    return bindings.isSyncRunning(round(task), serialNumber(task));
  }

  /** What the bindings refuse is refused at this field. */
  static void orRefuseAt(String field, Runnable change) {
    try {
      change.run();
    } catch (BindingRefused refusal) {
      throw RejectedInput.of(field, refusal.getMessage());
    }
  }

  private static ExamRound round(DelegateTask task) {
    return ExamRound.of(EXAM_ROUND.get(task)).orElseThrow();
  }

  private static SerialNumber serialNumber(DelegateTask task) {
    return SerialNumber.of(SERIAL_NUMBER.get(task)).orElseThrow();
  }
}
