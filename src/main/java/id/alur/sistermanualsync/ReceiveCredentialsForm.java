package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_OUTCOME;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.sistermanualsync.SisterManualSync.CredentialsOutcome;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what came of waiting for username and password (MS-3). It has no field for either of them. */
@InModel
class ReceiveCredentialsForm implements TaskListener {

  private static final Set<String> OUTCOMES = Set.of(CredentialsOutcome.RECEIVED, CredentialsOutcome.ASK_AGAIN);

  @Override
  public void notify(DelegateTask task) {
    String outcome = CREDENTIALS_OUTCOME.find(task).orElse("");
    boolean unexplained = outcome.equals(CredentialsOutcome.ASK_AGAIN) && CREDENTIALS_REFUSED_BECAUSE.get(task) == null;
    new Refusals()
        .when(!OUTCOMES.contains(outcome), CREDENTIALS_OUTCOME.name(),
            "Pilih apakah username dan password sudah Anda terima.")
        .when(unexplained, CREDENTIALS_REFUSED_BECAUSE.name(), "Tulis mengapa akses harus diminta lagi.")
        .throwIfAny();
  }
}
