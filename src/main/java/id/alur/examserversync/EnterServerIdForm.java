package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.REPLACED_SERIAL_NUMBER;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT;
import static id.alur.examserversync.ExamServerSync.RIGHT_MACHINE_AGAIN;
import static id.alur.examserversync.ExamServerSync.SERIAL_NUMBER;
import static id.alur.examserversync.ExamServerSync.SERVER_ID;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts ID Server and SN of the right machine (ES-8, ES-9), and reserves both for this case in the round. */
@InModel
class EnterServerIdForm implements TaskListener {

  private final ServerBindings bindings;

  EnterServerIdForm(ServerBindings bindings) {
    this.bindings = bindings;
  }

  @Override
  public void notify(DelegateTask task) {
    String idRefusal = ServerId.refusalOf(SERVER_ID.get(task));
    String snRefusal = SerialNumber.refusalOf(SERIAL_NUMBER.get(task));
    new Refusals()
        .when(idRefusal != null, SERVER_ID.name(), idRefusal)
        .when(snRefusal != null, SERIAL_NUMBER.name(), snRefusal)
        .when(!RIGHT_MACHINE_AGAIN.find(task).orElse(false), RIGHT_MACHINE_AGAIN.name(),
            "Berhenti bila ini bukan mesin tes. Bila benar, centang.")
        .throwIfAny();
    ServerBinding wanted = new ServerBinding(ExamRound.of(EXAM_ROUND.get(task)).orElseThrow(),
        SerialNumber.of(SERIAL_NUMBER.get(task)).orElseThrow(), ServerId.of(SERVER_ID.get(task)).orElseThrow());
    SERVER_ID.set(task, wanted.serverId().value());
    SERIAL_NUMBER.set(task, wanted.serialNumber().value());
    reserve(task, wanted);
  }

  private void reserve(DelegateTask task, ServerBinding wanted) {
    try {
      if ("yes".equals(REPLACEMENT.get(task))) {
        SerialNumber replaced = SerialNumber.of(REPLACED_SERIAL_NUMBER.get(task)).orElseThrow();
        bindings.replace(replaced, wanted, task.getProcessInstanceId());
      } else {
        bindings.reserve(wanted, task.getProcessInstanceId());
      }
    } catch (BindingRefused refusal) {
      throw RejectedInput.of(refusal.reason().isAboutServerId() ? SERVER_ID.name() : SERIAL_NUMBER.name(),
          refusal.getMessage());
    }
  }
}
