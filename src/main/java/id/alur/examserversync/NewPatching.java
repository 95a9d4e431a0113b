package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.PATCH_ROUNDS;
import static id.alur.examserversync.ExamServerSync.PATCH_ROUNDS_BEFORE_ESCALATION;
import static id.alur.examserversync.ExamServerSync.WANTED_ADMIN_VERSION;
import static id.alur.examserversync.ExamServerSync.WANTED_CBT_SYNC_VERSION;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Says which versions this round needs, and after how many failures others are told (ES-3, ES-6, ES-7). */
@InModel
class NewPatching implements ExecutionListener {

  private final WantedVersions versions;
  private final ExamServerSyncSettings settings;

  NewPatching(WantedVersions versions, ExamServerSyncSettings settings) {
    this.versions = versions;
    this.settings = settings;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Versions wanted = versions.wantedIn(execution);
    WANTED_ADMIN_VERSION.set(execution, wanted.admin());
    WANTED_CBT_SYNC_VERSION.set(execution, wanted.cbtSync());
    PATCH_ROUNDS.set(execution, 0L);
    PATCH_ROUNDS_BEFORE_ESCALATION.set(execution, (long) settings.patchingRounds());
  }
}
