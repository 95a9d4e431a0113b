package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.NEXT_WINDOW;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells the Admin PT who waits when the advised window opens next (MS-W), as an instant in ISO 8601. */
@InModel
class ShowNextWindow implements TaskListener {

  private final ManualSyncWindow window;

  ShowNextWindow(ManualSyncWindow window) {
    this.window = window;
  }

  @Override
  public void notify(DelegateTask task) {
    NEXT_WINDOW.set(task, window.nextOpening().toInstant().toString());
  }
}
