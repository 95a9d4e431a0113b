package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.INITIATOR;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT_DECISION;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT_REASON;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the word of a second person about a machine in place of another (ES-9). */
@InModel
class ConfirmReplacementForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String decision = REPLACEMENT_DECISION.find(task).orElse("");
    boolean isSamePerson = task.getAssignee() != null && task.getAssignee().equals(INITIATOR.get(task));
    new Refusals()
        .when(isSamePerson, REPLACEMENT_DECISION.name(), "Anda yang memulai kasus ini: orang lain yang harus menyetujuinya.")
        .when(!Set.of("approved", "refused").contains(decision), REPLACEMENT_DECISION.name(), "Pilih setuju atau tidak.")
        .when(decision.equals("refused") && REPLACEMENT_REASON.get(task) == null, REPLACEMENT_REASON.name(),
            "Tulis mengapa penggantian ini tidak disetujui.")
        .throwIfAny();
  }
}
