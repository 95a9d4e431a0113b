package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.OPERATOR;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static id.alur.helpdesk.ComplaintScenario.fields;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Mailbox;
import id.alur.Mailbox.Mail;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.helpdesk.Visitor.Answer;
import id.alur.helpdesk.Visitor.File;
import id.alur.vault.SecretScan;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Complaints go their whole ways over HTTP with a marker in each field that people write: none of them is in the engine, a
 * log or an address, and in a mail only what it is for.
 */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
@Sop({"HD-1", "HD-2", "HD-3", "HD-4", "HD-P5"})
class HelpDeskPrivacyTest {

  private static final String NAME = "Rekaan-Nama-7093";
  private static final String EMAIL = "rekaan-surel-7093@contoh.test";
  private static final String IDENTIFIER = "7093998877665544";
  private static final String SUBJECT = "Rekaan-Ringkasan-7093";
  private static final String TEXT = "Rekaan-Keluhan-7093";
  private static final String FILE = "Rekaan-Berkas-7093";
  private static final String QUESTION = "Rekaan-Pertanyaan-7093";
  private static final String ANSWER = "Rekaan-Jawaban-7093";
  private static final String RECORDED_ANSWER = "Rekaan-Lisan-7093";
  private static final String NOTE = "Rekaan-Catatan-7093";
  private static final String PROBLEM = "Rekaan-Masalah-7093";
  private static final String SOLUTION = "Rekaan-Solusi-7093";
  private static final String REOPENING = "Rekaan-Alasan-7093";
  private static final List<String> MARKERS = List.of(NAME, EMAIL, IDENTIFIER, SUBJECT, TEXT, FILE, QUESTION, ANSWER,
      RECORDED_ANSWER, NOTE, PROBLEM, SOLUTION, REOPENING);

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired PublicDesk desk;
  @Autowired Complaints complaints;
  @Autowired RuntimeService runtime;
  @Autowired Mailbox mailbox;
  @Autowired DataSource database;

  private final List<String> addresses = new ArrayList<>();
  private ComplaintScenario scenario;

  @BeforeEach
  void openTheDesk() {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
  }

  @AfterEach
  void closeTheDesk() {
    ClockUtil.reset();
  }

  @Test
  void keepsWhatPeopleWriteToThePlacesItIsFor(CapturedOutput log) throws Exception {
    TrackingCode code = sent();
    ProcessInstance complaint = scenario.caseOf(code);
    procedure.runDueJobs(complaint);
    lookAsStaff(complaint);
    scenario.triage(complaint, "studentData", "urgent", "none");
    process(LINA, complaint, "processOutcome", "ask", "question", QUESTION);
    reply(code, "/jawaban", ANSWER);
    process(LINA, complaint, "processOutcome", "ask", "question", QUESTION);
    procedure.submit(LINA, complaint, "userTask_recordAnswer",
        fields("answer", RECORDED_ANSWER, "answeredHow", "telepon, Senin 10.30"));
    process(LINA, complaint, "processOutcome", "handOn", "handOnTo", "operator-fakultas", "note", NOTE);
    process(OPERATOR, complaint, "processOutcome", "solved", "problem", PROBLEM, "solution", SOLUTION);
    reply(code, "/buka-lagi", REOPENING);
    Procedure.pass(Duration.ofDays(2)); // warned, the lead and the manager are told
    procedure.runDueJobs(complaint);
    process(OPERATOR, complaint, "processOutcome", "solved", "problem", PROBLEM, "solution", SOLUTION);
    Procedure.pass(Duration.ofDays(8));
    procedure.runDueJobs(complaint);
    assertThat(scenario.complaintOf(code).state()).isEqualTo(ComplaintState.CLOSED);
    ProcessInstance cancelled = cancelledByStaff();

    assertThat(complaints.entriesOf(complaint.getId())).extracting(ComplaintEntry::text)
        .contains(QUESTION, ANSWER, RECORDED_ANSWER, NOTE, PROBLEM, SOLUTION, REOPENING);
    for (String marker : MARKERS) {
      SecretScan scan = new SecretScan(marker);
      assertThat(scan.findIn(database)).as(marker).isNotEmpty().noneMatch(column -> column.contains("ACT_"));
      assertThat(scan.isIn(log.getAll())).as(marker + " in the log").isFalse();
      assertThat(addresses).as(marker).noneMatch(scan::isIn);
    }
    assertMailsTellNoMoreThanTheyAreFor(complaint);
    assertMailsTellNoMoreThanTheyAreFor(cancelled);
  }

  private void assertMailsTellNoMoreThanTheyAreFor(ProcessInstance complaint) {
    List<Mail> mails = mailbox.about(complaints.of(complaint.getId()).caseNumber());
    assertThat(mails).isNotEmpty().allSatisfy(mail -> {
      List<String> allowed = mail.to().equals(EMAIL) ? List.of(QUESTION, SOLUTION) : List.of();
      MARKERS.stream().filter(marker -> !allowed.contains(marker)).forEach(marker ->
          assertThat(mail.subject() + mail.text()).as("to " + mail.to()).doesNotContain(marker));
      MARKERS.forEach(marker -> assertThat(mail.subject()).doesNotContain(marker));
    });
  }

  private ProcessInstance cancelledByStaff() throws Exception {
    TrackingCode code = sent();
    ProcessInstance complaint = scenario.caseOf(code);
    procedure.runDueJobs(complaint);
    String task = procedure.taskOf(complaint, "userTask_triage").getId();
    assertThat(WebSession.of(LINA, port).post("/camunda/api/alur/cases/" + complaint.getId() + "/cancellation",
        "application/json", BodyPublishers.ofString("{\"taskId\": \"" + task + "\", \"reason\": \"Salah kirim.\"}"))
        .statusCode()).isEqualTo(204);
    procedure.runDueJobs(complaint);
    assertThat(scenario.complaintOf(code).state()).isEqualTo(ComplaintState.CANCELLED);
    return complaint;
  }

  private TrackingCode sent() throws Exception {
    Answer answer = visitor().post("/keluhan/" + UNIT, Map.of("requesterRole", "student", "kind", "studentData",
        "requesterName", NAME, "requesterEmail", EMAIL, "identifier", IDENTIFIER, "subject", SUBJECT, "complaintText", TEXT),
        new File(FILE + ".pdf", "%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII)));
    String location = answer.header("Location");
    addresses.add(location);
    return TrackingCode.read(location.replaceFirst(".*/lacak/([^?]*).*", "$1")).orElseThrow();
  }

  /** What a form asks for while it is open. */
  private void lookAsStaff(ProcessInstance complaint) throws Exception {
    WebSession lina = WebSession.of(LINA, port);
    String task = procedure.taskOf(complaint, "userTask_triage").getId();
    Stream.of("complaint", "similar").forEach(what ->
        addresses.add("/camunda/api/alur/help-desk/" + what + "?taskId=" + task));
    for (String address : addresses) {
      if (address.startsWith("/camunda")) {
        assertThat(lina.get(address).statusCode()).isEqualTo(200);
      }
    }
    assertThat(lina.post("/camunda/api/alur/help-desk/solutions", "application/x-www-form-urlencoded",
        BodyPublishers.ofString("words=" + SUBJECT)).statusCode()).isEqualTo(200);
  }

  private void reply(TrackingCode code, String how, String text) throws Exception {
    Answer answer = visitor().postText("/keluhan/lacak/" + code.value() + how, Map.of("text", text));
    assertThat(answer.status()).isEqualTo(303);
    addresses.add(answer.header("Location"));
  }

  private void process(String person, ProcessInstance complaint, Object... namesAndValues) {
    procedure.submit(person, complaint, "userTask_process", fields(namesAndValues));
    procedure.runDueJobs(complaint);
  }

  private Visitor visitor() {
    return Visitor.ofNewAddress(port);
  }
}
