package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.NEXT_TRY;
import static id.alur.helpdesk.AppUpdate.UNIT_CODE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells when a postponed update is asked for again (HD-P7), as an instant in ISO 8601. */
@InModel
class ShowNextTry implements TaskListener {

  private final AppUpdateTimes times;

  ShowNextTry(AppUpdateTimes times) {
    this.times = times;
  }

  @Override
  public void notify(DelegateTask task) {
    NEXT_TRY.set(task, times.nextTry(UNIT_CODE.get(task)).toInstant().toString());
  }
}
