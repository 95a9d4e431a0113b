package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CENTRE_INSTRUCTION;
import static id.alur.examserversync.ExamServerSync.CENTRE_OUTCOME;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what the centre said about a server with nine green data and something missing (ES-21). */
@InModel
class ReportToCentreForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    new Refusals()
        .when(!Set.of("corrected", "decided").contains(CENTRE_OUTCOME.find(task).orElse("")), CENTRE_OUTCOME.name(),
            "Pilih sudah diperbaiki, atau petunjuk lain.")
        .when(CENTRE_INSTRUCTION.get(task) == null, CENTRE_INSTRUCTION.name(),
            "Tulis siapa di pusat, kapan, dan apa petunjuknya.")
        .throwIfAny();
  }
}
