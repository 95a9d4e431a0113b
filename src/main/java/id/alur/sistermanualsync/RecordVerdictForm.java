package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.VERDICT;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_REASON;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_SOURCE;

import id.alur.access.Group;
import id.alur.access.Members;
import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.sistermanualsync.SisterManualSync.Verdict;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts Pusat Bantuan's answer (MS-7). Who records it on Pusat Bantuan's behalf says where the answer came from. */
@InModel
class RecordVerdictForm implements TaskListener {

  private static final Set<String> REFUSED = Set.of(Verdict.SEND_AGAIN, Verdict.SIGN_IN_AGAIN, Verdict.REQUEST_AGAIN);

  private final Members members;

  RecordVerdictForm(Members members) {
    this.members = members;
  }

  @Override
  public void notify(DelegateTask task) {
    String verdict = VERDICT.find(task).orElse("");
    boolean onBehalf = !members.isMember(task.getAssignee(), Group.PUSAT_BANTUAN);
    new Refusals()
        .when(!verdict.equals(Verdict.PROCESSED) && !REFUSED.contains(verdict), VERDICT.name(),
            "Pilih jawaban Pusat Bantuan.")
        .when(REFUSED.contains(verdict) && VERDICT_REASON.get(task) == null, VERDICT_REASON.name(),
            "Tulis alasan penolakan dari Pusat Bantuan.")
        .when(onBehalf && VERDICT_SOURCE.get(task) == null, VERDICT_SOURCE.name(),
            "Tulis dari siapa, kapan, dan lewat apa Anda menerima jawaban ini.")
        .throwIfAny();
  }
}
