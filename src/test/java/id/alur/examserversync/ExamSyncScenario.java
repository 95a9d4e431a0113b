package id.alur.examserversync;

import static id.alur.Procedure.itIs;
import static id.alur.examserversync.ExamSyncAnswers.fields;
import static id.alur.examserversync.ExamSyncAnswers.lights;

import id.alur.People;
import id.alur.Procedure;
import id.alur.ProcedureForms;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Cases of SMP Contoh, 20100999: rudi is its proctor, kepala its head, pusat sits in the exam centre. */
public final class ExamSyncScenario {

  static final ProcedureForms FORMS = ProcedureForms.of(ExamServerSync.PROCESS);

  public static final String RUDI = "rudi";
  public static final String KEPALA = "kepala";
  static final String PUSAT = "pusat-ujian-1";

  /** Saturday 21 November 2026, 07.45 WIB, the first moment at which patching is open. */
  public static final String PATCHING_OPEN = "2026-11-21T00:45:00Z";

  public static final String PATCHING_CLOSED = "2026-11-21T00:44:59Z";

  private static final String STANDBY = "StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai";

  private final Procedure procedure;
  private final UploadedDocuments documents;

  /** About a machine that no other test has. */
  private ExamSyncAnswers answers;

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
    answers = new ExamSyncAnswers(UUID.randomUUID().toString().substring(0, 8).toUpperCase());
  }

  public String serialNumber() {
    return answers.serialNumber();
  }

  public String serverId() {
    return answers.serverId();
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
    return answers.request("20100999", LocalDate.parse("2026-11-21"));
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
      case "userTask_waitForSchedule from userTask_recordDashboard" -> answers.dashboard(STANDBY);
      case "userTask_mendConnection from userTask_recordDashboard" ->
          answers.dashboard("OFFLINE CBTSync tidak terkoneksi ke server pusat");
      case "userTask_askForActivation from userTask_recordDashboard" ->
          answers.dashboard("OFFLINE Server Non-Aktif pada server pusat");
      case "userTask_reportDashboard from userTask_recordDashboard" -> answers.dashboard("Selamat datang");
      case "userTask_saveOtherData from userTask_askOtherData" -> fields("otherData", "unsure");
      case "userTask_chooseNextStep from userTask_recordDownloads" -> lights(5);
      case "userTask_reportToCentre from userTask_checkTest" ->
          fields("testOutcome", "missing", "testFinding", "Kolomnya kosong");
      default -> answers(open);
    };
  }

  /** The form of this task, filled in so that it leads on. */
  Map<String, Object> answers(String task) {
    return answers.to(task);
  }
}
