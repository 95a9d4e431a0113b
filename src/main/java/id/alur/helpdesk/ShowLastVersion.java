package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.LAST_FEEDER_VERSION;
import static id.alur.helpdesk.AppUpdate.LAST_INTEGRATOR_VERSION;
import static id.alur.helpdesk.AppUpdate.LAST_RECORDED_AT;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells whoever updates what was recorded last (HD-P6). */
@InModel
class ShowLastVersion implements TaskListener {

  private final AppVersions versions;

  ShowLastVersion(AppVersions versions) {
    this.versions = versions;
  }

  @Override
  public void notify(DelegateTask task) {
    versions.of(task.getTenantId()).stream().findFirst().ifPresent(last -> {
      LAST_FEEDER_VERSION.set(task, last.feeder());
      LAST_INTEGRATOR_VERSION.set(task, last.integrator());
      LAST_RECORDED_AT.set(task, last.recordedAt().toString());
    });
  }
}
