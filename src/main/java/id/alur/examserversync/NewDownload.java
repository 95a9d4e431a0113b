package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.LIGHTS;
import static id.alur.examserversync.ExamServerSync.NINE_GREEN;
import static id.alur.examserversync.ExamServerSync.VERIFIED;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Begins a download without a green light (ES-18), and nothing verified yet. */
@InModel
class NewDownload implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    NINE_GREEN.set(execution, false);
    VERIFIED.set(execution, false);
    LIGHTS.forEach(light -> light.clear(execution));
  }
}
