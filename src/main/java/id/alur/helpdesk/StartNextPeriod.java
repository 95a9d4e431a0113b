package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.ENDING_NOTE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Goes on watching in a new case, in the same transaction: no moment is without one (HD-P7). */
@InModel
class StartNextPeriod implements JavaDelegate {

  private final AppUpdates updates;

  StartNextPeriod(AppUpdates updates) {
    this.updates = updates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String next = updates.startNextPeriod(execution.getTenantId(), execution.getProcessInstanceId()).getBusinessKey();
    ENDING_NOTE.set(execution, "Versinya tercatat. Pemantauan berlanjut dalam kasus " + next
        + ", yang meminta pemeriksaan lagi bila sudah waktunya.");
  }
}
