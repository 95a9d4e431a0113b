package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.ERASED;
import static id.alur.examserversync.ExamServerSync.SAME_MACHINE;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts that HAPUS was done on the case's machine (ES-12, ES-14): never on one whose nine data are green (ES-21). */
@InModel
class EraseForm implements TaskListener {

  private final CaseMachine machine;

  EraseForm(CaseMachine machine) {
    this.machine = machine;
  }

  @Override
  public void notify(DelegateTask task) {
    machine.refuseIfComplete(task);
    new Refusals()
        .when(!SAME_MACHINE.find(task).orElse(false), SAME_MACHINE.name(),
            "Bandingkan SN di layar. Bila berbeda, jangan menekan HAPUS: ini mesin lain.")
        .when(!ERASED.find(task).orElse(false), ERASED.name(), "Centang sesudah HAPUS selesai.")
        .throwIfAny();
  }
}
