package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.ADMIN_VERSION;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what came of patching (ES-3, ES-4, ES-5, ES-6): both versions are those of the round, or it failed. */
@InModel
class PatchForm implements TaskListener {

  private final WantedVersions versions;
  private final PatchResult result;

  PatchForm(WantedVersions versions, PatchResult result) {
    this.versions = versions;
    this.result = result;
  }

  @Override
  public void notify(DelegateTask task) {
    Refusals refusals = new Refusals();
    versions.wantedIn(task).refusalOfAdmin(ADMIN_VERSION.get(task))
        .ifPresent(sentence -> refusals.when(true, ADMIN_VERSION.name(), sentence));
    result.check(task, refusals);
    refusals.throwIfAny();
  }
}
