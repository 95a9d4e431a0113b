package id.alur.examserversync;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The forms of a case of one machine, filled in so that each leads on. */
public final class ExamSyncAnswers {

  static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final String machine;

  /** @param machine letters and digits that no other machine has */
  public ExamSyncAnswers(String machine) {
    this.machine = machine;
  }

  String serialNumber() {
    return "SN-" + machine;
  }

  String serverId() {
    return "ID-" + machine;
  }

  /** The start form; the test is two days after the sync. */
  public Map<String, Object> request(String unitCode, LocalDate syncDay) {
    return fields("examRound", "Simulasi 1", "unitCode", unitCode, "schoolName", "SMP Contoh",
        "machineLabel", "Server 1", "rightMachine", true, "idServer", serverId(),
        "examDate", syncDay.plusDays(2).toString(), "syncDate", syncDay.toString(),
        "syncSchedule", "08.00-10.00 WIB", "zone", "Asia/Jayapura", "replacement", "no");
  }

  /** The form of this task. */
  public Map<String, Object> to(String task) {
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
      case "userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp" -> fields("sameMachine", "yes", "erased", true);
      case "userTask_backUp" ->
          fields("backupName", "backup.Source", "backupSize", 8L << 30, "backupSha256", SHA256);
      case "userTask_startSync" -> fields("sameMachine", "yes", "syncStarted", true);
      case "userTask_recordDownloads" -> lights(9);
      case "userTask_chooseNextStep" -> fields("nextStep", "wait", "nextStepReason", "Masih berjalan");
      case "userTask_checkParticipants" -> fields("registeredParticipants", "40", "shownParticipants", "40");
      case "userTask_checkTest" -> fields("testOutcome", "listed");
      case "userTask_reportToCentre" ->
          fields("centreOutcome", "corrected", "centreInstruction", "Pusat, 09.30: daftar peserta sudah ditambah");
      default -> throw new AssertionError("No answer for " + task + ": add it here");
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
