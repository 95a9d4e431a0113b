package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.NEXT_LOOK;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells the proctor when the dashboard is looked at again (ES-10), as an instant in ISO 8601. */
@InModel
class ShowNextLook implements TaskListener {

  private final DashboardLook look;

  ShowNextLook(DashboardLook look) {
    this.look = look;
  }

  @Override
  public void notify(DelegateTask task) {
    NEXT_LOOK.set(task, look.next().toInstant().toString());
  }
}
