package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.LIGHTS_NOT_GREEN;
import static id.alur.examserversync.ExamServerSync.TEST_FINDING;
import static id.alur.examserversync.ExamServerSync.TEST_OUTCOME;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts whether the test is in Daftar Test (ES-20); also there a light may turn out not to be green (ES-18). */
@InModel
class CheckTestForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String outcome = TEST_OUTCOME.find(task).orElse("");
    boolean isNotGreen = outcome.equals("notGreen");
    Optional<String> lights = LightsNotGreen.of(LIGHTS_NOT_GREEN.get(task));
    new Refusals()
        .when(!Set.of("listed", "missing", "notGreen").contains(outcome), TEST_OUTCOME.name(), "Pilih apa yang tampil.")
        .when(isNotGreen && lights.isEmpty(), LIGHTS_NOT_GREEN.name(), LightsNotGreen.REFUSAL)
        .when(!isNotGreen && LIGHTS_NOT_GREEN.get(task) != null, TEST_OUTCOME.name(),
            "Anda menulis data yang tidak hijau: pilih jawaban itu.")
        .when(outcome.equals("missing") && TEST_FINDING.get(task) == null, TEST_FINDING.name(), "Tulis apa yang tampil.")
        .throwIfAny();
    lights.ifPresent(numbers -> LIGHTS_NOT_GREEN.set(task, numbers));
  }
}
