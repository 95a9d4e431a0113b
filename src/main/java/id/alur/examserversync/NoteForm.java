package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.ACTIVATION_ASKED;
import static id.alur.examserversync.ExamServerSync.CONNECTION_MENDED;
import static id.alur.examserversync.ExamServerSync.DASHBOARD_EXPLAINED;
import static id.alur.examserversync.ExamServerSync.OTHER_DATA_SAVED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.Variable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts a task that asks only for a note of what was done (ES-10, ES-12): the minutes need it. */
@InModel
class NoteForm implements TaskListener {

  private static final Map<String, Variable<String>> NOTES = Map.of(
      "userTask_mendConnection", CONNECTION_MENDED,
      "userTask_askForActivation", ACTIVATION_ASKED,
      "userTask_reportDashboard", DASHBOARD_EXPLAINED,
      "userTask_saveOtherData", OTHER_DATA_SAVED);

  @Override
  public void notify(DelegateTask task) {
    Variable<String> note = NOTES.get(task.getTaskDefinitionKey());
    new Refusals()
        .when(note.get(task) == null, note.name(), "Tulis apa yang dilakukan, oleh siapa, dan hasilnya.")
        .throwIfAny();
  }
}
