package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ANSWER_DOCUMENT;
import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.CONNECTION_BROKE_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.OUTSIDE_WINDOW_REASON;
import static id.alur.sistermanualsync.SisterManualSync.PROHIBITIONS_KEPT;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_OUTCOME;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_REASON;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.sistermanualsync.SisterManualSync.SignInOutcome;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Accepts what came of signing in at /autosync (MS-4, MS-5, MS-5P, MS-6).
 *
 * <p>A sign-in during which one of the four prohibitions was broken is not a sign-in: it is done again. One outside the
 * advised window (MS-W) needs a reason.
 */
@InModel
class SignInForm implements TaskListener {

  private final ManualSyncWindow window;

  SignInForm(ManualSyncWindow window) {
    this.window = window;
  }

  @Override
  public void notify(DelegateTask task) {
    Refusals refusals = new Refusals();
    String outcome = SIGN_IN_OUTCOME.find(task).orElse("");
    switch (outcome) {
      case SignInOutcome.SIGNED_IN -> checkSignedIn(task, refusals);
      case SignInOutcome.CONNECTION_BROKE -> refusals.when(CONNECTION_BROKE_BECAUSE.get(task) == null,
          CONNECTION_BROKE_BECAUSE.name(), "Pilih apa yang terjadi.");
      case SignInOutcome.CREDENTIALS_REFUSED -> refusals.when(CREDENTIALS_REFUSED_BECAUSE.get(task) == null,
          CREDENTIALS_REFUSED_BECAUSE.name(), "Tulis apa yang tampil di layar, tanpa username dan password.");
      default -> refusals.when(true, SIGN_IN_OUTCOME.name(), "Pilih bagaimana hasil masuk ke SISTER.");
    }
    refusals.throwIfAny();
    BY_HAND_BECAUSE.clear(task);
    if (!outcome.equals(SignInOutcome.CONNECTION_BROKE)) {
      VERDICT_REASON.clear(task);
    }
  }

  private void checkSignedIn(DelegateTask task, Refusals refusals) {
    refusals
        .when(!PROHIBITIONS_KEPT.find(task).orElse(false), PROHIBITIONS_KEPT.name(),
            "Bila salah satu larangan terlanggar, pilih \"Sambungan terputus\" pada hasil di atas, lalu masuk lagi.")
        .when(ANSWER_DOCUMENT.get(task) == null, ANSWER_DOCUMENT.name(), "Pilih berkas JSON yang Anda simpan.")
        .when(!window.isOpen() && OUTSIDE_WINDOW_REASON.get(task) == null, OUTSIDE_WINDOW_REASON.name(),
            "Sekarang di luar jendela Selasa dan Jumat pukul 10.00–15.00 WIB. Tulis alasannya; bila Anda masuk sebelum "
                + "jendela ditutup, tulis pukul berapa.");
  }
}
