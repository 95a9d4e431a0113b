package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;

import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.ProcedureForms;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import id.alur.partner.sister.StandInSister;
import id.alur.vault.EnteredSecrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Cases of Universitas Contoh, 001042: siti is its Admin PT, pusat answers for Pusat Bantuan. */
final class ManualSyncScenario {

  static final ProcedureForms FORMS = ProcedureForms.of(SisterManualSync.PROCESS);

  static final String SITI = "siti";
  static final String PUSAT = "pusat";

  /** Tuesday 24 November 2026, 10.00 WIB, the first moment of a window. */
  static final String WINDOW_OPEN = "2026-11-24T03:00:00Z";

  /** The same day, 15.00 WIB. */
  static final String WINDOW_SHUT = "2026-11-24T08:00:00Z";

  static final String PASSWORD = "percobaan-autosync-1";

  static final String ANSWER = "{\"data\":[1]}";

  private static final List<String> STRAIGHT_WAY = List.of(
      "userTask_requestAccess", "userTask_receiveCredentials", "userTask_signIn", "userTask_sendAnswer");

  private final Procedure procedure;
  private final UploadedDocuments documents;
  private final EnteredSecrets secrets;
  private final Partners partners;

  ManualSyncScenario(People people, Procedure procedure, UploadedDocuments documents, EnteredSecrets secrets,
      Partners partners) {
    this.procedure = procedure;
    this.documents = documents;
    this.secrets = secrets;
    this.partners = partners;
    partners.forgetWhatWasSaid();
    people.member(SITI, Group.ADMIN_PT, "001042");
    people.member(PUSAT, Group.PUSAT_BANTUAN);
    itIs(WINDOW_OPEN);
  }

  ProcessInstance start() {
    return procedure.start(SITI, SisterManualSync.PROCESS, request());
  }

  /** A case that waits at this user task. */
  ProcessInstance caseAt(String task) {
    return switch (task) {
      case "userTask_confirmAccessRequest" -> {
        partners.pusatBantuan().isSetUp();
        partners.pusatBantuan().is(StandInPusatBantuan.Mood.TAKES_IT_WITHOUT_ANSWER);
        yield called(start());
      }
      case "userTask_followSignIn" -> signingIn();
      case "userTask_confirmSignIn" -> {
        partners.sister().is(StandInSister.Mood.BREAKS_OFF);
        yield called(signingIn());
      }
      case "userTask_confirmHandOver" -> {
        partners.pusatBantuan().is(StandInPusatBantuan.Mood.TAKES_IT_WITHOUT_ANSWER);
        yield called(handingOver());
      }
      default -> caseByHandAt(task);
    };
  }

  /** A case for which Alur is about to sign in. */
  ProcessInstance signingIn() {
    ProcessInstance sync = caseByHandAt("userTask_receiveCredentials");
    handIn(sync, PASSWORD);
    return sync;
  }

  /** A case for which Alur is about to upload the JSON. */
  ProcessInstance handingOver() {
    ProcessInstance sync = caseByHandAt("userTask_signIn");
    partners.pusatBantuan().isSetUp();
    complete(sync, "userTask_signIn");
    return sync;
  }

  /** Siti has received username and password and gives both to Alur; returns the reference. */
  String handIn(ProcessInstance sync, String password) {
    String task = procedure.taskOf(sync, "userTask_receiveCredentials").getId();
    String reference = secrets.forTask(SITI, task, "secret-sister", "autosync-001042", password);
    Map<String, Object> answers = answers(sync, "userTask_receiveCredentials");
    answers.put("credentials", reference);
    procedure.submit(SITI, sync, "userTask_receiveCredentials", answers);
    return reference;
  }

  private ProcessInstance called(ProcessInstance sync) {
    partners.areCalled();
    return sync;
  }

  private ProcessInstance caseByHandAt(String task) {
    itIs(task.equals("userTask_waitForWindow") ? WINDOW_SHUT : WINDOW_OPEN);
    ProcessInstance sync = start();
    for (String step : STRAIGHT_WAY) {
      if (procedure.taskOf(sync, task) != null) {
        return sync;
      }
      complete(sync, step);
    }
    if (procedure.taskOf(sync, task) == null) {
      throw new AssertionError("No way leads to " + task + ": add it to this scenario");
    }
    return sync;
  }

  /** Siti completes this task with an answer that leads on. */
  void complete(ProcessInstance sync, String task) {
    procedure.submit(SITI, sync, task, answers(sync, task));
  }

  /** A start form that leads to an eligible case. */
  Map<String, Object> request() {
    return new HashMap<>(Map.of(
        "unitCode", "001042",
        "institutionName", "Universitas Contoh",
        "sisterAddress", "https:/192.0.2.10/autosync",
        "eligibilityCase", "identifiedByCentralTeam",
        "noticeHeld", "yes",
        "noticeDocument", documents.evidenceForStart(SITI, SisterManualSync.PROCESS)));
  }

  /** The form of this task, filled in so that it leads on. */
  Map<String, Object> answers(ProcessInstance sync, String task) {
    return new HashMap<>(switch (task) {
      case "userTask_requestAccess" -> Map.of("accessRequestNumber", "#123456");
      case "userTask_receiveCredentials" -> Map.of("credentialsOutcome", "received", "sisterAddress", "192.0.2.10");
      case "userTask_waitForWindow" -> Map.of("outsideWindowReason", "Diminta Pusat Bantuan lewat telepon");
      case "userTask_signIn" -> Map.of("signInOutcome", "signedIn", "prohibitionsKept", true,
          "answerDocument", answerDocument(sync));
      case "userTask_sendAnswer" -> Map.of("answerRequestNumber", "#123789");
      case "userTask_recordVerdict" -> Map.of("verdict", "processed",
          "verdictSource", "Email Pusat Bantuan, 24 November pukul 11.05");
      case "userTask_confirmAccessRequest", "userTask_confirmHandOver" -> Map.of("actDecision", "happened",
          "actReference", "#700001", "actEvidence", "Email konfirmasi pukul 10.05");
      case "userTask_confirmSignIn" -> Map.of("actDecision", "happened", "actEvidence", "Operator server melihatnya");
      case "userTask_followSignIn" -> Map.of();
      default -> throw new AssertionError("No answer for " + task + ": add it to this scenario");
    });
  }

  /** The JSON that siti saved, uploaded at the open sign-in. */
  String answerDocument(ProcessInstance sync) {
    String task = procedure.taskOf(sync, "userTask_signIn").getId();
    return documents.forTask(SITI, task, "sister-answer", "autosync.json", ANSWER);
  }
}
