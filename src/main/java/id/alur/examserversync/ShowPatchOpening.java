package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.PATCHING_OPENS_AT;
import static id.alur.examserversync.ExamServerSync.SYNC_DATE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells the proctor who waits when auto patching opens (ES-T), as an instant in ISO 8601. */
@InModel
class ShowPatchOpening implements TaskListener {

  private final PatchGate gate;

  ShowPatchOpening(PatchGate gate) {
    this.gate = gate;
  }

  @Override
  public void notify(DelegateTask task) {
    PATCHING_OPENS_AT.set(task, gate.opening(SYNC_DATE.get(task)).toInstant().toString());
  }
}
