package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;

import id.alur.act.Act;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The versions that the round of a case wants (ES-3, ES-6). */
@Component
class WantedVersions {

  private final ExamServerSyncSettings settings;

  WantedVersions(ExamServerSyncSettings settings) {
    this.settings = settings;
  }

  Versions wantedIn(VariableScope execution) {
    return wantedIn(EXAM_ROUND.get(execution));
  }

  Versions wantedIn(Act act) {
    return wantedIn(act.find(EXAM_ROUND).orElseThrow());
  }

  private Versions wantedIn(String round) {
    return settings.versionsIn(ExamRound.of(round).orElseThrow());
  }
}
