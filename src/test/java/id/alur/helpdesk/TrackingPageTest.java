package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.document.Documents;
import id.alur.helpdesk.Visitor.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PublicPageTest
@Sop({"HD-4", "HD-P5"})
class TrackingPageTest {

  private static final String SCRIPT = "\"'><script>alert(1)</script>&amp;";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired PublicDesk desk;
  @Autowired Complaints complaints;
  @Autowired RuntimeService runtime;
  @Autowired Documents documents;
  @Autowired HelpDeskWords words;

  private ComplaintScenario scenario;
  private Visitor visitor;
  private TrackingCode code;
  private String page;

  @BeforeEach
  void aVisitor() {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
    visitor = Visitor.ofNewAddress(port);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @EnumSource(ComplaintState.class)
  void saysWhereTheComplaintStandsInBothLanguages(ComplaintState state) throws Exception {
    exists(state);
    assertThat(visitor.get(page).page().select(".state h2").text())
        .isEqualTo(words.in(HelpDeskWords.INDONESIAN, "state." + state));
    assertThat(visitor.get(page + "?lang=en").page().select(".state").text())
        .contains(words.in(HelpDeskWords.ENGLISH, "state." + state + ".next"));
  }

  @Test
  void showsTheSolutionAndUntilWhenItCanBeReopened() throws Exception {
    exists(ComplaintState.PROCESSING);
    process("processOutcome", "solved", "problem", "Nama salah.", "solution", "Nama sudah dibetulkan.\nPeriksa lagi besok.");
    Answer answer = visitor.get(page);
    assertThat(answer.page().select(".entry.staff h2").text()).isEqualTo("Solusi");
    assertThat(answer.page().select(".entry .said").first().wholeText())
        .isEqualTo("Nama sudah dibetulkan.\nPeriksa lagi besok.");
    assertThat(answer.page().text()).contains("sampai 7 Desember 2026 pukul 10.00 WIB");
    assertThat(answer.page().select("form").attr("action")).isEqualTo(page + "/buka-lagi");
    assertThat(visitor.get(page + "?lang=en").page().text()).contains("until 7 December 2026, 10:00 WIB");
  }

  @Test
  void offersNoReopeningOnceItsTimeIsOver() throws Exception {
    exists(ComplaintState.SOLVED);
    Procedure.pass(Duration.ofDays(7));
    assertThat(visitor.get(page).page().select("form")).isEmpty();
    Answer tooLate = visitor.postText(page + "/buka-lagi", Map.of("text", "Masih salah."));
    assertThat(tooLate.status()).isEqualTo(422);
    assertThat(tooLate.page().select(".summary").text()).contains("tidak disimpan", "Masih salah.");
  }

  @Test
  void tellsTheCodeAfterSendingAndThatAMailComes() throws Exception {
    exists(ComplaintState.RECEIVED);
    Answer answer = visitor.get(page + "?news=sent");
    assertThat(answer.page().select(".news").text()).contains("sudah kami terima", "Konfirmasi dikirim");
    assertThat(answer.page().select("p.code").text()).isEqualTo(code.value());
    assertThat(visitor.get(page + "?news=%3Cscript%3E").page().select(".news")).isEmpty();
    scenario.triage(scenario.caseOf(code));
    scenario.solve(scenario.caseOf(code));
    assertThat(visitor.get(page + "?news=sent").page().select(".news")).as("no news any more").isEmpty();
  }

  @Test
  void showsNothingThatIsForStaffAloneAndNoPersonalData() throws Exception {
    exists(ComplaintState.PROCESSING);
    process("processOutcome", "handOn", "handOnTo", "staf-pustipd", "note", "Catatan petugas");
    process("processOutcome", "solved", "problem", "Masalah untuk staf", "solution", "Sudah.");
    assertThat(visitor.get(page).http().body()).contains("Sudah.").doesNotContain("Catatan petugas", "Masalah untuk staf",
        ComplaintScenario.REQUESTER, "Contoh Pemohon", "2301010001", ComplaintScenario.LINA + "<");
  }

  @Test
  void namesTheAttachmentsAndHasNoWayToThem() throws Exception {
    exists(ComplaintState.RECEIVED);
    documents.keep(PageAttachments.KIND, "tangkapan layar.pdf", scenario.complaintOf(code).caseId(), ComplaintScenario.UNIT,
        new ByteArrayInputStream("%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII)));
    assertThat(visitor.get(page).page().select("li bdi").eachText()).contains("tangkapan layar.pdf");
    assertThat(visitor.get(page).page().select("li a")).isEmpty();
  }

  @Test
  void showsWhatPeopleWroteAsText() throws Exception {
    String rightToLeft = SCRIPT + " \u202Egnp.exe \u200F\u0627 \uD83D\uDE42";
    exists(ComplaintState.PROCESSING);
    process("processOutcome", "ask", "question", rightToLeft);
    Answer answer = visitor.get(page);
    assertThat(answer.page().select("script")).isEmpty();
    assertThat(answer.page().select(".entry .said").text()).isEqualTo(rightToLeft);
    assertThat(answer.page().select(".entry .said").attr("dir")).isEqualTo("auto");
  }

  @Test
  void isNeitherStoredNorIndexedNorToldToOtherSites() throws Exception {
    exists(ComplaintState.RECEIVED);
    Answer answer = visitor.get(page);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void takesAnAnswer() throws Exception {
    exists(ComplaintState.ASKED);
    Answer answer = visitor.postText(page + "/jawaban?lang=en", Map.of("text", " 230101\r\nterima kasih "));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(page + "?lang=en&news=answered");
    Document after = visitor.get(page).page();
    assertThat(after.select(".state h2").text()).isEqualTo(words.in(HelpDeskWords.INDONESIAN, "state.PROCESSING"));
    assertThat(after.select(".entry .said").last().wholeText()).isEqualTo("230101\nterima kasih");
  }

  @Test
  void takesTheWishToReopen() throws Exception {
    exists(ComplaintState.SOLVED);
    assertThat(visitor.postText(page + "/buka-lagi", Map.of("text", "Masih salah.")).header("Location"))
        .isEqualTo(page + "?news=reopened");
    assertThat(visitor.get(page).page().select(".entry").last().text()).contains("Masih salah.");
    assertThat(procedure.openTasksOf(scenario.caseOf(code))).containsExactly("userTask_process");
  }

  @ParameterizedTest
  @CsvSource({"id, reply.missing, 0", "en, reply.missing, 0", "id, reply.tooLong, 4001", "en, reply.tooLong, 4001"})
  void refusesAReplyThatIsEmptyOrTooLongAndKeepsItOnThePage(String language, String sentence, int length) throws Exception {
    exists(ComplaintState.ASKED);
    Answer answer = visitor.postText(page + "/jawaban?lang=" + language, Map.of("text", "x".repeat(length)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faultAt("text")).isEqualTo(words.in(Locale.forLanguageTag(language), sentence));
    assertThat(answer.page().select("textarea").val()).hasSize(length);
    then(desk).should(never()).answer(any(), any());
  }

  @Test
  void saysThatAReplyCameTooLateAndShowsItAgain() throws Exception {
    exists(ComplaintState.CLOSED);
    Answer answer = visitor.postText(page + "/jawaban", Map.of("text", SCRIPT));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".summary").text()).contains("tidak disimpan", SCRIPT);
    assertThat(answer.page().select("script")).isEmpty();
  }

  @Test
  void leadsToTheComplaintFromACodeThatSomebodyTyped() throws Exception {
    exists(ComplaintState.RECEIVED);
    String typed = code.value().replace("-", "%20").toLowerCase(Locale.ROOT);
    Answer answer = visitor.get("/keluhan/lacak?code=" + typed + "&lang=en");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(page + "?lang=en");
  }

  @Test
  void answersTheSameToEveryCodeThatIsNone() throws Exception {
    Set<String> answers = new TreeSet<>();
    for (String none : List.of(TrackingCode.next().value(), TrackingCode.next().value(), "x", "1%271", "%3Cscript%3E", "A".repeat(1000))) {
      for (Answer answer : List.of(visitor.get("/keluhan/lacak/" + none), visitor.get("/keluhan/lacak?code=" + none),
          visitor.postText("/keluhan/lacak/" + none + "/jawaban", Map.of("text", "Halo")),
          visitor.postText("/keluhan/lacak/" + none + "/buka-lagi", Map.of("text", "Halo")))) {
        assertThat(answer.page().select("script")).isEmpty();
        answers.add(answer.status() + answer.page().select("main").text());
      }
    }
    assertThat(answers).singleElement().asString().startsWith("404").contains("Tidak ada keluhan dengan kode ini");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?lang=en"})
  void letsNobodyTryManyCodes(String query) throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(visitor.get("/keluhan/lacak/" + TrackingCode.next().value()).status()).isEqualTo(404);
    }
    exists(ComplaintState.RECEIVED);
    Answer answer = visitor.get(page + query);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.page().select("main").text())
        .contains(words.in(query.isEmpty() ? HelpDeskWords.INDONESIAN : HelpDeskWords.ENGLISH, "refused.tooMany"));
  }

  private void exists(ComplaintState state) {
    code = scenario.submittedAndNow(state);
    page = "/keluhan/lacak/" + code.value();
  }

  private void process(Object... namesAndValues) {
    ProcessInstance complaint = scenario.caseOf(code);
    procedure.submit(ComplaintScenario.LINA, complaint, "userTask_process", ComplaintScenario.fields(namesAndValues));
    procedure.runDueJobs(complaint);
  }
}
