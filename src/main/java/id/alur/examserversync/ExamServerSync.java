package id.alur.examserversync;

import static id.alur.engine.Variable.flag;
import static id.alur.engine.Variable.number;
import static id.alur.engine.Variable.text;

import id.alur.access.Units;
import id.alur.engine.Variable;
import java.util.List;

/** The contract of the procedure: under which names it, its answers and what it knows travel. */
final class ExamServerSync {

  static final String PROCESS = "exam-server-sync";

  /** Thrown by the worker that reads the version: another one than the round's is installed. */
  static final String VERSION_DIFFERED = PROCESS + ".versionDiffered";

  /** Thrown by forms before HAPUS and START SYNC: the screen shows another SN than the case's. */
  static final String OTHER_MACHINE_FOUND = PROCESS + ".otherMachineFound";

  // who, where and when (ES-1, ES-2)
  static final Variable<String> INITIATOR = text("initiator");
  static final Variable<String> UNIT_CODE = Units.CODE;
  static final Variable<String> SCHOOL_NAME = text("schoolName");
  static final Variable<String> EXAM_ROUND = text("examRound");
  static final Variable<String> MACHINE_LABEL = text("machineLabel");
  static final Variable<Boolean> RIGHT_MACHINE = flag("rightMachine");
  static final Variable<String> SERVER_ID = text("idServer");
  static final Variable<String> EXAM_DATE = text("examDate");
  static final Variable<String> SYNC_DATE = text("syncDate");
  static final Variable<String> SYNC_SCHEDULE = text("syncSchedule");
  static final Variable<String> ZONE = text("zone");
  static final Variable<String> CBT_SYNC_ADDRESS = text("cbtSyncAddress");

  // a machine in place of another (ES-9)
  static final Variable<String> REPLACEMENT = text("replacement");
  static final Variable<String> REPLACED_SERIAL_NUMBER = text("replacedSerialNumber");
  static final Variable<String> REPLACEMENT_DOCUMENT = text("replacementDocument");
  static final Variable<String> REPLACEMENT_DECISION = text("replacementDecision");
  static final Variable<String> REPLACEMENT_REASON = text("replacementReason");

  // patching (ES-T, ES-3 to ES-7)
  static final Variable<String> PATCHING_OPENS_AT = text("patchingOpensAt");
  static final Variable<String> WANTED_ADMIN_VERSION = text("wantedAdminVersion");
  static final Variable<String> WANTED_CBT_SYNC_VERSION = text("wantedCbtSyncVersion");
  static final Variable<String> ADMIN_VERSION = text("adminVersion");
  static final Variable<String> PATCH_OUTCOME = text("patchOutcome");
  static final Variable<String> CBT_SYNC_VERSION = text("cbtSyncVersion");
  static final Variable<String> VERSION_READ = text("versionRead");
  static final Variable<Long> PATCH_ROUNDS = number("patchRounds");
  static final Variable<Long> PATCH_ROUNDS_BEFORE_ESCALATION = number("patchRoundsBeforeEscalation");
  static final Variable<Boolean> SERVICE_TAB_OPENED = flag("serviceTabOpened");
  static final Variable<Boolean> SERVICE_STARTED = flag("serviceStarted");
  static final Variable<Boolean> SERVICE_RUNS = flag("serviceRuns");
  static final Variable<Boolean> WEB_CLOSED = flag("webClosed");
  static final Variable<Boolean> WEB_REOPENED = flag("webReopened");

  // the server and its dashboard (ES-8 to ES-11)
  static final Variable<String> SERIAL_NUMBER = text("serialNumber");
  static final Variable<Boolean> RIGHT_MACHINE_AGAIN = flag("rightMachineAgain");
  static final Variable<String> DASHBOARD_TEXT = text("dashboardText");
  static final Variable<String> SHOWN_SERIAL_NUMBER = text("shownSerialNumber");
  static final Variable<String> DASHBOARD_STATE = text("dashboardState");
  static final Variable<String> NEXT_LOOK = text("nextLook");
  static final Variable<String> CONNECTION_MENDED = text("connectionMended");
  static final Variable<String> ACTIVATION_ASKED = text("activationAsked");
  static final Variable<String> DASHBOARD_EXPLAINED = text("dashboardExplained");
  static final Variable<String> BY_HAND_BECAUSE = text("byHandBecause");

  // HAPUS, BACKUP, HAPUS (ES-12 to ES-14)
  static final Variable<String> OTHER_DATA = text("otherData");
  static final Variable<String> OTHER_DATA_SAVED = text("otherDataSaved");
  static final Variable<String> SAME_MACHINE = text("sameMachine");
  static final Variable<Boolean> ERASED = flag("erased");
  static final Variable<String> BACKUP_NAME = text("backupName");
  static final Variable<Long> BACKUP_SIZE = number("backupSize");
  static final Variable<String> BACKUP_SHA256 = text("backupSha256");
  static final Variable<String> BACKUP_DOCUMENT = text("backupDocument");

  // the download (ES-15 to ES-18)
  static final Variable<String> INITIAL_STATUS = text("initialStatus");
  static final Variable<Boolean> SYNC_MAY_RUN = flag("syncMayRun");
  static final Variable<Boolean> SYNC_STARTED = flag("syncStarted");
  static final Variable<Boolean> LIGHT_1 = flag("light1");
  static final Variable<Boolean> LIGHT_2 = flag("light2");
  static final Variable<Boolean> LIGHT_3 = flag("light3");
  static final Variable<Boolean> LIGHT_4 = flag("light4");
  static final Variable<Boolean> LIGHT_5 = flag("light5");
  static final Variable<Boolean> LIGHT_6 = flag("light6");
  static final Variable<Boolean> LIGHT_7 = flag("light7");
  static final Variable<Boolean> LIGHT_8 = flag("light8");
  static final Variable<Boolean> LIGHT_9 = flag("light9");
  static final List<Variable<Boolean>> LIGHTS =
      List.of(LIGHT_1, LIGHT_2, LIGHT_3, LIGHT_4, LIGHT_5, LIGHT_6, LIGHT_7, LIGHT_8, LIGHT_9);
  static final Variable<String> GREEN_LIGHTS = text("greenLights");
  static final Variable<Boolean> NINE_GREEN = flag("nineGreen");
  static final Variable<String> NEXT_STEP = text("nextStep");
  static final Variable<String> NEXT_STEP_REASON = text("nextStepReason");
  static final Variable<Boolean> SYNC_STOPPED = flag("syncStopped");

  // what is there afterwards (ES-19 to ES-21)
  static final Variable<String> REGISTERED_PARTICIPANTS = text("registeredParticipants");
  static final Variable<String> SHOWN_PARTICIPANTS = text("shownParticipants");
  static final Variable<String> MISSING_PARTICIPANTS = text("missingParticipants");
  static final Variable<String> REGISTERED_LIST = text("registeredList");
  static final Variable<String> SHOWN_LIST = text("shownList");
  static final Variable<String> PARTICIPANTS_FOUND = text("participantsFound");
  static final Variable<String> PARTICIPANTS_OUTCOME = text("participantsOutcome");
  static final Variable<String> LIGHTS_NOT_GREEN = text("lightsNotGreen");
  static final Variable<String> TEST_OUTCOME = text("testOutcome");
  static final Variable<String> TEST_FINDING = text("testFinding");
  static final Variable<String> CENTRE_OUTCOME = text("centreOutcome");
  static final Variable<String> CENTRE_INSTRUCTION = text("centreInstruction");
  static final Variable<String> CENTRE_DOCUMENT = text("centreDocument");
  static final Variable<Boolean> VERIFIED = flag("verified");
  static final Variable<String> MINUTES_DOCUMENT = text("minutesDocument");

  private ExamServerSync() {}
}
