package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static id.alur.helpdesk.ComplaintScenario.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Mailbox;
import id.alur.Mailbox.Mail;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.helpdesk.Visitor.Answer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Texts that break things, from the public page over the form of staff and the mails to the tracking page. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Sop({"HD-1", "HD-2", "HD-4"})
class HostileComplaintsTest {

  private static final String PAGE = "/keluhan/" + UNIT;
  private static final List<String> LINES = List.of("requesterName", "subject", "identifier");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 40;

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired PublicDesk desk;
  @Autowired Complaints complaints;
  @Autowired RuntimeService runtime;
  @Autowired Mailbox mailbox;
  @Autowired HelpDeskWords words;

  private ComplaintScenario scenario;
  private WebSession lina;
  private final List<String> usualMails = new ArrayList<>();

  @BeforeAll
  void openTheDesk() throws Exception {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
    lina = WebSession.of(LINA, port);
    for (String query : List.of("", "?lang=en")) {
      ProcessInstance usual = scenario.caseOf(codeIn(Visitor.ofNewAddress(port).post(PAGE + query, complaint())));
      procedure.runDueJobs(usual);
      usualMails.add(mailAbout(usual));
    }
  }

  @AfterAll
  void closeTheDesk() {
    ClockUtil.reset();
  }

  static Stream<String> hostileTexts() {
    return Stream.concat(Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u202egnp.exe\u200f",
        "Nama\r\nBcc: x@contoh.test", "Nama\u2028Bcc: x@contoh.test", "satu\0dua", "a".repeat(4000), "a".repeat(4001),
        "\ud83d\ude00".repeat(2000), "\ud83d\ude00".repeat(4000), "${7*7} [[${7*7}]] {0} %s"),
        new HostileText(2026).texts(TRIES));
  }

  /** As UTF-8 carries it: what is half a pair arrives as another character. */
  private static String carried(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostileTexts")
  void areKeptAsTextOrRefusedWithASentenceAtTheirField(String text) throws Exception {
    Map<String, String> typed = complaint();
    LINES.forEach(field -> typed.put(field, text));
    typed.put("complaintText", text);
    Answer refused = refusedOrNull(typed, "?lang=en");
    if (refused == null) {
      return;
    }
    // the lines may be what was refused: the text alone
    LINES.forEach(field -> typed.put(field, "Nama"));
    refusedOrNull(typed, "");
  }

  /** Null if it was kept: all is checked on the way. */
  private Answer refusedOrNull(Map<String, String> typed, String query) throws Exception {
    Answer answer = Visitor.ofNewAddress(port).post(PAGE + query, typed);
    Map<String, String> carried = new HashMap<>();
    typed.forEach((field, value) -> {
      if (TypedComplaint.typed(carried(value)) != null) {
        carried.put(field, TypedComplaint.typed(carried(value)));
      }
    });
    Set<ComplaintFault> faults = new TypedComplaint(carried).answers().faults();
    if (faults.isEmpty()) {
      assertThat(answer.status()).isEqualTo(303);
      assertIsTextEverywhere(codeIn(answer), carried);
      return null;
    }
    assertThat(answer.status()).isEqualTo(422);
    Locale language = query.isEmpty() ? HelpDeskWords.INDONESIAN : HelpDeskWords.ENGLISH;
    faults.forEach(fault -> assertThat(answer.faultAt(fault.field())).contains(words.in(language, fault)));
    assertHasNoMarkupOfVisitors(answer.page());
    return answer;
  }

  private void assertIsTextEverywhere(TrackingCode code, Map<String, String> typed) throws Exception {
    Document tracking = Visitor.ofNewAddress(port).get("/keluhan/lacak/" + code.value()).page();
    assertHasNoMarkupOfVisitors(tracking);
    assertThat(tracking.selectFirst("bdi.strong").wholeText()).isEqualTo(typed.get("subject"));
    assertThat(tracking.selectFirst("p.said").wholeText()).isEqualTo(typed.get("complaintText"));
    ProcessInstance complaint = scenario.caseOf(code);
    JsonNode shown = shownToStaff(complaint);
    assertThat(shown.path("subject").asText()).isEqualTo(typed.get("subject"));
    assertThat(shown.path("text").asText()).isEqualTo(typed.get("complaintText"));
    assertThat(shown.path("requesterName").asText()).isEqualTo(typed.get("requesterName"));
    procedure.runDueJobs(complaint);
    assertThat(mailAbout(complaint)).isIn(usualMails);
  }

  /** The only one, without what differs from complaint to complaint. */
  private String mailAbout(ProcessInstance found) {
    Complaint complaint = complaints.of(found.getId());
    assertThat(mailsOf(found)).hasSize(1).extracting(Mail::to).containsExactly(complaint.requesterEmail());
    Mail mail = mailsOf(found).get(0);
    return (mail.subject() + "\n" + mail.text()).replace(complaint.caseNumber(), "(number)")
        .replace(complaint.trackingCode().value(), "(code)");
  }

  private JsonNode shownToStaff(ProcessInstance complaint) throws Exception {
    HttpResponse<String> answer = lina.get("/camunda/api/alur/help-desk/complaint?taskId="
        + procedure.taskOf(complaint, "userTask_triage").getId());
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    return JSON.readTree(answer.body());
  }

  private static void assertHasNoMarkupOfVisitors(Document page) {
    assertThat(page.select("script, main img, [onerror], [onclick], b, iframe")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bukan-alamat", "a@b@contoh.test", "a@contoh.test,b@contoh.test", "a b@contoh.test",
      "Contoh <a@contoh.test>", "a@contoh.test\r\nBcc: b@contoh.test", "a@contoh.test%0d%0aBcc:b@contoh.test ",
      "\u202ea@contoh.test", "a\u200b@contoh.test", "a\u2028@contoh.test", "a\0@contoh.test", "@", "a@", "\"a\nb\"@contoh.test",
      "kelompok:a@contoh.test;"})
  void isNoAddressToWriteTo(String address) throws Exception {
    Map<String, String> typed = complaint();
    typed.put("requesterEmail", address);
    Answer answer = Visitor.ofNewAddress(port).post(PAGE, typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faultAt("requesterEmail")).isEqualTo(words.in(HelpDeskWords.INDONESIAN, ComplaintFault.UNUSABLE_EMAIL));
  }

  @Test
  void aVeryLongAddressIsRefusedAndTheLongestGetsItsMail() throws Exception {
    Map<String, String> typed = complaint();
    typed.put("requesterEmail", "a".repeat(100_000) + "@contoh.test");
    assertThat(Visitor.ofNewAddress(port).post(PAGE, typed).faultAt("requesterEmail")).isNotEmpty();
    typed.put("requesterEmail", "a".repeat(64) + "@" + "contoh.".repeat(26) + "test");
    ProcessInstance complaint = scenario.caseOf(codeIn(Visitor.ofNewAddress(port).post(PAGE, typed)));
    procedure.runDueJobs(complaint);
    assertThat(mailsOf(complaint)).extracting(Mail::to).containsExactly(typed.get("requesterEmail"));
  }

  @Test
  void whatStaffAndRequesterSayLaterIsTextToo() throws Exception {
    String script = "\"><script>alert(1)</script> \u202e\ud83d\ude00 ${7*7}";
    TrackingCode code = codeIn(Visitor.ofNewAddress(port).post(PAGE, complaint()));
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    procedure.submit(LINA, complaint, "userTask_process", fields("processOutcome", "ask", "question", script));
    procedure.runDueJobs(complaint);
    String page = "/keluhan/lacak/" + code.value();
    assertThat(Visitor.ofNewAddress(port).postText(page + "/jawaban", Map.of("text", "satu\0dua")).faultAt("text"))
        .isEqualTo(words.in(HelpDeskWords.INDONESIAN, "reply.unusable"));
    assertThat(Visitor.ofNewAddress(port).postText(page + "/jawaban", Map.of("text", script)).status()).isEqualTo(303);
    procedure.submit(LINA, complaint, "userTask_process",
        fields("processOutcome", "solved", "problem", script, "solution", script));
    procedure.runDueJobs(complaint);
    Document tracking = Visitor.ofNewAddress(port).get(page).page();
    assertHasNoMarkupOfVisitors(tracking);
    assertThat(tracking.select(".entry .said").eachText()).containsExactly(script, script, script);
    assertThat(mailsOf(complaint)).hasSize(3).filteredOn(mail -> mail.text().contains(script)).hasSize(2);
    assertThat(lina.get("/camunda/api/alur/help-desk/solutions/page?words=alert").body()).doesNotContain("<script>alert");
  }

  private List<Mail> mailsOf(ProcessInstance complaint) {
    return mailbox.about(complaints.of(complaint.getId()).caseNumber());
  }

  private static TrackingCode codeIn(Answer answer) {
    return TrackingCode.read(answer.header("Location").replaceFirst(".*/lacak/([^?]*).*", "$1")).orElseThrow();
  }

  private static Map<String, String> complaint() {
    return new HashMap<>(Map.of("requesterRole", "student", "kind", "studentData", "requesterName", "Contoh Pemohon",
        "requesterEmail", ComplaintScenario.REQUESTER, "subject", "Nama salah eja", "complaintText", "Nama saya salah."));
  }
}
