package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.SERVICE_RUNS;
import static id.alur.examserversync.ExamServerSync.SERVICE_STARTED;
import static id.alur.examserversync.ExamServerSync.SERVICE_TAB_OPENED;
import static id.alur.examserversync.ExamServerSync.VERSION_READ;
import static id.alur.examserversync.ExamServerSync.WEB_CLOSED;
import static id.alur.examserversync.ExamServerSync.WEB_REOPENED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the six acts after a failed patching, and what came of them (ES-7). */
@InModel
class RestartServiceForm implements TaskListener {

  private final PatchResult result;

  RestartServiceForm(PatchResult result) {
    this.result = result;
  }

  @Override
  public void notify(DelegateTask task) {
    Refusals refusals = new Refusals();
    Stream.of(SERVICE_TAB_OPENED, SERVICE_STARTED, SERVICE_RUNS, WEB_CLOSED, WEB_REOPENED).forEach(act ->
        refusals.when(!act.find(task).orElse(false), act.name(), "Lakukan langkah ini, lalu centang."));
    result.check(task, refusals);
    refusals.throwIfAny();
    VERSION_READ.clear(task);
  }
}
