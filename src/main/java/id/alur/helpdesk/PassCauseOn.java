package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.CAUSE_DETAIL;
import static id.alur.helpdesk.AppUpdate.ENDING_NOTE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gives what somebody said to the open case of the unit: there are never two (HD-P6). */
@InModel
class PassCauseOn implements JavaDelegate {

  private final AppUpdates updates;

  PassCauseOn(AppUpdates updates) {
    this.updates = updates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    updates.updateNeeded(execution.getTenantId(), UpdateCause.PERSON, CAUSE_DETAIL.get(execution));
    ENDING_NOTE.set(execution, "Tugas \"Perbarui Feeder dan integrator\" sudah terbuka di \"Tugas kelompok saya\"; "
        + "laporan Anda dicatat di sana.");
  }
}
