package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.OTHER_MACHINE_FOUND;
import static id.alur.examserversync.ExamServerSync.SAME_MACHINE;
import static id.alur.examserversync.ExamServerSync.SYNC_STARTED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts that START SYNC was pressed once on the case's machine (ES-17). */
@InModel
class StartSyncForm implements TaskListener {

  private final MachineCommands commands;

  StartSyncForm(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    if ("no".equals(SAME_MACHINE.get(task))) {
      throw new BpmnError(OTHER_MACHINE_FOUND);
    }
    BindingRefused.at(RejectedInput.WHOLE_FORM, () -> commands.startSync(task.getProcessInstanceId()));
    new Refusals()
        .when(!"yes".equals(SAME_MACHINE.get(task)), SAME_MACHINE.name(),
            "Bandingkan SN di layar, lalu pilih. Bila berbeda, jangan menekan START SYNC: ini mesin lain.")
        .when(!SYNC_STARTED.find(task).orElse(false), SYNC_STARTED.name(), "Centang sesudah START SYNC ditekan.")
        .throwIfAny();
  }
}
