package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.FEEDER_UPDATE_CAUSE;

import id.alur.engine.InModel;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** What Feeder answered says that it is outdated, or another version than before: its update is wanted (HD-P6). */
@InModel
class RequestAppUpdate implements ExecutionListener {

  private final AppUpdates updates;
  private final AppVersions versions;
  private final AppUpdateSettings settings;
  private final Clock clock;

  RequestAppUpdate(AppUpdates updates, AppVersions versions, AppUpdateSettings settings, Clock clock) {
    this.updates = updates;
    this.versions = versions;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      FEEDER_UPDATE_CAUSE.find(execution).flatMap(UpdateCause::of)
          .filter(cause -> isNews(cause, execution.getTenantId()))
          .ifPresent(cause ->
              updates.updateNeeded(execution.getTenantId(), cause, execution.getProcessBusinessKey()));
    }
  }

  /** A strange answer is none, if somebody has looked at the versions lately. */
  private boolean isNews(UpdateCause cause, String unit) {
    Instant lately = clock.instant().minus(settings.checkEvery());
    return cause == UpdateCause.FEEDER_OUTDATED
        || versions.of(unit).stream().noneMatch(version -> version.recordedAt().isAfter(lately));
  }
}
