package id.alur.helpdesk;

import static id.alur.engine.Variable.flag;
import static id.alur.engine.Variable.text;

import id.alur.access.Units;
import id.alur.engine.Variable;
import java.util.List;

/** The contract of the process that keeps Feeder and the integrator up to date (HD-P6, HD-P7). */
final class AppUpdate {

  static final String PROCESS = "help-desk-app-update";

  /** There is a cause for an update. A case takes it at any time: it wakes one that waits, else it is noted. */
  static final String UPDATE_NEEDED = PROCESS + ".updateNeeded";

  // who, where and why
  static final Variable<String> INITIATOR = text("initiator");
  static final Variable<String> UNIT_CODE = Units.CODE;
  static final Variable<String> UPDATE_NOW = text("updateNow");
  static final Variable<String> CAUSE = text("cause");
  static final Variable<String> CAUSE_DETAIL = text("causeDetail");
  static final Variable<String> CAUSES = text("causes");
  static final Variable<Boolean> ALREADY_OPEN = flag("alreadyOpen");

  // what was there before
  static final Variable<String> LAST_FEEDER_VERSION = text("lastFeederVersion");
  static final Variable<String> LAST_INTEGRATOR_VERSION = text("lastIntegratorVersion");
  static final Variable<String> LAST_RECORDED_AT = text("lastRecordedAt");

  // what was done
  static final Variable<String> UPDATE_OUTCOME = text("updateOutcome");
  static final Variable<Boolean> BACKED_UP = flag("backedUp");
  static final Variable<Boolean> FROM_OFFICIAL_PLACE = flag("fromOfficialPlace");
  static final Variable<Boolean> INSTALLED = flag("installed");
  static final Variable<Boolean> RESTARTED = flag("restarted");
  static final Variable<Boolean> SIGNED_IN = flag("signedIn");
  static final Variable<Boolean> INTEGRATOR_TESTED = flag("integratorTested");
  static final List<Variable<Boolean>> INSTALLATION =
      List.of(BACKED_UP, FROM_OFFICIAL_PLACE, INSTALLED, RESTARTED, SIGNED_IN, INTEGRATOR_TESTED);
  static final Variable<Boolean> SERVICE_ANSWERS = flag("serviceAnswers");
  static final Variable<String> FEEDER_VERSION = text("feederVersion");
  static final Variable<String> INTEGRATOR_VERSION = text("integratorVersion");
  static final Variable<String> UPDATE_DOCUMENT = text("updateDocument");
  static final Variable<String> LOOKED_WHERE = text("lookedWhere");
  static final Variable<String> UPDATED_BY = text("updatedBy");

  // what comes next
  static final Variable<String> POSTPONED_BECAUSE = text("postponedBecause");
  static final Variable<String> POSTPONED_BEFORE = text("postponedBefore");
  static final Variable<String> NEXT_TRY = text("nextTry");
  static final Variable<String> ENDING_NOTE = text("endingNote");

  private AppUpdate() {}

  /** What can come of an update task. */
  static final class Outcome {
    static final String UPDATED = "updated";
    static final String NOTHING_NEWER = "nothingNewer";
    static final String POSTPONED = "postponed";

    private Outcome() {}
  }
}
