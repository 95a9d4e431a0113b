package id.alur.helpdesk;

import static id.alur.Procedure.refusalsOf;
import static id.alur.ProcedureForms.START;
import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.ProcedureForms;
import id.alur.ProcedureForms.Field;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.cases.CaseRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each form refuses and accepts, and why; what was refused has moved nothing and is kept nowhere. */
@AlurTest
class HelpDeskRefusalsTest {

  private static final ProcedureForms FORMS = ProcedureForms.of(HelpDesk.PROCESS);
  private static final String NOT_OF_THIS_FORM = "tidak mempunyai isian";
  private static final String NOT_OF_THIS_OUTCOME = "tidak termasuk yang Anda pilih";
  private static final String NOT_STORABLE = "tidak dapat disimpan";
  private static final String HALF_A_PAIR = "\ud83d";

  /**
   * A form that is right but for what was typed.
   *
   * @param field where it is refused; null if it is accepted
   * @param result the sentence of the refusal, or the task that follows
   */
  record Row(String step, Map<String, Object> typed, String field, String result, String because) {
    @Override
    public String toString() {
      String values = typed.toString();
      return step + " " + values.substring(0, Math.min(values.length(), 80)) + ": " + because;
    }
  }

  private static Row refused(String step, Map<String, Object> typed, String field, String sentence, String because) {
    return new Row(step, typed, field, sentence, because);
  }

  private static Row refused(String step, String field, Object value, String sentence, String because) {
    return refused(step, fields(field, value), field, sentence, because);
  }

  private static Row accepted(String step, Map<String, Object> typed, String next, String because) {
    return new Row(step, typed, null, next, because);
  }

  static Stream<Row> rows() {
    return Stream.of(whereAndHow(), who(), what(), triaging(), processing(), otherOutcomes(), telling())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> whereAndHow() {
    return Stream.of(
        refused(START, "unitCode", null, "Kode PT", "a complaint is for a unit"),
        refused(START, "unitCode", "00104", "6 angka", "a kode PT has six digits"),
        refused(START, "unitCode", "００１０４２", "6 angka", "not the digits of the unit"),
        refused(START, "unitCode", "001042\u200b", "6 angka", "nobody would see why it is unknown"),
        refused(START, "unitCode", "001043", "tidak terdaftar untuk kode ini", "another unit's"),
        refused(START, "channel", null, "bagaimana pemohon datang", "HD-P2"),
        refused(START, "channel", "fax", "bagaimana pemohon datang", "no such way"),
        refused(START, fields("channel", "page", "requesterEmail", "a@contoh.test"), "channel", "Pilih loket",
            "the page is the visitors' own way"),
        refused(START, "language", null, "Pilih bahasa", "mails are written in it"),
        refused(START, "language", "fr", "Pilih bahasa", "nobody wrote the words"),
        refused(START, "language", "ID", "Pilih bahasa", "not what the form sends"),
        refused(START, "contactMinutes", null, "0 sampai 600", "HD-1 is measured"),
        refused(START, "contactMinutes", -1L, "0 sampai 600", "nobody comes before he comes"),
        refused(START, "contactMinutes", 601L, "0 sampai 600", "mistyped"),
        refused(START, "formMinutes", null, "0 sampai 600", "HD-2 is measured"),
        refused(START, "formMinutes", Long.MIN_VALUE, "0 sampai 600", "mistyped"),
        refused(START, "formMinutes", Long.MAX_VALUE, "0 sampai 600", "would overflow"),
        refused(START, "attachment1", "e2d1f6f0-0000-4000-8000-000000000000", "tidak diunggah oleh Anda", "nobody's file"),
        refused(START, "attachment3", "../../etc/passwd", "tidak diunggah oleh Anda", "no reference"),
        accepted(START, fields("contactMinutes", 600L, "formMinutes", 0L), "userTask_triage", "late, but a fact"),
        accepted(START, fields("unitCode", " 001042\t"), "userTask_triage", "blanks around it mean nothing"));
  }

  private static Stream<Row> who() {
    return Stream.of(
        refused(START, "requesterRole", null, "mahasiswa, dosen", "HD-1"),
        refused(START, "requesterRole", "rector", "mahasiswa, dosen", "not served here"),
        refused(START, "requesterName", null, "Isi nama", "somebody complains"),
        refused(START, "requesterName", " \u2003 ", "Isi nama", "blank"),
        refused(START, "requesterName", "Contoh\r\nBcc: x@contoh.test", "satu baris", "a header would follow"),
        refused(START, "requesterName", "Contoh\u2028Pemohon", "satu baris", "a line separator"),
        refused(START, "requesterName", "Contoh\u0085Pemohon", "satu baris", "a line separator of other machines"),
        refused(START, "requesterName", "a".repeat(201), "Paling banyak 200", "longer than any name"),
        refused(START, "requesterName", "Contoh\0", NOT_STORABLE, "PostgreSQL refuses it"),
        refused(START, "requesterName", "Contoh" + HALF_A_PAIR, NOT_STORABLE, "it would not come back"),
        refused(START, "requesterEmail", "bukan-alamat", "Alamat email ini", "no address"),
        refused(START, "requesterEmail", "a@b@contoh.test", "Alamat email ini", "no address"),
        refused(START, "requesterEmail", "a@contoh.test, b@contoh.test", "Alamat email ini", "two addresses"),
        refused(START, "requesterEmail", "Contoh <a@contoh.test>", "Alamat email ini", "a name beside it"),
        refused(START, "requesterEmail", "a@contoh.test\nBcc: b@contoh.test", "Alamat email ini", "a header would follow"),
        refused(START, "requesterEmail", "\u202ea@contoh.test", "Alamat email ini", "it looks like another one"),
        refused(START, "requesterEmail", "a\u2028@contoh.test", "Alamat email ini", "a line separator"),
        refused(START, "requesterEmail", "a".repeat(255), "Paling banyak 254", "no mail server takes it"),
        refused(START, "requesterEmail", "a".repeat(300) + "@contoh.test", "Paling banyak 254", "no mail server takes it"),
        refused(START, "identifier", "2301\n010001", "satu baris", "two lines were copied"),
        refused(START, "identifier", "2".repeat(101), "Paling banyak 100", "no number is so long"),
        accepted(START, fields("requesterEmail", null, "identifier", ""), "userTask_triage", "both may be missing"),
        accepted(START, fields("identifier", "' or 1=1 --"), "userTask_triage", "shown as text, sent as a parameter"),
        accepted(START, fields("requesterName", "\u202eContoh <script>\ud83d\ude00"), "userTask_triage", "shown as text"));
  }

  private static Stream<Row> what() {
    return Stream.of(
        refused(START, "kind", null, "Pilih hal", "HD-P1"),
        refused(START, "kind", "<script>", "Pilih hal", "no such kind"),
        refused(START, "subject", null, "Isi ringkasan", "staff see it first"),
        refused(START, "subject", "Nama\nBcc: x@contoh.test", "satu baris", "a header would follow"),
        refused(START, "subject", "\ud83d\ude00".repeat(101), "Paling banyak 200", "counted as the browser does"),
        refused(START, "complaintText", null, "Tulis keluhannya", "nothing to do"),
        refused(START, "complaintText", "\n \u3000\t", "Tulis keluhannya", "blank"),
        refused(START, "complaintText", "a".repeat(4001), "Paling banyak 4000", "one too many"),
        refused(START, "complaintText", "\ud83d\ude00".repeat(4000), "Paling banyak 4000", "counted as the browser does"),
        refused(START, "complaintText", "satu\0dua", NOT_STORABLE, "PostgreSQL refuses it"),
        refused(START, "complaintText", HALF_A_PAIR + "satu", NOT_STORABLE, "it would not come back"),
        refused(START, fields("priority", 100L), "form", NOT_OF_THIS_FORM, "decided by the table"),
        refused(START, fields("trackingCode", "7KPM"), "form", NOT_OF_THIS_FORM, "nobody chooses his code"),
        accepted(START, fields("complaintText", "a".repeat(4000)), "userTask_triage", "the longest"),
        accepted(START, fields("complaintText", "\ud83d\ude00".repeat(2000)), "userTask_triage", "the longest of such"),
        accepted(START, fields("complaintText", "</textarea><script>\r\n\u202e\u0001"), "userTask_triage", "shown as text"));
  }

  private static Stream<Row> triaging() {
    String step = "userTask_triage";
    return Stream.of(
        refused(step, "kind", null, "Pilih hal", "HD-S"),
        refused(step, "kind", "weather", "Pilih hal", "no such kind"),
        refused(step, "urgency", null, "biasa atau mendesak", "HD-3"),
        refused(step, "urgency", "NORMAL", "biasa atau mendesak", "not what the form sends"),
        refused(step, "feederSubject", null, "terkait Feeder", "the diagnosis depends on it"),
        refused(step, "feederSubject", "rector", "terkait Feeder", "Feeder knows no such list"),
        refused(step, fields("inScope", true), "form", NOT_OF_THIS_FORM, "decided by the table"),
        refused(step, fields("team", "ketua-tim"), "form", NOT_OF_THIS_FORM, "decided by the table"),
        refused(step, fields("complaintText", "Lain."), "form", NOT_OF_THIS_FORM, "the requester's own words"),
        accepted(step, fields("urgency", "urgent"), "userTask_process", "HD-3"));
  }

  private static Stream<Row> processing() {
    String step = "userTask_process";
    return Stream.of(
        refused(step, fields("processOutcome", null, "problem", null, "solution", null), "processOutcome",
            "Pilih apa yang terjadi", "HD-3"),
        refused(step, fields("processOutcome", "close", "problem", null, "solution", null), "processOutcome",
            "Pilih apa yang terjadi", "no such way"),
        refused(step, "problem", null, "Tulis masalahnya", "HD-P4"),
        refused(step, "solution", " \n", "Tulis solusinya", "HD-P4"),
        refused(step, "solution", "a".repeat(4001), "Paling banyak 4000", "one too many"),
        refused(step, "solution", "Beres\0", NOT_STORABLE, "PostgreSQL refuses it"),
        refused(step, "problem", HALF_A_PAIR, NOT_STORABLE, "it would not come back"),
        refused(step, only("ask"), "question", "Tulis pertanyaan", "the requester would wait for nothing"),
        refused(step, only("ask", "question", "a".repeat(2001)), "question", "Paling banyak 2000", "one too many"),
        refused(step, only("handOn", "note", "KRS."), "handOnTo", "Pilih tim", "somebody goes on"),
        refused(step, only("handOn", "handOnTo", "manajer", "note", "KRS."), "handOnTo", "Pilih tim", "no team here"),
        refused(step, only("handOn", "handOnTo", "${admin}", "note", "KRS."), "handOnTo", "Pilih tim", "never evaluated"),
        refused(step, only("handOn", "handOnTo", "ketua-tim"), "note", "apa yang sudah dikerjakan", "they begin anew"),
        refused(step, only("checkAgain"), "processOutcome", "tidak terkait Feeder", "nobody to ask"),
        refused(step, fields("diagnosis", "Beres."), "form", NOT_OF_THIS_FORM, "Feeder says so, or nobody"));
  }

  private static Stream<Row> otherOutcomes() {
    String step = "userTask_process";
    return Stream.of(
        refused(step, "question", "Nama mana?", NOT_OF_THIS_OUTCOME, "nobody would be asked"),
        refused(step, "note", "KRS.", NOT_OF_THIS_OUTCOME, "nobody would read it"),
        refused(step, "handOnTo", "ketua-tim", NOT_OF_THIS_OUTCOME, "nobody would get it"),
        refused(step, only("ask", "question", "Nama mana?", "solution", "Beres."), "solution", NOT_OF_THIS_OUTCOME,
            "nobody would be told"),
        refused(step, only("handOn", "handOnTo", "ketua-tim", "note", "KRS.", "problem", "KRS."), "problem",
            NOT_OF_THIS_OUTCOME, "it would not be recorded"));
  }

  private static Stream<Row> telling() {
    return Stream.of(
        refused("userTask_recordAnswer", "answer", null, "Tulis jawaban", "HD-3"),
        refused("userTask_recordAnswer", "answeredHow", "\t", "bagaimana dan kapan", "on whose word"),
        refused("userTask_recordAnswer", "answer", "a\0", NOT_STORABLE, "PostgreSQL refuses it"),
        refused("userTask_recordAnswer", fields("processOutcome", "solved"), "form", NOT_OF_THIS_FORM, "another step's"),
        refused("userTask_tellRequester", "toldHow", null, "bagaimana dan kapan", "HD-4"),
        refused("userTask_tellRequester", "toldHow", "telepon\0", NOT_STORABLE, "PostgreSQL refuses it"),
        refused("userTask_tellRequester", fields("solution", "Lain."), "form", NOT_OF_THIS_FORM,
            "what was recorded is told"));
  }

  /** Nothing that belongs to the outcome of the form that is right. */
  private static Map<String, Object> only(String outcome, Object... namesAndValues) {
    Map<String, Object> typed = fields("processOutcome", outcome, "problem", null, "solution", null);
    typed.putAll(fields(namesAndValues));
    return typed;
  }

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private CaseRequests requests;
  @Autowired private PublicDesk desk;
  @Autowired private Complaints complaints;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient database;

  private ComplaintScenario scenario;

  @BeforeEach
  void openTheDesk() {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
  }

  @AfterEach
  void closeTheDesk() {
    ClockUtil.reset();
  }

  static List<String> steps() {
    return FORMS.steps();
  }

  static Stream<Row> acceptedRows() {
    return rows().filter(row -> row.field() == null);
  }

  @Test
  void noFormIsLeftOut() {
    assertThat(rows().filter(row -> row.field() != null).map(Row::step)).containsAll(steps());
  }

  @ParameterizedTest
  @MethodSource("steps")
  @Sop({"HD-1", "HD-2", "HD-S", "HD-P1", "HD-P2", "HD-3", "HD-P4", "HD-4"})
  void refusesForAReasonAtItsFieldAndKeepsNothing(String step) {
    ProcessInstance complaint = caseAt(step);
    SoftAssertions refusals = new SoftAssertions();
    rows().filter(row -> row.step().equals(step) && row.field() != null).forEach(row ->
        refusals.assertThat(refusalsAt(step, complaint, row.typed())).as(row.toString()).containsOnlyKeys(row.field())
            .extractingByKey(row.field()).asString().contains(row.result()).matches("[A-Z].{8,}"));
    refusals.assertAll();
    assertOnlyWhatFitsIsTaken(step, complaint);
  }

  @ParameterizedTest
  @MethodSource("acceptedRows")
  void acceptsForAReason(Row row) {
    ProcessInstance complaint = caseAt(row.step());
    Map<String, Object> form = form(row.step(), row.typed());
    if (complaint == null) {
      complaint = procedure.start(LINA, HelpDesk.PROCESS, form);
    } else {
      procedure.submit(LINA, complaint, row.step(), form);
    }
    assertThat(procedure.openTasksOf(complaint)).containsExactly(row.result());
  }

  /** Each field in turn is of another type, or too long. */
  private void assertOnlyWhatFitsIsTaken(String step, ProcessInstance complaint) {
    for (Field field : FORMS.fieldsOf(step)) {
      boolean isText = field.type().equals("String");
      assertThat(refusalsAt(step, complaint, fields(field.name(), isText ? 1042L : "true")))
          .isEqualTo(Map.of(field.name(), "Isian ini tidak dapat dibaca. Isi lagi melalui formulir."));
      if (isText) {
        assertThat(refusalsAt(step, complaint, fields(field.name(), "a".repeat(5_000)))).containsOnlyKeys(field.name());
      }
    }
    assertThat(refusalsAt(step, complaint, fields("initiator", LINA))).extractingByKey("form").asString()
        .contains(NOT_OF_THIS_FORM);
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = Mode.EXCLUDE, names = {"STAF_PUSTIPD", "KETUA_TIM"})
  @Sop("HD-P2")
  void onlyStaffTakeComplaintsAtTheCounter(Group group) {
    String member = people.member("loket-" + group.id(), group, ComplaintScenario.UNIT);
    List<Object> before = kept();
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> procedure.start(member, HelpDesk.PROCESS, ComplaintScenario.counterFields()));
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Salah\0"})
  void neitherCancelsNorReportsForAReasonThatCannotBeKept(String reason) {
    ProcessInstance complaint = caseAt("userTask_triage");
    Task task = procedure.taskOf(complaint, "userTask_triage");
    List<Object> before = kept();
    assertThat(requests.cancel(LINA, task, reason).status()).isEqualTo(400);
    assertThat(requests.reportDeviation(LINA, task, Map.of("what", reason, "why", reason)).status()).isEqualTo(400);
    assertThat(kept()).isEqualTo(before);
  }

  /** Null for the start. */
  private ProcessInstance caseAt(String step) {
    if (step.equals(START)) {
      return null;
    }
    ProcessInstance complaint = scenario.atTheCounter();
    if (!step.equals("userTask_triage")) {
      scenario.triage(complaint);
    }
    switch (step) {
      case "userTask_recordAnswer" -> scenario.ask(complaint);
      case "userTask_tellRequester" -> scenario.solve(complaint);
      default -> assertThat(procedure.openTasksOf(complaint)).containsExactly(step);
    }
    return complaint;
  }

  private static Map<String, Object> form(String step, Map<String, Object> typed) {
    Map<String, Object> form = new HashMap<>(switch (step) {
      case START -> ComplaintScenario.counterFields();
      case "userTask_triage" -> fields("kind", "studentData", "urgency", "normal", "feederSubject", "none");
      case "userTask_process" -> fields("processOutcome", "solved", "problem", "Namanya berbeda.", "solution", "Disamakan.");
      case "userTask_recordAnswer" -> fields("answer", "Yang di ijazah.", "answeredHow", "telepon, Senin 10.30");
      case "userTask_tellRequester" -> fields("toldHow", "telepon, Senin 10.30");
      default -> throw new AssertionError("Say what is right at " + step);
    });
    form.putAll(typed);
    return form;
  }

  private Map<String, String> refusalsAt(String step, ProcessInstance complaint, Map<String, Object> typed) {
    List<Object> before = kept();
    Map<String, Object> form = form(step, typed);
    Map<String, String> sentences = refusalsOf(complaint == null
        ? () -> procedure.start(LINA, HelpDesk.PROCESS, form) : () -> procedure.submit(LINA, complaint, step, form));
    assertThat(kept()).as("something was kept").isEqualTo(before);
    if (complaint != null) {
      assertThat(procedure.openTasksOf(complaint)).containsExactly(step);
    }
    return sentences;
  }

  private List<Object> kept() {
    return Stream.of("select count(*) from \"alur\".complaint", "select count(*) from \"alur\".complaint_entry",
            "select count(*) from \"alur\".solution", "select count(*) from \"alur\".service_interval",
            "select count(*) from ACT_RU_EXECUTION", "select count(*) from ACT_HI_PROCINST",
            "select sum(REV_) from ACT_RU_VARIABLE", "select count(*) from ACT_HI_VARINST",
            "select count(*) from ACT_HI_DETAIL")
        .map(query -> database.sql(query).query().singleValue()).toList();
  }
}
