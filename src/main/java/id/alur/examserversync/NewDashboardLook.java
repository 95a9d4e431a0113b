package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.BY_HAND_BECAUSE;
import static id.alur.examserversync.ExamServerSync.DASHBOARD_STATE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Forgets what an earlier dashboard showed (ES-10). */
@InModel
class NewDashboardLook implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    DASHBOARD_STATE.set(execution, null);
    BY_HAND_BECAUSE.clear(execution);
  }
}
