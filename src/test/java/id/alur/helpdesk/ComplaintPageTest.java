package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;

import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import id.alur.engine.RejectedInput;
import id.alur.helpdesk.Visitor.Answer;
import id.alur.helpdesk.Visitor.File;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PublicPageTest
@Sop({"HD-1", "HD-2", "HD-P2"})
class ComplaintPageTest {

  private static final String UNIT = "001042";
  private static final String PAGE = "/keluhan/" + UNIT;
  private static final byte[] PDF = bytes("%PDF-1.7 contoh");
  private static final String SCRIPT = "\"'><script>alert(1)</script><b onclick=alert(2)>&amp;";
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired UploadedDocuments documents;
  @Autowired PublicDesk desk;
  @Autowired PostSlots slots;
  @Autowired VisitorLimits limits;
  @Autowired HelpDeskWords words;

  private Visitor visitor;

  @BeforeEach
  void aVisitorOfAUnitWithAHelpDesk() {
    visitor = Visitor.ofNewAddress(port);
    people.member("petugas-halaman", Group.STAF_PUSTIPD, UNIT);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "''       | id | Data mahasiswa | Data dosen    | Data akademik | Sarana     | Bantuan teknis | bagian keuangan",
      "?lang=en | en | Student data   | Lecturer data | Academic data | facilities | Technical help | finance office"})
  @Sop({"HD-S", "HD-P1"})
  void saysWhatBelongsHereAndWhereElseToGo(String query, String language, String student, String lecturer, String academic,
      String facilities, String help, String elsewhere) throws Exception {
    Answer page = visitor.get(PAGE + query);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.page().select("html").attr("lang")).isEqualTo(language);
    assertThat(page.page().select(".scope").text())
        .contains(student, lecturer, academic, facilities, help, elsewhere);
  }

  @Test
  void letsTheVisitorSwitchTheLanguage() throws Exception {
    Document page = visitor.get(PAGE).page();
    assertThat(page.select("a.language").text()).isEqualTo("English");
    assertThat(page.select("a.language").attr("href")).isEqualTo("?lang=en");
    assertThat(visitor.get(PAGE + "?lang=en").page().select("a.language").text()).isEqualTo("Bahasa Indonesia");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/keluhan/009999", "/keluhan", "/keluhan/001042%0d%0aX-Evil:1", "/keluhan/%3Cscript%3E"})
  void saysInBothLanguagesThatAUnitHasNoHelpDesk(String path) throws Exception {
    Answer page = visitor.get(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.page().select("main").text()).contains("Halaman ini tidak ada", "There is no such page");
    assertThat(page.header("X-Evil")).isEmpty();
  }

  @Test
  void saysInBothLanguagesThatThereIsNothingElse() throws Exception {
    Answer page = visitor.get(PAGE + "/lain");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.page().text()).contains("Halaman tidak dapat ditampilkan", "This page cannot be shown");
  }

  @Test
  void keepsBrowsersFromWhatThePageDoesNotNeed() throws Exception {
    Answer page = visitor.get(PAGE);
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'; form-action 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.page().select("script, [style], [onclick]")).isEmpty();
  }

  @Test
  void givesTheComplaintToTheDeskAndLeadsToItsTrackingPage() throws Exception {
    Map<String, String> fields = complaint();
    fields.put("complaintText", " satu\r\ndua \uD83D\uDE42 \u200F\u0627\r\n");
    Answer answer = visitor.post(PAGE + "?lang=en", fields, new File("bukti.pdf", PDF));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).matches("/keluhan/lacak/[A-Z0-9-]{24}\\?lang=en&news=sent");
    Document tracking = visitor.get(answer.header("Location")).page();
    assertThat(tracking.select(".news").text()).contains("We have received your complaint");
    assertThat(tracking.select("section > .said").first().wholeText()).isEqualTo("satu\ndua \uD83D\uDE42 \u200F\u0627");
    assertThat(tracking.select("li bdi").eachText()).containsExactly("bukti.pdf");
    assertThat(lastSubmitted().unit()).isEqualTo(UNIT);
    assertThat(lastSubmitted().answers()).isEqualTo(new ComplaintAnswers(Channel.PAGE, RequesterRole.STUDENT,
        ComplaintKind.STUDENT_DATA, "Putri Contoh", "putri@contoh.test", null, "Nama salah eja",
        "satu\ndua \uD83D\uDE42 \u200F\u0627"));
  }

  @Test
  void knowsWhenThePageWasOpened() throws Exception {
    Map<String, String> fields = complaint();
    open(NOON).forEach(fields::put);
    visitor.post(PAGE, fields);
    assertThat(lastSubmitted().openedAt()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-20T05:00:00Z", "a.b.c"})
  void takesATimeOfOpeningThatSomebodyMadeUpForUnknown(String madeUp) throws Exception {
    Map<String, String> fields = complaint();
    open(NOON).forEach(fields::put);
    fields.put("opened", madeUp);
    assertThat(visitor.post(PAGE, fields).status()).isEqualTo(303);
    assertThat(lastSubmitted().openedAt()).isNull();
  }

  @Test
  void takesTheSamePageSentTwiceForOneComplaintAndAnotherTextForAnother() throws Exception {
    Map<String, String> fields = complaint();
    open(NOON).forEach(fields::put);
    String first = visitor.post(PAGE, fields).header("Location");
    assertThat(visitor.post(PAGE, fields).header("Location")).isEqualTo(first).startsWith("/keluhan/lacak/");
    fields.put("complaintText", "Ada satu lagi.");
    assertThat(visitor.post(PAGE, fields).header("Location")).isNotEqualTo(first).startsWith("/keluhan/lacak/");
  }

  @Test
  void takesAPageThatIsSentManyTimesAtOnceForOneComplaint() throws Exception {
    Map<String, String> fields = complaint();
    open(NOON).forEach(fields::put);
    List<CompletableFuture<Answer>> sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> postQuietly(fields)))
        .limit(4).toList();
    assertThat(sent).extracting(answer -> answer.get(30, TimeUnit.SECONDS).header("Location")).doesNotContain("")
        .containsOnly(sent.get(0).get().header("Location"));
  }

  private Answer postQuietly(Map<String, String> fields) {
    try {
      return visitor.post(PAGE, fields);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', id", "?lang=en, en"})
  void saysAtEachFieldWhatIsMissing(String query, String language) throws Exception {
    Answer page = visitor.post(PAGE + query, Map.of("identifier", "230101"));
    assertThat(page.status()).isEqualTo(422);
    Stream.of(ComplaintFault.NO_ROLE, ComplaintFault.NO_KIND, ComplaintFault.NO_NAME, ComplaintFault.NO_SUBJECT,
        ComplaintFault.NO_EMAIL, ComplaintFault.NO_TEXT).forEach(fault -> {
          assertThat(page.faultAt(fault.field())).isEqualTo(words.in(Locale.forLanguageTag(language), fault));
          assertThat(page.page().select(".summary a[href=#" + fault.field() + "]")).hasSize(1);
          assertThat(page.page().select("#" + fault.field()).attr("aria-describedby")).contains(fault.field() + "-fault");
        });
    assertThat(page.field("identifier")).isEqualTo("230101");
    then(desk).should(never()).submit(any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "requesterEmail | bukan-alamat                          | UNUSABLE_EMAIL",
      "requesterEmail | 'putri@contoh.test\r\nBcc: x@y.test'  | UNUSABLE_EMAIL",
      "requesterEmail | 'Putri <putri@contoh.test>'           | UNUSABLE_EMAIL",
      "requesterName  | 'Putri\r\nBcc: x@y.test'              | UNUSABLE_NAME",
      "subject        | 'Nama\r\nBcc: x@y.test'               | UNUSABLE_SUBJECT",
      "subject        | 'Nama\u2028Bcc: x@y.test'             | UNUSABLE_SUBJECT",
      "identifier     | '2301\n01'                            | UNUSABLE_IDENTIFIER",
      "requesterRole  | rector                                | NO_ROLE",
      "kind           | '<script>'                            | NO_KIND",
      "complaintText  | '  \r\n '                             | NO_TEXT"})
  void refusesWhatCannotBeUsed(String field, String value, ComplaintFault fault) throws Exception {
    Answer page = visitor.post(PAGE, with(field, value));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.faultAt(field)).isEqualTo(words.in(HelpDeskWords.INDONESIAN, fault));
    then(desk).should(never()).submit(any());
  }

  @Test
  void takesATextOfFourThousandCharactersAndKeepsOneMoreOnThePage() throws Exception {
    String longest = ("\r\n" + "x".repeat(39)).repeat(100);
    assertThat(visitor.post(PAGE, with("complaintText", longest + "xx")).status()).isEqualTo(422);
    Answer tooLong = visitor.post(PAGE, with("complaintText", "a" + longest));
    assertThat(tooLong.faultAt("complaintText")).contains("4.000");
    assertThat(tooLong.page().select("#complaintText").val()).hasSize(4001);
    assertThat(visitor.post(PAGE, with("complaintText", longest)).status()).isEqualTo(303);
  }

  @Test
  void showsScriptsInEveryFieldAsText() throws Exception {
    Map<String, String> fields = new HashMap<>();
    TypedComplaint.FIELDS.forEach(field -> fields.put(field, SCRIPT));
    fields.put("page", SCRIPT);
    fields.put("opened", SCRIPT);
    fields.put("kept", SCRIPT);
    Answer answer = visitor.post(PAGE, fields, new File("<img src=x onerror=alert(3)>.pdf", PDF));
    Document page = answer.page();
    assertThat(page.select("script, main img, b, [onclick], [onerror]")).isEmpty();
    assertThat(answer.field("subject")).isEqualTo(SCRIPT);
    assertThat(page.select("#complaintText").val()).isEqualTo(SCRIPT);
    assertThat(page.select("bdi").text()).isEqualTo("<img src=x onerror=alert(3)>.pdf");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "program.exe | MZ\u0090            | OTHER_NAME",
      "bom.zip     | 'PK\u0003\u0004'    | OTHER_NAME",
      "bom.pdf     | 'PK\u0003\u0004'    | OTHER_CONTENT",
      "gambar.png  | MZ\u0090            | OTHER_CONTENT",
      "halaman.jpg | <!doctype html>     | OTHER_CONTENT",
      "kosong.pdf  | ''                  | EMPTY"})
  void refusesFilesByTheirNameAndTheirFirstBytes(String name, String content, String reason) throws Exception {
    for (String query : List.of("", "?lang=en")) {
      Answer page = visitor.post(PAGE + query, complaint(), new File(name, bytes(content)));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.faultAt("attachments")).isEqualTo(words.in(query.isEmpty() ? HelpDeskWords.INDONESIAN
          : HelpDeskWords.ENGLISH, "attachment." + reason, '\u2068' + name + '\u2069'));
      assertThat(page.field("subject")).isEqualTo("Nama salah eja");
    }
    then(desk).should(never()).submit(any());
  }

  @Test
  void refusesAFileThatIsTooLargeAndKeepsTheRest() throws Exception {
    byte[] large = new byte[(5 << 20) + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    Answer page = visitor.post(PAGE, complaint(), new File("besar.pdf", large), new File("bukti.pdf", PDF));
    assertThat(page.faultAt("attachments")).contains("besar.pdf", "5 MB");
    assertThat(page.page().select("bdi").text()).isEqualTo("bukti.pdf");
  }

  @Test
  void takesAFileWithALongNameInAnyScript() throws Exception {
    assertThat(visitor.post(PAGE, complaint(), new File("\u0628".repeat(250) + ".pdf", PDF)).status()).isEqualTo(303);
  }

  @Test
  void refusesAFourthFile() throws Exception {
    File[] four = Stream.of("1.pdf", "2.pdf", "3.pdf", "4.pdf").map(name -> new File(name, PDF)).toArray(File[]::new);
    Answer page = visitor.post(PAGE, complaint(), four);
    assertThat(page.faultAt("attachments")).contains("4.pdf", "3 berkas").doesNotContain("3.pdf");
    assertThat(page.page().select("[name=kept]")).hasSize(3);
  }

  @Test
  void doesNotAskAgainForAFileThatItHas() throws Exception {
    Map<String, String> fields = with("subject", "");
    open(NOON).forEach(fields::put);
    Answer refused = visitor.post(PAGE, fields, new File("bukti.pdf", PDF));
    assertThat(refused.page().select("bdi").text()).isEqualTo("bukti.pdf");
    fields.put("subject", "Nama salah eja");
    fields.put("kept", refused.field("kept"));
    Answer sent = visitor.post(PAGE, fields, new File("", new byte[0]));
    assertThat(visitor.get(sent.header("Location")).page().select("li bdi").eachText()).containsExactly("bukti.pdf");
  }

  @Test
  void takesNoFileOfAnotherPage() throws Exception {
    Map<String, String> fields = with("subject", "");
    open(NOON).forEach(fields::put);
    String kept = visitor.post(PAGE, fields, new File("bukti.pdf", PDF)).field("kept");
    Map<String, String> other = complaint();
    open(NOON).forEach(other::put);
    other.put("kept", kept);
    Answer tracking = visitor.get(visitor.post(PAGE, other).header("Location"));
    assertThat(tracking.page().select(".state")).isNotEmpty();
    assertThat(tracking.page().select("li bdi")).isEmpty();
  }

  @Test
  void asksForTheFilesAgainIfTheyWaitedTooLong() throws Exception {
    Map<String, String> fields = with("subject", "");
    open(NOON).forEach(fields::put);
    fields.put("kept", visitor.post(PAGE, fields, new File("bukti.pdf", PDF)).field("kept"));
    fields.put("subject", "Nama salah eja");
    Procedure.pass(Duration.ofDays(2));
    documents.sweep();
    Answer page = visitor.post(PAGE + "?lang=en", fields);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.faultAt("attachments")).contains("erased");
    assertThat(page.page().select("[name=kept]")).isEmpty();
    fields.remove("kept");
    assertThat(visitor.post(PAGE, fields, new File("bukti.pdf", PDF)).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void keepsWhatWasTypedWhenTheDeskFails(RuntimeException failure) throws Exception {
    willThrow(failure).given(desk).submit(any());
    Answer page = visitor.post(PAGE, complaint(), new File("bukti.pdf", PDF));
    assertThat(page.status()).isEqualTo(500);
    assertThat(page.page().select(".summary").text()).contains("tidak akan tercatat dua kali");
    assertThat(page.field("subject")).isEqualTo("Nama salah eja");
    assertThat(page.page().select("bdi").text()).isEqualTo("bukti.pdf");
    assertThat(page.http().body()).doesNotContain("no database");
  }

  static List<RuntimeException> failures() {
    return List.of(new IllegalStateException("no database"), RejectedInput.of("unitCode", "no database"));
  }

  @Test
  void refusesARobotThatFillsInWhatPeopleDoNotSee() throws Exception {
    Answer page = visitor.post(PAGE, with("website", "https://contoh.test"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".summary").text()).contains("robot");
    assertThat(page.field("website")).isEmpty();
    assertThat(page.field("subject")).isEqualTo("Nama salah eja");
  }

  @Test
  void refusesWhatIsFilledInFasterThanAnybodyCan() throws Exception {
    Map<String, String> fields = complaint();
    open(NOON).forEach(fields::put);
    ClockUtil.setCurrentTime(Date.from(NOON.plusMillis(1999)));
    assertThat(visitor.post(PAGE, fields).page().select(".summary").text()).contains("robot");
    ClockUtil.setCurrentTime(Date.from(NOON.plusSeconds(2)));
    assertThat(visitor.post(PAGE, fields).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"'', id", "?lang=en, en"})
  void refusesTooManyComplaintsFromOneAddressAndKeepsWhatWasTyped(String query, String language) throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.post(PAGE, complaint()).status()).isEqualTo(303);
    }
    Answer page = visitor.post(PAGE + query, complaint());
    assertThat(page.status()).isEqualTo(429);
    assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(60, 120);
    assertThat(page.page().select(".summary").text())
        .contains(words.in(Locale.forLanguageTag(language), "refused.tooManyPosts"));
    assertThat(page.field("subject")).isEqualTo("Nama salah eja");
    assertThat(Visitor.ofNewAddress(port).post(PAGE, complaint()).status()).as("of another").isEqualTo(303);
  }

  @Test
  void countsNoComplaintThatFoundNoPlace() throws Exception {
    List<PostSlots.Slot> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        taken.add(slots.toBeWorkedOn());
      }
      assertThat(visitor.post(PAGE, complaint()).status()).isEqualTo(503);
    } finally {
      taken.forEach(PostSlots.Slot::close);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.post(PAGE, complaint()).status()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', id", "?lang=en, en"})
  void mailsNobodyTooOftenAndKeepsWhatWasTypedAndAttached(String query, String language) throws Exception {
    String requester = "korban-" + language + "@contoh.test";
    for (int i = 0; i < 1000; i++) {
      limits.mail(requester);
    }
    Answer page = visitor.post(PAGE + query, with("requesterEmail", requester), new File("bukti.pdf", PDF));
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.page().select(".summary").text())
        .contains(words.in(Locale.forLanguageTag(language), "refused.tooManyOfRequester"));
    assertThat(page.field("subject")).isEqualTo("Nama salah eja");
    assertThat(page.page().select("bdi").text()).isEqualTo("bukti.pdf");
    then(desk).should(never()).submit(any());
  }

  @Test
  void countsNoMistakeAsAComplaint() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(visitor.post(PAGE, with("subject", "")).status()).isEqualTo(422);
    }
    assertThat(visitor.post(PAGE, complaint()).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"'', id", "?lang=en, en"})
  void refusesAPostThatIsTooLargeBeforeItIsRead(String query, String language) throws Exception {
    Answer page = visitor.post(PAGE + query, BodyPublishers.ofByteArray(new byte[(16 << 20) + 1]));
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.page().select("main").text()).contains(words.in(Locale.forLanguageTag(language), "refused.tooLarge"));
  }

  @Test
  void refusesAPostThatDoesNotSayHowLargeItIs() throws Exception {
    byte[] body = Visitor.multipart(complaint());
    Answer page = visitor.post(PAGE, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    assertThat(page.status()).isEqualTo(411);
    assertThat(page.page().select("main").text()).contains("tidak menyebutkan besarnya");
  }

  @Test
  void refusesAPostThatIsNotWhole() throws Exception {
    byte[] whole = Visitor.multipart(complaint());
    Answer page = visitor.post(PAGE, BodyPublishers.ofByteArray(whole, 0, whole.length - 40));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.page().select("main").text()).contains("tidak sampai utuh");
  }

  @Test
  void refusesAPostWhileTooManyArrive() throws Exception {
    List<PostSlots.Slot> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 32; i++) {
        taken.add(slots.toArrive());
      }
      Answer page = visitor.post(PAGE, complaint());
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.header("Retry-After")).isEqualTo("10");
      assertThat(visitor.get(PAGE).status()).as("looking costs little").isEqualTo(200);
    } finally {
      taken.forEach(PostSlots.Slot::close);
    }
    assertThat(visitor.post(PAGE, complaint()).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"'', id", "?lang=en, en"})
  void saysToLookAgainWhileTooManyLook(String query, String language) throws Exception {
    List<PostSlots.Slot> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        taken.add(slots.toLook());
      }
      Answer page = visitor.get(PAGE + query);
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.header("Retry-After")).isEqualTo("10");
      assertThat(page.page().select("main").text()).contains(words.in(Locale.forLanguageTag(language), "refused.busyPage"));
    } finally {
      taken.forEach(PostSlots.Slot::close);
    }
    assertThat(visitor.get(PAGE).status()).isEqualTo(200);
  }

  /** The hidden fields of a page that was opened at this moment, and some time to fill it in. */
  private Map<String, String> open(Instant moment) throws IOException, InterruptedException {
    ClockUtil.setCurrentTime(Date.from(moment));
    Answer page = visitor.get(PAGE);
    ClockUtil.setCurrentTime(Date.from(moment.plusSeconds(300)));
    return Map.of("page", page.field("page"), "opened", page.field("opened"));
  }

  private static Map<String, String> complaint() {
    return new HashMap<>(Map.of("requesterRole", "student", "kind", "studentData", "requesterName", "Putri Contoh",
        "requesterEmail", "putri@contoh.test", "subject", "Nama salah eja", "complaintText", "Nama saya salah."));
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> complaint = complaint();
    complaint.put(field, value);
    return complaint;
  }

  private NewComplaint lastSubmitted() {
    ArgumentCaptor<NewComplaint> complaint = ArgumentCaptor.forClass(NewComplaint.class);
    then(desk).should(atLeastOnce()).submit(complaint.capture());
    return complaint.getValue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
