package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.TEST_FINDING;
import static id.alur.examserversync.ExamServerSync.TEST_OUTCOME;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts whether the test is in Daftar Test (ES-20). */
@InModel
class CheckTestForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String outcome = TEST_OUTCOME.find(task).orElse("");
    new Refusals()
        .when(!Set.of("listed", "missing").contains(outcome), TEST_OUTCOME.name(), "Pilih tampil atau tidak tampil.")
        .when(outcome.equals("missing") && TEST_FINDING.get(task) == null, TEST_FINDING.name(), "Tulis apa yang tampil.")
        .throwIfAny();
  }
}
