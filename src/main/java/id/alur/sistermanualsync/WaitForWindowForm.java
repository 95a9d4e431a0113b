package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.OUTSIDE_WINDOW_REASON;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts going on outside the advised window (MS-W), with a reason: the source advises it, it does not forbid. */
@InModel
class WaitForWindowForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    new Refusals()
        .when(OUTSIDE_WINDOW_REASON.get(task) == null, OUTSIDE_WINDOW_REASON.name(),
            "Tulis alasannya, atau tunggu sampai jendela dibuka.")
        .throwIfAny();
  }
}
