package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Mailbox;
import id.alur.Mailbox.Mail;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.WebTest;
import id.alur.helpdesk.Visitor.Answer;
import id.alur.helpdesk.Visitor.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two visitors, and what one of them, or anybody, can find out of the other's complaint. */
@WebTest
@Sop({"HD-4", "HD-P5"})
class OthersComplaintsTest {

  private static final String PAGE = "/keluhan/" + UNIT;
  private static final String TRACK = "/keluhan/lacak/";
  private static final byte[] PDF = "%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII);

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired PublicDesk desk;
  @Autowired Complaints complaints;
  @Autowired RuntimeService runtime;
  @Autowired Mailbox mailbox;
  @Autowired JdbcClient database;

  private ComplaintScenario scenario;
  private TrackingCode ayus;
  private TrackingCode dodis;

  @BeforeEach
  void twoVisitorsComplain() throws Exception {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
    ayus = sent(complaint("Ayu Contoh", "Rahasia Ayu"), new File("rahasia-ayu.pdf", PDF));
    dodis = sent(complaint("Dodi Contoh", "Rahasia Dodi"));
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void aCodeShowsItsOwnComplaintAlone() throws Exception {
    assertThat(get(TRACK + ayus.value()).http().body()).contains("Rahasia Ayu", "rahasia-ayu.pdf")
        .doesNotContain("Dodi", "Ayu Contoh", "ayu.contoh@contoh.test");
    assertThat(get(TRACK + dodis.value()).http().body()).contains("Rahasia Dodi").doesNotContain("Ayu", "ayu");
  }

  @Test
  void noCodeNearAnotherOneShowsAnything() throws Exception {
    String bare = ayus.value().replace("-", "");
    for (int place = 0; place < bare.length(); place++) {
      char other = bare.charAt(place) == 'A' ? 'C' : 'A';
      assertIsUnknown(bare.substring(0, place) + other + bare.substring(place + 1));
    }
    assertIsUnknown(bare.substring(1));
    assertIsUnknown(bare + "A");
    assertIsUnknown(ayus.value() + "%00");
    assertIsUnknown(ayus.value() + "'%20or%20'1'='1");
    assertIsUnknown("%25");
    assertIsUnknown("____-____-____-____-____");
  }

  @Test
  void nothingElseThatPeopleOrMailsKnowOfACaseIsACode() throws Exception {
    Complaint complaint = scenario.complaintOf(ayus);
    assertIsUnknown(complaint.caseNumber());
    assertIsUnknown(complaint.caseId());
    assertIsUnknown(procedure.taskOf(scenario.caseOf(ayus), "userTask_triage").getId());
    assertIsUnknown("ayu.contoh@contoh.test");
    assertIsUnknown(attachmentOf(ayus));
    assertIsUnknown(database.sql("select submission_key from \"alur\".complaint where case_id = :case")
        .param("case", complaint.caseId()).query(String.class).single());
  }

  @Test
  void noAddressOfThePublicPagesGivesAnAttachment() throws Exception {
    String reference = attachmentOf(ayus);
    assertThat(get("/camunda/api/alur/documents/" + reference).status()).isEqualTo(401);
    for (String path : List.of(TRACK + ayus.value() + "/" + reference, TRACK + ayus.value() + "/rahasia-ayu.pdf",
        TRACK + ayus.value() + "/lampiran/" + reference, PAGE + "/" + reference, "/documents/" + reference)) {
      Answer answer = get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.http().body()).as(path).doesNotContain("%PDF");
    }
  }

  @Test
  void anAttachmentOfAnotherPageStaysThere() throws Exception {
    Map<String, String> ayusPage = complaint("Ayu Contoh", "Rahasia Ayu");
    ayusPage.put("subject", "");
    String signed = Visitor.ofNewAddress(port).post(PAGE, ayusPage, new File("rahasia-ayu.pdf", PDF)).field("kept");
    assertThat(signed).isNotEmpty();
    for (String kept : List.of(signed, attachmentOf(ayus), signed.substring(1))) {
      Map<String, String> dodisPage = complaint("Dodi Contoh", "Rahasia Dodi");
      dodisPage.put("kept", kept);
      assertThat(attachmentOf(sent(dodisPage))).isNull();
    }
  }

  @Test
  void anAnswerReachesOnlyTheCaseOfItsCode() throws Exception {
    ask(dodis);
    assertThat(reply(ayus, "/jawaban").status()).isEqualTo(422);
    assertThat(reply(ayus, "/buka-lagi").status()).isEqualTo(422);
    assertThat(reply(TrackingCode.next(), "/jawaban").status()).isEqualTo(404);
    assertThat(scenario.complaintOf(dodis).state()).isEqualTo(ComplaintState.ASKED);
    assertThat(complaints.entriesOf(scenario.complaintOf(ayus).caseId())).isEmpty();
    assertThat(reply(dodis, "/jawaban").status()).isEqualTo(303);
    assertThat(reply(dodis, "/jawaban").status()).as("once").isEqualTo(422);
    assertThat(complaints.entriesOf(scenario.complaintOf(dodis).caseId())).extracting(ComplaintEntry::kind)
        .containsExactly(ComplaintEntry.Kind.QUESTION, ComplaintEntry.Kind.ANSWER);
  }

  @Test
  void aMailLeadsItsReaderToHisOwnComplaint() throws Exception {
    ask(dodis);
    procedure.runDueJobs(scenario.caseOf(ayus));
    for (TrackingCode code : List.of(ayus, dodis)) {
      Complaint complaint = scenario.complaintOf(code);
      List<Mail> mails = mailbox.about(complaint.caseNumber());
      assertThat(mails).isNotEmpty().allSatisfy(mail -> {
        assertThat(mail.to()).isEqualTo(complaint.requesterEmail());
        assertThat(linksIn(mail)).singleElement().asString().endsWith(TRACK + code.value());
      });
    }
  }

  @Test
  void aForgottenComplaintIsAnsweredForAsOneThatNeverWas() throws Exception {
    scenario.triage(scenario.caseOf(ayus), "tuition", "normal", "none");
    procedure.runDueJobs(scenario.caseOf(ayus));
    String caseId = scenario.complaintOf(ayus).caseId();
    Procedure.pass(Duration.ofDays(89));
    complaints.forgetWhatIsOver();
    assertThat(get(TRACK + ayus.value()).http().body()).contains("Rahasia Ayu");
    Procedure.pass(Duration.ofDays(2));
    complaints.forgetWhatIsOver();
    Set<String> answers = new TreeSet<>();
    for (TrackingCode code : List.of(ayus, TrackingCode.next())) {
      for (Answer answer : List.of(get(TRACK + code.value()), get(TRACK + "?code=" + code.value()), reply(code, "/jawaban"),
          reply(code, "/buka-lagi"))) {
        answers.add(answer.status() + answer.page().select("main").text());
      }
    }
    assertThat(answers).hasSizeLessThanOrEqualTo(2).allMatch(answer -> answer.startsWith("404"));
    assertThat(complaints.entriesOf(caseId)).isEmpty();
    Complaint forgotten = complaints.of(caseId);
    assertThat(List.of(forgotten.caseNumber(), forgotten.unit())).doesNotContainNull();
    assertThat(forgotten).extracting(Complaint::requesterName, Complaint::requesterEmail, Complaint::identifier,
        Complaint::subject, Complaint::text).containsOnlyNulls();
    assertThat(get(TRACK + dodis.value()).http().body()).as("an open one stays").contains("Rahasia Dodi");
  }

  @Test
  void aSettledComplaintOpensAgainWithinItsTimeOnly() throws Exception {
    ProcessInstance complaint = scenario.caseOf(ayus);
    scenario.triage(complaint);
    scenario.solve(complaint);
    Procedure.pass(Duration.ofDays(7));
    assertThat(reply(ayus, "/buka-lagi").status()).isEqualTo(422);
    procedure.runDueJobs(complaint);
    assertThat(reply(ayus, "/buka-lagi").status()).isEqualTo(422);
    assertThat(complaints.entriesOf(complaint.getId())).extracting(ComplaintEntry::kind)
        .doesNotContain(ComplaintEntry.Kind.REOPENING);
  }

  private void assertIsUnknown(String guess) throws Exception {
    for (Answer answer : List.of(get(TRACK + guess), Visitor.ofNewAddress(port).postText(TRACK + guess + "/jawaban",
        Map.of("text", "Halo")))) {
      assertThat(answer.status()).as(guess).isIn(400, 404);
      assertThat(answer.http().body()).as(guess).doesNotContain("Rahasia", "rahasia");
    }
  }

  private void ask(TrackingCode code) {
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    scenario.ask(complaint);
    assertThat(procedure.taskOf(complaint, "userTask_recordAnswer").getAssignee()).isEqualTo(LINA);
  }

  private Answer reply(TrackingCode code, String how) throws Exception {
    return Visitor.ofNewAddress(port).postText(TRACK + code.value() + how, Map.of("text", "Yang di ijazah."));
  }

  private Answer get(String path) throws Exception {
    return Visitor.ofNewAddress(port).get(path);
  }

  private TrackingCode sent(Map<String, String> fields, File... files) throws Exception {
    Answer answer = Visitor.ofNewAddress(port).post(PAGE, fields, files);
    assertThat(answer.status()).isEqualTo(303);
    return TrackingCode.read(answer.header("Location").replaceFirst(".*/lacak/([^?]*).*", "$1")).orElseThrow();
  }

  private String attachmentOf(TrackingCode code) {
    return (String) runtime.getVariable(scenario.complaintOf(code).caseId(), "attachment1");
  }

  private static Map<String, String> complaint(String name, String text) {
    return new HashMap<>(Map.of("requesterRole", "student", "kind", "studentData", "requesterName", name,
        "requesterEmail", name.toLowerCase().replace(' ', '.') + "@contoh.test", "subject", text, "complaintText", text));
  }

  private static List<String> linksIn(Mail mail) {
    return Pattern.compile("https?://\\S+").matcher(mail.text()).results().map(link -> link.group()).toList();
  }
}
