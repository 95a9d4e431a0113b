package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_VERSION;
import static id.alur.examserversync.ExamServerSync.PATCH_OUTCOME;

import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Patching succeeded only with the version of the round (ES-6). */
@Component
class PatchResult {

  private final WantedVersions versions;

  PatchResult(WantedVersions versions) {
    this.versions = versions;
  }

  void check(DelegateTask task, Refusals refusals) {
    String outcome = PATCH_OUTCOME.find(task).orElse("");
    refusals.when(!Set.of("succeeded", "failed").contains(outcome), PATCH_OUTCOME.name(), "Pilih berhasil atau gagal.");
    if (outcome.equals("succeeded")) {
      versions.wantedIn(task).refusalOfCbtSync(CBT_SYNC_VERSION.get(task))
          .ifPresent(sentence -> refusals.when(true, CBT_SYNC_VERSION.name(), sentence));
    }
  }
}
