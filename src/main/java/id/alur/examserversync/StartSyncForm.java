package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.SAME_MACHINE;
import static id.alur.examserversync.ExamServerSync.SYNC_STARTED;
import static id.alur.examserversync.ExamServerSync.SYNC_STOPPED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts that START SYNC was pressed once on the case's machine (ES-17): never while one runs, never after nine green. */
@InModel
class StartSyncForm implements TaskListener {

  private final ServerBindings bindings;
  private final CaseMachine machine;

  StartSyncForm(ServerBindings bindings, CaseMachine machine) {
    this.bindings = bindings;
    this.machine = machine;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean mayRun = machine.isSyncRunning(task);
    new Refusals()
        .when(mayRun && !SYNC_STOPPED.find(task).orElse(false), SYNC_STOPPED.name(),
            "Pastikan dulu bahwa START SYNC yang lama sudah berhenti. Bila masih berjalan, tunggu.")
        .when(!SAME_MACHINE.find(task).orElse(false), SAME_MACHINE.name(),
            "Bandingkan SN di layar. Bila berbeda, jangan menekan START SYNC: ini mesin lain.")
        .when(!SYNC_STARTED.find(task).orElse(false), SYNC_STARTED.name(), "Centang sesudah START SYNC ditekan.")
        .throwIfAny();
    if (mayRun) {
      bindings.endSync(task.getProcessInstanceId());
    }
    CaseMachine.orRefuseAt(SYNC_STARTED.name(), () -> bindings.beginSync(task.getProcessInstanceId()));
  }
}
