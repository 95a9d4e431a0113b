package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_OUTCOME;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_LINK;
import static id.alur.sistermanualsync.SisterManualSync.SISTER_ADDRESS;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.sistermanualsync.SisterManualSync.CredentialsOutcome;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Accepts what came of waiting for username and password (MS-3), and the address where they are used (MS-4), which was
 * shown back. The two themselves went to the vault, if anywhere.
 */
@InModel
class ReceiveCredentialsForm implements TaskListener {

  private static final Set<String> OUTCOMES = Set.of(CredentialsOutcome.RECEIVED, CredentialsOutcome.ASK_AGAIN);

  @Override
  public void notify(DelegateTask task) {
    String outcome = CREDENTIALS_OUTCOME.find(task).orElse("");
    boolean unexplained = outcome.equals(CredentialsOutcome.ASK_AGAIN) && CREDENTIALS_REFUSED_BECAUSE.get(task) == null;
    String address = SISTER_ADDRESS.get(task);
    String addressRefusal = SisterAddress.refusalOf(address);
    new Refusals()
        .when(!OUTCOMES.contains(outcome), CREDENTIALS_OUTCOME.name(),
            "Pilih apakah username dan password sudah Anda terima.")
        .when(unexplained, CREDENTIALS_REFUSED_BECAUSE.name(), "Tulis mengapa akses harus diminta lagi.")
        .when(addressRefusal != null, SISTER_ADDRESS.name(), addressRefusal)
        .throwIfAny();
    SisterAddress mended = SisterAddress.of(address).orElseThrow();
    SISTER_ADDRESS.set(task, mended.base());
    SIGN_IN_LINK.set(task, mended.signInLink());
    BY_HAND_BECAUSE.clear(task);
    if (outcome.equals(CredentialsOutcome.RECEIVED)) {
      CREDENTIALS_REFUSED_BECAUSE.clear(task);
    }
  }
}
