package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.AUTOMATIC_SYNC;
import static id.alur.sistermanualsync.SisterManualSync.ELIGIBILITY_CASE;
import static id.alur.sistermanualsync.SisterManualSync.ELIGIBILITY_EVIDENCE;
import static id.alur.sistermanualsync.SisterManualSync.INSTITUTION_NAME;
import static id.alur.sistermanualsync.SisterManualSync.MAINTENANCE;
import static id.alur.sistermanualsync.SisterManualSync.NOTICE_DOCUMENT;
import static id.alur.sistermanualsync.SisterManualSync.NOTICE_HELD;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_LINK;
import static id.alur.sistermanualsync.SisterManualSync.SISTER_ADDRESS;
import static id.alur.sistermanualsync.SisterManualSync.UNIT_CODE;

import id.alur.engine.CaseNumbers;
import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.sistermanualsync.SisterManualSync.EligibilityCase;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Accepts the start form (MS-A, MS-E1, MS-E2, MS-E3): what the decision on eligibility needs is there and readable. */
@InModel
class RequestForm implements ExecutionListener {

  private static final Set<String> CASES = Set.of(EligibilityCase.IDENTIFIED_BY_CENTRAL_TEAM,
      EligibilityCase.AUTOMATIC_SYNC_FAILED, EligibilityCase.TRANSITION_BLOCKED, EligibilityCase.NONE);

  @Override
  public void notify(DelegateExecution start) {
    String unitCode = UNIT_CODE.get(start);
    String address = SISTER_ADDRESS.get(start);
    String addressRefusal = SisterAddress.refusalOf(address);
    Refusals refusals = new Refusals()
        .when(unitCode == null || !unitCode.matches("[0-9]{6}"), UNIT_CODE.name(),
            "Kode PT terdiri atas 6 angka, termasuk nol di depan, tanpa spasi atau huruf. Contoh: 001042")
        .when(INSTITUTION_NAME.get(start) == null, INSTITUTION_NAME.name(), "Isi nama perguruan tinggi.")
        .when(addressRefusal != null, SISTER_ADDRESS.name(), addressRefusal)
        .when(!CASES.contains(ELIGIBILITY_CASE.find(start).orElse("")), ELIGIBILITY_CASE.name(),
            "Pilih keadaan yang berlaku bagi PT Anda.");
    checkEvidence(start, refusals);
    refusals.throwIfAny();
    SisterAddress mended = SisterAddress.of(address).orElseThrow();
    SISTER_ADDRESS.set(start, mended.base());
    SIGN_IN_LINK.set(start, mended.signInLink());
    start.setProcessBusinessKey(CaseNumbers.next("MS", unitCode));
  }

  private static void checkEvidence(DelegateExecution start, Refusals refusals) {
    switch (ELIGIBILITY_CASE.find(start).orElse("")) {
      case EligibilityCase.IDENTIFIED_BY_CENTRAL_TEAM -> refusals
          .when(!Set.of("yes", "no").contains(NOTICE_HELD.find(start).orElse("")), NOTICE_HELD.name(),
              "Pilih sudah atau belum.")
          .when("yes".equals(NOTICE_HELD.get(start)) && NOTICE_DOCUMENT.get(start) == null, NOTICE_DOCUMENT.name(),
              "Lampirkan pemberitahuan tim pusat.");
      case EligibilityCase.AUTOMATIC_SYNC_FAILED -> requireStory(start, refusals
          .when(!Set.of("failed", "succeeded", "notTried").contains(AUTOMATIC_SYNC.find(start).orElse("")),
              AUTOMATIC_SYNC.name(), "Pilih hasil sinkronisasi otomatis."));
      case EligibilityCase.TRANSITION_BLOCKED -> requireStory(start, refusals
          .when(!Set.of("ended", "running").contains(MAINTENANCE.find(start).orElse("")), MAINTENANCE.name(),
              "Pilih sudah selesai atau masih berlangsung."));
      default -> { /* nothing to prove */ }
    }
  }

  private static void requireStory(DelegateExecution start, Refusals refusals) {
    refusals.when(ELIGIBILITY_EVIDENCE.get(start) == null, ELIGIBILITY_EVIDENCE.name(),
        "Tulis apa yang terjadi dan dari mana Anda tahu.");
  }
}
