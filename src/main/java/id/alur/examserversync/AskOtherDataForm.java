package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.OTHER_DATA;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the answer to whether other exam data would be lost (ES-12). */
@InModel
class AskOtherDataForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    new Refusals()
        .when(!Set.of("no", "yes", "unsure").contains(OTHER_DATA.find(task).orElse("")), OTHER_DATA.name(),
            "Pilih tidak ada, masih ada, atau tidak yakin.")
        .throwIfAny();
  }
}
