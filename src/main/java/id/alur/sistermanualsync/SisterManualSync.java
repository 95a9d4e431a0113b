package id.alur.sistermanualsync;

import static id.alur.engine.Variable.flag;
import static id.alur.engine.Variable.number;
import static id.alur.engine.Variable.text;

import id.alur.access.Units;
import id.alur.act.ActInDoubt;
import id.alur.engine.Variable;

/** The contract of the procedure: under which names it, its answers and what it knows travel. */
final class SisterManualSync {

  static final String PROCESS = "sister-manual-sync";

  // errors, each with its sentence for people in a variable
  static final String ACCOUNT_REFUSED = PROCESS + ".accountRefused";
  static final String WINDOW_SHUT = PROCESS + ".windowShut";
  static final String ANSWER_REFUSED = PROCESS + ".answerRefused";
  static final String SIZE_EXCEEDED = PROCESS + ".sizeExceeded";
  static final String UPLOAD_EXPIRED = PROCESS + ".uploadExpired";

  // who and where
  static final Variable<String> INITIATOR = text("initiator");
  static final Variable<String> UNIT_CODE = Units.CODE;
  static final Variable<String> INSTITUTION_NAME = text("institutionName");
  static final Variable<String> SISTER_ADDRESS = text("sisterAddress");
  static final Variable<String> SIGN_IN_LINK = text("signInLink");

  // eligibility (MS-E1, MS-E2, MS-E3)
  static final Variable<String> ELIGIBILITY_CASE = text("eligibilityCase");
  static final Variable<String> NOTICE_HELD = text("noticeHeld");
  static final Variable<String> NOTICE_DOCUMENT = text("noticeDocument");
  static final Variable<String> AUTOMATIC_SYNC = text("automaticSync");
  static final Variable<String> MAINTENANCE = text("maintenance");
  static final Variable<String> ELIGIBILITY_EVIDENCE = text("eligibilityEvidence");
  static final Variable<Boolean> ELIGIBLE = flag("eligible");
  static final Variable<String> ELIGIBILITY_REASON = text("eligibilityReason");

  // access (MS-1, MS-2, MS-3)
  static final Variable<String> ACCESS_REQUEST_NUMBER = text("accessRequestNumber");
  static final Variable<String> CREDENTIALS_OUTCOME = text("credentialsOutcome");
  static final Variable<String> CREDENTIALS_REFUSED_BECAUSE = text("credentialsRefusedBecause");

  static final Variable<String> ACCESS_REQUEST_REMARK = text("accessRequestRemark");
  static final Variable<Boolean> AUTOMATIC_SIGN_IN = flag("automaticSignIn");
  static final Variable<String> CREDENTIALS = text("credentials");

  // what Alur did not manage, or does not know, and a person goes on with
  static final Variable<String> BY_HAND_BECAUSE = text("byHandBecause");
  static final Variable<String> ACT_DECISION = ActInDoubt.DECISION;
  static final Variable<String> ACT_REFERENCE = ActInDoubt.REFERENCE;
  static final Variable<String> ACT_EVIDENCE = ActInDoubt.EVIDENCE;

  // window (MS-W)
  static final Variable<String> NEXT_WINDOW = text("nextWindow");
  static final Variable<String> OUTSIDE_WINDOW_REASON = text("outsideWindowReason");

  // sign in (MS-4, MS-5, MS-5P, MS-6)
  static final Variable<String> SIGN_IN_OUTCOME = text("signInOutcome");
  static final Variable<Boolean> PROHIBITIONS_KEPT = flag("prohibitionsKept");
  static final Variable<String> CONNECTION_BROKE_BECAUSE = text("connectionBrokeBecause");
  static final Variable<Long> SIGN_IN_ROUNDS = number("signInRounds");
  static final Variable<String> ANSWER_DOCUMENT = text("answerDocument");

  // hand over (MS-7)
  static final Variable<String> ANSWER_UPLOAD = text("answerUpload");
  static final Variable<Long> ANSWER_UPLOADS = number("answerUploads");
  static final Variable<String> ANSWER_UPLOAD_EXPIRES = text("answerUploadExpires");
  static final Variable<String> ANSWER_REQUEST_NUMBER = text("answerRequestNumber");
  static final Variable<String> ANSWER_REQUEST_REMARK = text("answerRequestRemark");
  static final Variable<String> VERDICT = text("verdict");
  static final Variable<String> VERDICT_SOURCE = text("verdictSource");
  static final Variable<String> VERDICT_REASON = text("verdictReason");
  static final Variable<String> VERDICT_DOCUMENT = text("verdictDocument");

  private SisterManualSync() {}

  /** What the start form says of the PT (000: the three cases). */
  static final class EligibilityCase {
    static final String IDENTIFIED_BY_CENTRAL_TEAM = "identifiedByCentralTeam";
    static final String AUTOMATIC_SYNC_FAILED = "automaticSyncFailed";
    static final String TRANSITION_BLOCKED = "transitionBlocked";
    static final String NONE = "none";

    private EligibilityCase() {}
  }

  /** What came of waiting for username and password. */
  static final class CredentialsOutcome {
    static final String RECEIVED = "received";
    static final String ASK_AGAIN = "askAgain";

    private CredentialsOutcome() {}
  }

  /** What came of signing in at /autosync. */
  static final class SignInOutcome {
    static final String SIGNED_IN = "signedIn";
    static final String CONNECTION_BROKE = "connectionBroke";
    static final String CREDENTIALS_REFUSED = "credentialsRefused";

    private SignInOutcome() {}
  }

  /** What Pusat Bantuan answered; a refusal names the step to go back to. */
  static final class Verdict {
    static final String PROCESSED = "processed";
    static final String SEND_AGAIN = "sendAgain";
    static final String SIGN_IN_AGAIN = "signInAgain";
    static final String REQUEST_AGAIN = "requestAgain";

    private Verdict() {}
  }
}
