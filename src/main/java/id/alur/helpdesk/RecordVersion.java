package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.FEEDER_VERSION;
import static id.alur.helpdesk.AppUpdate.INTEGRATOR_VERSION;
import static id.alur.helpdesk.AppUpdate.UPDATED_BY;
import static id.alur.helpdesk.AppUpdate.UPDATE_OUTCOME;

import id.alur.engine.InModel;
import id.alur.helpdesk.AppUpdate.Outcome;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps which versions are installed from now on (HD-P6). */
@InModel
class RecordVersion implements JavaDelegate {

  private final AppVersions versions;
  private final Clock clock;

  RecordVersion(AppVersions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean installed = Outcome.UPDATED.equals(UPDATE_OUTCOME.get(execution));
    versions.add(new AppVersion(execution.getProcessInstanceId(), execution.getTenantId(),
        FEEDER_VERSION.get(execution), INTEGRATOR_VERSION.get(execution), installed, UPDATED_BY.get(execution),
        clock.instant()));
  }
}
