package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.GREEN_LIGHTS;
import static id.alur.examserversync.ExamServerSync.LIGHTS;
import static id.alur.examserversync.ExamServerSync.LIGHT_1;
import static id.alur.examserversync.ExamServerSync.NINE_GREEN;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Takes the nine lights as they stand (ES-18); nine green bind the machine for the rest of the round (ES-9, ES-21). */
@InModel
class RecordDownloadsForm implements TaskListener {

  private final ServerBindings bindings;

  RecordDownloadsForm(ServerBindings bindings) {
    this.bindings = bindings;
  }

  @Override
  public void notify(DelegateTask task) {
    long green = LIGHTS.stream().filter(light -> light.find(task).orElse(false)).count();
    GREEN_LIGHTS.set(task, Long.toString(green));
    NINE_GREEN.set(task, green == LIGHTS.size());
    if (green == LIGHTS.size()) {
      BindingRefused.at(LIGHT_1.name(), () -> bindings.bind(task.getProcessInstanceId()));
    }
  }
}
