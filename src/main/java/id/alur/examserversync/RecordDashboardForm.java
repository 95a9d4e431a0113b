package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.DASHBOARD_STATE;
import static id.alur.examserversync.ExamServerSync.DASHBOARD_TEXT;
import static id.alur.examserversync.ExamServerSync.SERIAL_NUMBER;
import static id.alur.examserversync.ExamServerSync.SHOWN_SERIAL_NUMBER;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what the dashboard says (ES-10, ES-11); an SN other than the case's is a machine other than the case's. */
@InModel
class RecordDashboardForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String shown = SHOWN_SERIAL_NUMBER.get(task);
    String refusal = shown == null ? null : SerialNumber.refusalOf(shown);
    new Refusals()
        .when(DASHBOARD_TEXT.get(task) == null, DASHBOARD_TEXT.name(), "Salin tulisan di dashboard.")
        .when(refusal != null, SHOWN_SERIAL_NUMBER.name(), refusal)
        .throwIfAny();
    boolean isAnother = Optional.ofNullable(shown).flatMap(SerialNumber::of)
        .filter(number -> !number.value().equals(SERIAL_NUMBER.get(task))).isPresent();
    DASHBOARD_STATE.set(task, (isAnother ? Dashboard.MISMATCH : Dashboard.read(DASHBOARD_TEXT.get(task))).name());
  }
}
