package id.alur.examserversync;

import static id.alur.Procedure.itIs;

import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Cases of SMP Contoh, 20100999: rudi is its proctor, kepala its head, pusat sits in the exam centre. */
public final class ExamSyncScenario {

  public static final String RUDI = "rudi";
  public static final String KEPALA = "kepala";
  static final String PUSAT = "pusat-ujian-1";

  /** Saturday 21 November 2026, 07.45 WIB, the first moment at which patching is open. */
  public static final String PATCHING_OPEN = "2026-11-21T00:45:00Z";

  public static final String PATCHING_CLOSED = "2026-11-21T00:44:59Z";

  static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private static final String STANDBY = "StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai";

  private final Procedure procedure;
  private final UploadedDocuments documents;

  /** A machine that no other test has. */
  private String machine;

  public ExamSyncScenario(People people, Procedure procedure, UploadedDocuments documents) {
    this.procedure = procedure;
    this.documents = documents;
    people.member(RUDI, Group.PROKTOR, "20100999");
    people.member(KEPALA, Group.KEPALA_SEKOLAH, "20100999");
    people.member(PUSAT, Group.PUSAT_UJIAN);
    anotherMachine();
    itIs(PATCHING_OPEN);
  }

  public void anotherMachine() {
    machine = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  }

  public String serialNumber() {
    return "SN-" + machine;
  }

  public String serverId() {
    return "ID-" + machine;
  }

  public ProcessInstance start() {
    return start(request());
  }

  ProcessInstance start(Map<String, Object> request) {
    return procedure.start(RUDI, ExamServerSync.PROCESS, request);
  }

  /** A case that waits at this user task. */
  public ProcessInstance caseAt(String task) {
    itIs(task.equals("userTask_waitForPatching") ? PATCHING_CLOSED : PATCHING_OPEN);
    if (task.equals("userTask_confirmReplacement")) {
      return start(replacement("SN-LAMA"));
    }
    ProcessInstance sync = start();
    for (int step = 0; procedure.taskOf(sync, task) == null; step++) {
      if (step > 30) {
        throw new AssertionError("No way leads to " + task + ": add it to this scenario");
      }
      submit(sync, openTask(sync), answersTowards(sync, task));
    }
    return sync;
  }

  /** Whoever it is for completes this task with an answer that leads on. */
  public void complete(ProcessInstance sync, String task) {
    submit(sync, task, answers(task));
  }

  private void submit(ProcessInstance sync, String task, Map<String, Object> answers) {
    procedure.submit(whose(task), sync, task, answers);
    if (task.equals("userTask_checkTest")) {
      procedure.runDueJobs(sync); // the minutes are written
    }
  }

  String openTask(ProcessInstance sync) {
    return procedure.openTasksOf(sync).get(0);
  }

  public static String whose(String task) {
    return task.equals("userTask_confirmReplacement") ? KEPALA : RUDI;
  }

  /** A start form that leads on. */
  Map<String, Object> request() {
    return fields("examRound", "Simulasi 1", "unitCode", "20100999", "schoolName", "SMP Contoh",
        "machineLabel", "Server 1", "rightMachine", true, "idServer", serverId(), "examDate", "2026-11-23",
        "syncDate", "2026-11-21", "syncSchedule", "08.00-10.00 WIB", "zone", "Asia/Jayapura", "replacement", "no");
  }

  /** A start form for a machine in place of another. */
  Map<String, Object> replacement(String replaced) {
    Map<String, Object> request = request();
    request.put("replacement", "yes");
    request.put("replacedSerialNumber", replaced);
    request.put("replacementDocument", documents.evidenceForStart(RUDI, ExamServerSync.PROCESS));
    return request;
  }

  private Map<String, Object> answersTowards(ProcessInstance sync, String target) {
    String open = openTask(sync);
    return switch (target + " from " + open) {
      case "userTask_restartService from userTask_patch" -> fields("adminVersion", "50.170406", "patchOutcome", "failed");
      case "userTask_waitForSchedule from userTask_recordDashboard" -> dashboard(STANDBY);
      case "userTask_mendConnection from userTask_recordDashboard" ->
          dashboard("OFFLINE CBTSync tidak terkoneksi ke server pusat");
      case "userTask_askForActivation from userTask_recordDashboard" ->
          dashboard("OFFLINE Server Non-Aktif pada server pusat");
      case "userTask_reportDashboard from userTask_recordDashboard" -> dashboard("Selamat datang");
      case "userTask_saveOtherData from userTask_askOtherData" -> fields("otherData", "unsure");
      case "userTask_chooseNextStep from userTask_recordDownloads" -> lights(5);
      case "userTask_reportToCentre from userTask_checkTest" ->
          fields("testOutcome", "missing", "testFinding", "Kolomnya kosong");
      default -> answers(open);
    };
  }

  /** The form of this task, filled in so that it leads on. */
  Map<String, Object> answers(String task) {
    return switch (task) {
      case "userTask_confirmReplacement" -> fields("replacementDecision", "approved");
      case "userTask_patch" ->
          fields("adminVersion", "50.170406", "patchOutcome", "succeeded", "cbtSyncVersion", "5.1.0");
      case "userTask_restartService" -> fields("serviceTabOpened", true, "serviceStarted", true, "serviceRuns", true,
          "webClosed", true, "webReopened", true, "patchOutcome", "succeeded", "cbtSyncVersion", "5.1.0");
      case "userTask_enterServerId" ->
          fields("idServer", serverId(), "serialNumber", serialNumber(), "rightMachineAgain", true);
      case "userTask_recordDashboard" -> dashboard("CBTSync Aktif, Sinkronisasi Siap Digunakan");
      case "userTask_waitForPatching", "userTask_waitForSchedule", "userTask_keepMinutes", "userTask_refreshStatus" -> fields();
      case "userTask_mendConnection" -> fields("connectionMended", "Kabel dipasang lagi");
      case "userTask_askForActivation" -> fields("activationAsked", "Helpdesk kota, 08.10: sudah diaktifkan");
      case "userTask_reportDashboard" -> fields("dashboardExplained", "Helpdesk: buka lagi dashboard");
      case "userTask_askOtherData" -> fields("otherData", "no");
      case "userTask_saveOtherData" -> fields("otherDataSaved", "Diunggah dari menu Status Test");
      case "userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp" -> fields("sameMachine", true, "erased", true);
      case "userTask_backUp" ->
          fields("backupName", "backup.Source", "backupSize", 8L << 30, "backupSha256", SHA256);
      case "userTask_startSync" -> fields("sameMachine", true, "syncStarted", true);
      case "userTask_recordDownloads" -> lights(9);
      case "userTask_chooseNextStep" -> fields("nextStep", "wait", "nextStepReason", "Masih berjalan");
      case "userTask_checkParticipants" -> fields("registeredParticipants", "40", "shownParticipants", "40");
      case "userTask_checkTest" -> fields("testOutcome", "listed");
      case "userTask_reportToCentre" ->
          fields("centreOutcome", "corrected", "centreInstruction", "Pusat, 09.30: daftar peserta sudah ditambah");
      default -> throw new AssertionError("No answer for " + task + ": add it to this scenario");
    };
  }

  Map<String, Object> dashboard(String text) {
    return fields("dashboardText", text, "shownSerialNumber", serialNumber());
  }

  static Map<String, Object> lights(int green) {
    Map<String, Object> lights = new HashMap<>();
    for (int light = 1; light <= 9; light++) {
      lights.put("light" + light, light <= green);
    }
    return lights;
  }

  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
