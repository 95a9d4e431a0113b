package id.alur.helpdesk;

import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A PT with a help desk, and complaints that come to it on a Monday morning. */
final class ComplaintScenario {

  static final String UNIT = "001042";
  static final String LINA = "lina";
  static final String BAYU = "bayu";
  static final String LEAD = "ketua";
  static final String OPERATOR = "operator-fakultas-1";
  static final String MANAGER = "manajer-1";

  /** Monday, 10.00 WIB. */
  static final String MONDAY = "2026-11-30T03:00:00Z";

  static final String REQUESTER = "pemohon@contoh.test";
  static final String PROBLEM = "Nama di SIAKAD dan Feeder berbeda.";
  static final String SOLUTION = "Nama sudah disamakan, lalu disinkronkan.";

  private final Procedure procedure;
  private final PublicDesk desk;
  private final Complaints complaints;
  private final RuntimeService runtime;

  ComplaintScenario(People people, Procedure procedure, PublicDesk desk, Complaints complaints, RuntimeService runtime) {
    this.procedure = procedure;
    this.desk = desk;
    this.complaints = complaints;
    this.runtime = runtime;
    people.member(LINA, Group.STAF_PUSTIPD, UNIT);
    people.member(BAYU, Group.STAF_PUSTIPD, UNIT);
    people.member(LEAD, Group.KETUA_TIM, UNIT);
    people.member(OPERATOR, Group.OPERATOR_FAKULTAS, UNIT);
    people.member(MANAGER, Group.MANAJER);
    Procedure.itIs(MONDAY);
  }

  /** What a visitor writes, sent from a page that was opened four minutes ago. */
  static NewComplaint visit() {
    return new NewComplaint(UNIT, HelpDeskWords.INDONESIAN, answers(Channel.PAGE, REQUESTER),
        Instant.parse(MONDAY).minusSeconds(240), UUID.randomUUID().toString(), List.of());
  }

  static ComplaintAnswers answers(Channel channel, String email) {
    return new ComplaintAnswers(channel, RequesterRole.STUDENT, ComplaintKind.STUDENT_DATA, "Contoh Pemohon", email,
        "2301010001", "Nama di PDDikti salah", "Nama saya di PDDikti tidak sama dengan di SIAKAD.");
  }

  /** A complaint from the public page. */
  TrackingCode submitted() {
    return desk.submit(visit());
  }

  ProcessInstance caseOf(TrackingCode code) {
    return runtime.createProcessInstanceQuery().processInstanceId(complaintOf(code).caseId()).singleResult();
  }

  Complaint complaintOf(TrackingCode code) {
    return complaints.find(code).orElseThrow();
  }

  /** What is typed at the counter, for somebody without e-mail. */
  static Map<String, Object> counterFields() {
    return fields("unitCode", UNIT, "channel", "counter", "requesterRole", "student", "requesterName", "Contoh Pemohon",
        "kind", "studentData", "subject", "Nama di PDDikti salah", "complaintText", "Namanya tidak sama dengan di SIAKAD.",
        "language", "id", "contactMinutes", 3L, "formMinutes", 7L);
  }

  ProcessInstance atTheCounter() {
    return procedure.start(LINA, HelpDesk.PROCESS, counterFields());
  }

  void triage(ProcessInstance complaint, String kind, String urgency, String feederSubject) {
    procedure.submit(LINA, complaint, "userTask_triage",
        fields("kind", kind, "urgency", urgency, "feederSubject", feederSubject));
  }

  void triage(ProcessInstance complaint) {
    triage(complaint, "studentData", "normal", "none");
  }

  void solve(ProcessInstance complaint) {
    procedure.submit(LINA, complaint, "userTask_process", fields("processOutcome", "solved",
        "problem", PROBLEM, "solution", SOLUTION));
    procedure.runDueJobs(complaint);
  }

  void ask(ProcessInstance complaint) {
    procedure.submit(LINA, complaint, "userTask_process",
        fields("processOutcome", "ask", "question", "Nama mana yang sesuai ijazah?"));
    procedure.runDueJobs(complaint);
  }

  /** A complaint from the public page that has come this far. */
  TrackingCode submittedAndNow(ComplaintState state) {
    TrackingCode code = submitted();
    ProcessInstance complaint = caseOf(code);
    switch (state) {
      case RECEIVED -> procedure.runDueJobs(complaint);
      case CANCELLED -> runtime.createMessageCorrelation("help-desk.cancelled").processInstanceId(complaint.getId()).correlate();
      case OUT_OF_SCOPE -> triage(complaint, "tuition", "normal", "none");
      default -> triage(complaint);
    }
    switch (state) {
      case ASKED, UNANSWERED -> ask(complaint);
      case SOLVED, CLOSED -> solve(complaint);
      default -> procedure.runDueJobs(complaint);
    }
    if (state == ComplaintState.UNANSWERED || state == ComplaintState.CLOSED) {
      Procedure.pass(Duration.ofDays(7));
      procedure.runDueJobs(complaint);
    }
    return code;
  }

  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
