package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.OTHER_DATA;
import static id.alur.examserversync.ExamServerSync.SYNC_STOPPED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the answer to whether other exam data would be lost (ES-12), and that no START SYNC of an earlier case runs (ES-17). */
@InModel
class AskOtherDataForm implements TaskListener {

  private final MachineCommands commands;

  AskOtherDataForm(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean mayRun = commands.isSyncRunning(task.getProcessInstanceId());
    new Refusals()
        .when(mayRun && !SYNC_STOPPED.find(task).orElse(false), SYNC_STOPPED.name(),
            "Lihat Status Download dulu. Bila START SYNC yang lama masih berjalan, tunggu sampai berhenti.")
        .when(!Set.of("no", "yes", "unsure").contains(OTHER_DATA.find(task).orElse("")), OTHER_DATA.name(),
            "Pilih tidak ada, masih ada, atau tidak yakin.")
        .throwIfAny();
    if (mayRun) {
      commands.syncStopped(task.getProcessInstanceId());
    }
  }
}
