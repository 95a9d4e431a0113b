package id.alur.examserversync;

import static id.alur.Procedure.refusalsOf;
import static id.alur.ProcedureForms.START;
import static id.alur.examserversync.ExamSyncAnswers.SHA256;
import static id.alur.examserversync.ExamSyncAnswers.fields;
import static id.alur.examserversync.ExamSyncAnswers.lights;
import static id.alur.examserversync.ExamSyncScenario.FORMS;
import static id.alur.examserversync.ExamSyncScenario.RUDI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.ProcedureForms.Field;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each form refuses and accepts, and why; what was refused has moved and changed nothing. */
@AlurTest
class ExamServerSyncRefusalsTest {

  private static final String NOT_OF_THIS_FORM = "tidak mempunyai isian";

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

  private static Row accepted(String step, Map<String, Object> typed, String next, String because) {
    return new Row(step, typed, null, next, because);
  }

  private static Row refused(String step, String field, Object value, String sentence, String because) {
    return refused(step, fields(field, value), field, sentence, because);
  }

  static Stream<Row> rows() {
    return Stream.of(starting(), patching(), identifying(), readingTheDashboard(), backingUp(), downloading(), verifying(),
        replacing()).flatMap(rows -> rows);
  }

  private static Stream<Row> starting() {
    return Stream.of(
        refused(START, "examRound", "", "Tulis nama babak", "bindings hold within a round"),
        refused(START, "examRound", "Simulasi 1 \ud83c\udf89", "dengan huruf dan angka", "a round has one spelling"),
        refused(START, "examRound", "S".repeat(41), "paling panjang 40", "longer than any name of a round"),
        refused(START, "unitCode", "2010099", "8 karakter", "an NPSN has eight characters"),
        refused(START, "unitCode", "201009990", "8 karakter", "an NPSN has eight characters"),
        refused(START, "unitCode", "p0100999", "satu huruf besar", "units are kept in capitals"),
        refused(START, "unitCode", "２０１００９９９", "8 karakter", "not the digits of the unit"),
        refused(START, "unitCode", "20100\u200b999", "8 karakter", "nobody would see why it is unknown"),
        refused(START, "unitCode", "20100998", "tidak terdaftar untuk kode ini", "another school's"),
        refused(START, "schoolName", " ", "Isi nama sekolah", "the minutes name it"),
        refused(START, "machineLabel", null, "Isi label", "the only name of the machine before its SN is seen"),
        refused(START, "rightMachine", false, "hanya di mesin yang dipakai untuk tes", "ES-2"),
        refused(START, "idServer", "ID\u202e1", "tidak terlihat", "it would be bound as something else than it looks"),
        refused(START, "idServer", "ID 1", "spasi", "two codes, or one mistyped"),
        refused(START, "idServer", "ID-\ud83d\ude00", "huruf, angka, dan tanda hubung", "no code has it"),
        refused(START, "examDate", "2026-02-30", "Isi tanggalnya, misalnya 2026-11-23", "no such day"),
        refused(START, "examDate", "23-11-2026", "Isi tanggalnya", "day and month could be mistaken"),
        refused(START, "examDate", "２０２６-11-23", "Isi tanggalnya", "no date as browsers send it"),
        refused(START, "examDate", "2026-11-20", "jangan menghapus apa pun", "the machine holds what was answered"),
        refused(START, "examDate", "2062-11-23", "Periksa tahunnya", "two digits changed places"),
        refused(START, "examDate", "2026-11-23T08:00", "Paling banyak 10 karakter", "a day, not a moment"),
        refused(START, "syncDate", "2026-11-31", "Isi tanggalnya, misalnya 2026-11-21", "no such day"),
        refused(START, "syncDate", null, "Isi tanggalnya", "the gate opens by it"),
        refused(START, "syncDate", "2026-11-20", "sudah lewat", "the gate would stand open before 07.45"),
        refused(START, "syncDate", "2026-11-24", "sesudah hari tes", "the sync comes before the test"),
        refused(START, "syncSchedule", "", "Isi jam sinkronisasi", "StandBy waits for it"),
        refused(START, "zone", "WIB", "Pilih zona waktu", "not one of the three that the form offers"),
        refused(START, "zone", "Europe/Berlin", "Pilih zona waktu", "no school is there"),
        refused(START, "cbtSyncAddress", "http://admin:rahasia@192.0.2.20/", "tanpa username atau password",
            "no password here"),
        refused(START, "cbtSyncAddress", "file:///etc/passwd", "http:// atau https://", "not a page"),
        refused(START, "cbtSyncAddress", "javascript:alert(1)", "http:// atau https://", "not a page"),
        refused(START, "cbtSyncAddress", "192.0.2.20", "http:// atau https://",
            "a browser would guess the rest, Alur does not"),
        refused(START, "cbtSyncAddress", "http://192.0.2.20/a b", "http:// atau https://", "no address has a blank"),
        refused(START, "replacement", "maybe", "Pilih ya atau tidak", "ES-9"),
        refused(START, fields("replacement", "yes", "replacedSerialNumber", "SN-LAMA"), "replacementDocument",
            "Lampirkan keputusan tertulis", "nobody replaces a machine without it"),
        refused(START, "replacementDocument", "e2d1f6f0-0000-4000-8000-000000000000", "tidak diunggah oleh Anda",
            "a file that nobody uploaded here"),
        accepted(START, fields("syncDate", "2026-11-23"), "userTask_waitForPatching",
            "a late sync on the day of the test"),
        accepted(START, fields("schoolName", "<b>SMP</b> \"Contoh\" \ud83c\udf89"), "userTask_patch",
            "shown as text, never as HTML"),
        accepted(START, fields("unitCode", " 20100999\t"), "userTask_patch", "blanks around it mean nothing"),
        accepted(START, fields("cbtSyncAddress", "https://192.0.2.20:8443/cbtsync"), "userTask_patch",
            "read only if allowed"));
  }

  private static Stream<Row> patching() {
    return Stream.of(
        refused("userTask_waitForPatching", fields("nineGreen", true), "form", NOT_OF_THIS_FORM,
            "the gate asks nothing"),
        refused("userTask_patch", "adminVersion", "50.17", "harus 50.170406", "another version (ES-3)"),
        refused("userTask_patch", "adminVersion", null, "Isi versi", "ES-3"),
        refused("userTask_patch", "patchOutcome", "perhaps", "Pilih berhasil atau gagal", "ES-6"),
        refused("userTask_patch", "cbtSyncVersion", "5.1", "harus 5.1.0", "an older one, or not read to its end"),
        refused("userTask_patch", "cbtSyncVersion", "5.10", "harus 5.1.0", "ten is not one"),
        refused("userTask_patch", "cbtSyncVersion", "5.1.0.0", "harus 5.1.0", "not what the screen shows"),
        refused("userTask_patch", "cbtSyncVersion", "5.1.\u200b0", "harus 5.1.0",
            "what cannot be seen is not the version"),
        refused("userTask_patch", "cbtSyncVersion", "5.1.0\u202e", "harus 5.1.0",
            "what cannot be seen is not the version"),
        refused("userTask_patch", "cbtSyncVersion", "", "Isi versi CBTSync", "success is proven by the version"),
        refused("userTask_patch", "cbtSyncVersion", "5".repeat(100_000), "Paling banyak 40 karakter",
            "no version is so long"),
        accepted("userTask_patch", fields("cbtSyncVersion", "v5.1.0 "), "userTask_enterServerId", "as people copy it"),
        accepted("userTask_patch", fields("cbtSyncVersion", "５.１.０"), "userTask_enterServerId",
            "the same digits, full width"),
        accepted("userTask_patch", fields("patchOutcome", "failed", "cbtSyncVersion", null), "userTask_restartService",
            "a failure needs no version"),
        refused("userTask_restartService", "serviceTabOpened", false, "Lakukan langkah ini", "ES-7"),
        refused("userTask_restartService", "serviceStarted", false, "Lakukan langkah ini", "ES-7"),
        refused("userTask_restartService", "serviceRuns", false, "Lakukan langkah ini", "ES-7"),
        refused("userTask_restartService", "webClosed", false, "Lakukan langkah ini", "ES-7"),
        refused("userTask_restartService", "webReopened", null, "Lakukan langkah ini", "ES-7"),
        refused("userTask_restartService", "patchOutcome", "", "Pilih berhasil atau gagal", "ES-6"),
        refused("userTask_restartService", "cbtSyncVersion", "5.1", "harus 5.1.0", "ES-6"));
  }

  private static Stream<Row> identifying() {
    String step = "userTask_enterServerId";
    return Stream.of(
        refused(step, "serialNumber", "", "Isi Nomor seri", "ES-8"),
        refused(step, "serialNumber", "SN \ud83d\ude00", "spasi", "no machine has it"),
        refused(step, "serialNumber", "SN-\ud83d\ude00", "huruf, angka, dan tanda hubung", "no machine has it"),
        refused(step, "serialNumber", "S\u0405-123", "huruf, angka, dan tanda hubung",
            "a Cyrillic letter looks like another machine's"),
        refused(step, "serialNumber", "ＳＮ-123", "huruf, angka, dan tanda hubung", "copied from nowhere near CBTSync"),
        refused(step, "serialNumber", "\u200fSN-123", "tidak terlihat",
            "a mark of direction would make it another machine"),
        refused(step, "serialNumber", "SN-1\u202e32", "tidak terlihat", "it looks like another machine's"),
        refused(step, "serialNumber", "SN 123", "spasi", "two codes, or one mistyped"),
        refused(step, "serialNumber", "SN\n123", "spasi", "two lines were copied"),
        refused(step, "serialNumber", "S".repeat(200), "karakter", "no number is so long"),
        refused(step, "serialNumber", "' or 1=1 --", "spasi", "no machine has it"),
        refused(step, "idServer", "<b>1</b>", "huruf, angka, dan tanda hubung", "a page was copied"),
        refused(step, "idServer", "--", "huruf, angka, dan tanda hubung", "nothing that tells machines apart"),
        refused(step, "rightMachineAgain", false, "Berhenti bila ini bukan mesin tes", "ES-9"));
  }

  private static Stream<Row> readingTheDashboard() {
    String step = "userTask_recordDashboard";
    return Stream.of(
        refused(step, "dashboardText", "", "Salin tulisan", "nothing says nothing"),
        refused(step, "dashboardText", "Aktif ".repeat(17_000), "Paling banyak 2000 karakter",
            "100 kB are no dashboard"),
        refused(step, "shownSerialNumber", "SN-\ud83d\ude00", "huruf, angka", "it could not be compared"),
        accepted(step, fields("dashboardText", "Aktif StandBy"), "userTask_reportDashboard", "two states are none"),
        accepted(step, fields("dashboardText", "<script>status='Aktif'</script>"), "userTask_reportDashboard",
            "a script shows nothing"),
        accepted(step, fields("dashboardText", "<p>Status: <b>Aktif</b></p>"), "userTask_askOtherData",
            "what a page shows is read"),
        accepted(step, fields("shownSerialNumber", null), "userTask_askOtherData", "Aktif is the server's own word"),
        refused("userTask_waitForSchedule", fields("dashboardState", "ACTIVE"), "form", NOT_OF_THIS_FORM,
            "only a dashboard says so"),
        refused("userTask_mendConnection", "connectionMended", " ", "Tulis apa yang dilakukan", "the minutes tell it"),
        refused("userTask_askForActivation", "activationAsked", null, "Tulis apa yang dilakukan",
            "the minutes tell it"),
        refused("userTask_reportDashboard", "dashboardExplained", null, "Tulis apa yang dilakukan",
            "the minutes tell it"));
  }

  private static Stream<Row> backingUp() {
    String step = "userTask_backUp";
    return Stream.of(
        refused("userTask_askOtherData", "otherData", "", "tidak ada, masih ada, atau tidak yakin",
            "ES-12: silence is no answer"),
        refused("userTask_saveOtherData", "otherDataSaved", "\t", "Tulis apa yang dilakukan", "the minutes tell it"),
        refused("userTask_eraseBeforeBackUp", "sameMachine", null, "jangan menekan HAPUS",
            "another machine's data are lost"),
        refused("userTask_eraseBeforeBackUp", "erased", null, "Centang sesudah HAPUS", "ES-12"),
        refused("userTask_eraseBeforeBackUp", fields("otherData", "no"), "form", NOT_OF_THIS_FORM,
            "it was asked before"),
        refused(step, fields("backupSize", 0L), "backupSha256", "jangan menekan HAPUS",
            "an empty backup saves nothing"),
        refused(step, fields("backupSize", -1L), "backupSha256", "Pilih berkas", "no file is so small"),
        refused(step, "backupSize", "8GB", "tidak dapat dibaca", "browsers count bytes"),
        refused(step, fields("backupName", null), "backupSha256", "Pilih berkas", "no file was picked"),
        refused(step, fields("backupSha256", null), "backupSha256", "Pilih berkas",
            "nothing tells it from another file"),
        refused(step, fields("backupSha256", SHA256.substring(1)), "backupSha256", "Pilih berkas",
            "63 digits are no SHA-256"),
        refused(step, fields("backupSha256", SHA256.toUpperCase()), "backupSha256", "Pilih berkas",
            "not from the form's script"),
        refused(step, "backupName", "b".repeat(256), "Paling banyak 255", "no file system has such a name"),
        accepted(step, fields("backupSize", 8L << 30), "userTask_eraseAfterBackUp", "8 GB never leave the school"),
        accepted(step, fields("backupName", "backup-20100998-SMP-Lain.Source"), "userTask_eraseAfterBackUp",
            "how CBTSync names a backup is unpublished, so a name proves nothing"),
        accepted(step, fields("backupName", "../../etc/passwd"), "userTask_eraseAfterBackUp",
            "a note: nothing is opened by it"),
        refused("userTask_eraseAfterBackUp", "sameMachine", null, "jangan menekan HAPUS", "ES-14"),
        refused("userTask_eraseAfterBackUp", "erased", false, "Centang sesudah HAPUS", "ES-14"),
        refused("userTask_eraseAfterBackUp", fields("backupSha256", SHA256), "form", NOT_OF_THIS_FORM,
            "the backup is recorded in its own task"));
  }

  private static Stream<Row> downloading() {
    return Stream.of(
        refused("userTask_refreshStatus", "initialStatus", "a".repeat(501), "Paling banyak 500", "a note, not a page"),
        refused("userTask_startSync", "sameMachine", "mungkin", "jangan menekan START SYNC", "ES-17"),
        refused("userTask_startSync", "syncStarted", false, "Centang sesudah START SYNC", "ES-17"),
        refused("userTask_recordDownloads", fields("nineGreen", true), "form", NOT_OF_THIS_FORM,
            "nine green are counted, not declared"),
        refused("userTask_recordDownloads", "light1", "true", "tidak dapat dibaca", "green or not"),
        accepted("userTask_recordDownloads", lights(8), "userTask_chooseNextStep", "eight are not nine"),
        accepted("userTask_recordDownloads", fields("light5", null), "userTask_chooseNextStep", "unknown is not green"),
        refused("userTask_chooseNextStep", "nextStep", "erase", "Pilih langkah berikutnya", "no such way"),
        refused("userTask_chooseNextStep", "nextStepReason", "", "Tulis alasannya", "ES-18"),
        refused("userTask_chooseNextStep", fields("nextStep", "startAgain"), "syncStopped", "sudah berhenti",
            "never two at once"),
        refused("userTask_chooseNextStep", fields("nextStep", "backUpAgain", "syncStopped", false), "syncStopped", "sudah berhenti",
            "nothing is erased under a running download"));
  }

  private static Stream<Row> verifying() {
    String participants = "userTask_checkParticipants";
    String test = "userTask_checkTest";
    return Stream.of(
        refused(participants, "registeredParticipants", null, "Tulis jumlahnya", "ES-19"),
        refused(participants, "shownParticipants", "empat", "Tulis jumlahnya", "it is compared"),
        refused(participants, "registeredParticipants", "٤٠", "Tulis jumlahnya", "other digits are not compared"),
        refused(participants, "registeredParticipants", "-40", "Tulis jumlahnya", "nobody is fewer than none"),
        refused(participants, fields("registeredParticipants", "0", "shownParticipants", "0"), "registeredParticipants", "Paling sedikit ada satu",
            "a test without participants is none"),
        refused(participants, fields("shownParticipants", "39"), "missingParticipants", "tulis siapa",
            "the centre will ask who"),
        refused(participants, "lightsNotGreen", "0", "dari 1 sampai 9", "there are nine"),
        refused(participants, "lightsNotGreen", "12", "dari 1 sampai 9", "one and two, or twelve?"),
        refused(participants, "lightsNotGreen", "nomor tiga", "dari 1 sampai 9", "the centre needs the number"),
        accepted(participants, fields("missingParticipants", "Ayu Contoh"), "userTask_reportToCentre",
            "equal numbers prove little"),
        accepted(participants, fields("shownParticipants", "0", "missingParticipants", "semua"), "userTask_reportToCentre",
            "none are shown"),
        accepted(participants, fields("lightsNotGreen", "3"), "userTask_reportToCentre",
            "never back to START SYNC (ES-21)"),
        refused(test, "testOutcome", "", "Pilih apa yang tampil", "ES-20"),
        refused(test, fields("testOutcome", "missing"), "testFinding", "Tulis apa yang tampil", "the centre will ask"),
        refused(test, fields("testOutcome", "notGreen"), "lightsNotGreen", "dari 1 sampai 9",
            "the centre will ask which"),
        refused(test, fields("lightsNotGreen", "4"), "testOutcome", "pilih jawaban itu",
            "ready and not green contradict each other"),
        accepted(test, fields("testOutcome", "notGreen", "lightsNotGreen", "4 dan 9"), "userTask_reportToCentre",
            "ES-21"),
        refused("userTask_reportToCentre", "centreOutcome", "eraseAgain", "Pilih sudah diperbaiki",
            "ES-21: no such way"),
        refused("userTask_reportToCentre", "centreInstruction", " ", "siapa di pusat", "whose word it is"),
        refused("userTask_keepMinutes", fields("verified", true), "form", NOT_OF_THIS_FORM,
            "it was verified before or not at all"));
  }

  private static Stream<Row> replacing() {
    String step = "userTask_confirmReplacement";
    return Stream.of(
        refused(step, "replacementDecision", "", "Pilih setuju atau tidak", "ES-9"),
        refused(step, fields("replacementDecision", "refused"), "replacementReason", "Tulis mengapa",
            "the proctor must know"));
  }

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private JdbcClient database;

  private ExamSyncScenario scenario;

  @BeforeEach
  void openPatching() {
    scenario = new ExamSyncScenario(people, procedure, documents);
  }

  @AfterEach
  void resetClock() {
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
  @Sop({"ES-1", "ES-2", "ES-6", "ES-7", "ES-8", "ES-9", "ES-12", "ES-13", "ES-14", "ES-17", "ES-18", "ES-19", "ES-20", "ES-21"})
  void refusesForAReasonAtItsFieldAndKeepsNothing(String step) {
    ProcessInstance sync = caseAt(step);
    SoftAssertions refusals = new SoftAssertions();
    rows().filter(row -> row.step().equals(step) && row.field() != null).forEach(row ->
        refusals.assertThat(refusalsAt(step, sync, row.typed())).as(row.toString()).containsOnlyKeys(row.field())
            .extractingByKey(row.field()).asString().contains(row.result()).matches("[A-Z].{15,}"));
    refusals.assertAll();
    assertOnlyWhatFitsIsTaken(step, sync);
  }

  @ParameterizedTest
  @MethodSource("acceptedRows")
  void acceptsForAReason(Row row) {
    ProcessInstance sync = caseAt(row.step());
    Map<String, Object> form = form(row.step(), row.typed());
    if (sync == null) {
      sync = scenario.start(form);
    } else {
      procedure.submit(ExamSyncScenario.whose(row.step()), sync, row.step(), form);
    }
    assertThat(procedure.openTasksOf(sync)).containsExactly(row.result());
  }

  /** Each field in turn is of another type, or too long. */
  private void assertOnlyWhatFitsIsTaken(String step, ProcessInstance sync) {
    for (Field field : FORMS.fieldsOf(step)) {
      boolean isText = field.type().equals("String");
      assertThat(refusalsAt(step, sync, fields(field.name(), isText ? 1042L : "true")))
          .isEqualTo(Map.of(field.name(), "Isian ini tidak dapat dibaca. Isi lagi melalui formulir."));
      if (isText) {
        assertThat(refusalsAt(step, sync, fields(field.name(), "a".repeat(5_000)))).containsOnlyKeys(field.name());
      }
    }
    assertThat(refusalsAt(step, sync, fields("initiator", "rudi"))).extractingByKey("form").asString().contains(NOT_OF_THIS_FORM);
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = Mode.EXCLUDE, names = "PROKTOR")
  @Sop("ES-2")
  void onlyAProctorStarts(Group group) {
    String member = people.member("bukan-" + group.id(), group, "20100999");
    long before = cases();
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> procedure.start(member, ExamServerSync.PROCESS, scenario.request()));
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  @Sop("ES-9")
  void aReplacementNamesTheMachineThatTheCentreDecidedAbout() {
    for (String none : new String[] {"", "SN \u2764"}) {
      assertThat(refusals(START, null, scenario.replacement(none))).containsOnlyKeys("replacedSerialNumber");
    }
    ProcessInstance done = scenario.caseAt("userTask_checkParticipants");
    String serverIdOfAnother = scenario.serverId();
    scenario.anotherMachine();
    ProcessInstance sync = scenario.start(scenario.replacement("SN-LAMA"));
    scenario.complete(sync, "userTask_confirmReplacement");
    scenario.complete(sync, "userTask_patch");
    assertThat(refusalsAt("userTask_enterServerId", sync, fields("idServer", serverIdOfAnother)))
        .containsOnlyKeys("idServer").extractingByKey("idServer").asString().contains("milik mesin lain");
    assertThat(procedure.openTasksOf(done)).containsExactly("userTask_checkParticipants");
  }

  @Test
  @Sop({"ES-8", "ES-10"})
  void aSerialNumberInLowerCaseIsTheSameMachine() {
    ProcessInstance sync = scenario.caseAt("userTask_enterServerId");
    procedure.submit(RUDI, sync, "userTask_enterServerId", fields("idServer", scenario.serverId().toLowerCase(),
        "serialNumber", " " + scenario.serialNumber().toLowerCase() + " ", "rightMachineAgain", true));
    assertThat(runtime.getVariable(sync.getId(), "serialNumber")).isEqualTo(scenario.serialNumber());
    procedure.submit(RUDI, sync, "userTask_recordDashboard",
        fields("dashboardText", "Aktif", "shownSerialNumber", scenario.serialNumber().toLowerCase()));
    assertThat(procedure.openTasksOf(sync)).containsExactly("userTask_askOtherData");
    ProcessInstance second = scenario.caseAt("userTask_enterServerId");
    assertThat(refusalsAt("userTask_enterServerId", second, fields("serialNumber", scenario.serialNumber().toLowerCase())))
        .as("a second case of it").extractingByKey("serialNumber").asString().contains("sedang dipakai kasus lain");
  }

  /** Two lists of participants, and what they lead to. */
  private record Lists(String registered, String shown, String next, String because) {}

  @Test
  @Sop("ES-19")
  void comparesListsHoweverTheyWereWritten() {
    SoftAssertions comparisons = new SoftAssertions();
    for (Lists lists : List.of(
        new Lists("\ufeffNama\nAyu Contoh\n", "Nama;Kelas\r\nayu contoh;9A\r\n", "userTask_checkTest", "BOM, semicolons, capitals"),
        new Lists("Nama\nAyu Contoh\nAyu Contoh\n", "Nama\nAyu Contoh\n", "userTask_reportToCentre", "a double may be two persons"))) {
      ProcessInstance sync = scenario.caseAt("userTask_checkParticipants");
      procedure.submit(RUDI, sync, "userTask_checkParticipants", lists(sync, lists.registered(), lists.shown()));
      comparisons.assertThat(procedure.openTasksOf(sync)).as(lists.because()).containsExactly(lists.next());
      scenario.anotherMachine();
    }
    comparisons.assertAll();
  }

  @Test
  @Sop("ES-19")
  void refusesListsThatCannotBeCompared() {
    ProcessInstance sync = scenario.caseAt("userTask_checkParticipants");
    Map<String, Object> oneList = lists(sync, "Nama\nAyu Contoh\n", "Nama\nAyu Contoh\n");
    oneList.put("shownList", null);
    assertThat(refusals("userTask_checkParticipants", sync, oneList)).containsOnlyKeys("shownList");
    assertThat(refusals("userTask_checkParticipants", sync, lists(sync, "Nomor Peserta\nU-1\n", "Nama\nAyu Contoh\n")))
        .extractingByKey("shownList").asString().contains("tidak dapat dibandingkan");
    Map<String, Object> contradicted = lists(sync, "Nama\nAyu Contoh\n", "Nama\nAyu Contoh\n");
    contradicted.put("shownParticipants", "40");
    assertThat(refusals("userTask_checkParticipants", sync, contradicted))
        .extractingByKey("shownParticipants").asString().contains("berisi 1 peserta");
    Map<String, Object> ofAnother = lists(sync, "Nama\nAyu Contoh\n", "Nama\nAyu Contoh\n");
    scenario.anotherMachine();
    ProcessInstance other = scenario.caseAt("userTask_checkParticipants");
    assertThat(refusals("userTask_checkParticipants", other, ofAnother)).containsOnlyKeys("registeredList");
  }

  private Map<String, Object> lists(ProcessInstance sync, String registered, String shown) {
    String task = procedure.taskOf(sync, "userTask_checkParticipants").getId();
    return fields("registeredList", documents.forTask(RUDI, task, ParticipantLists.KIND, "terdaftar.csv", registered),
        "shownList", documents.forTask(RUDI, task, ParticipantLists.KIND, "tampil.csv", shown));
  }

  /** Null for the start. */
  private ProcessInstance caseAt(String step) {
    return step.equals(START) ? null : scenario.caseAt(step);
  }

  private Map<String, Object> form(String step, Map<String, Object> typed) {
    Map<String, Object> form = step.equals(START) ? scenario.request() : scenario.answers(step);
    form.putAll(typed);
    return form;
  }

  private Map<String, String> refusalsAt(String step, ProcessInstance sync, Map<String, Object> typed) {
    return refusals(step, sync, form(step, typed));
  }

  private Map<String, String> refusals(String step, ProcessInstance sync, Map<String, Object> form) {
    if (sync == null) {
      long before = cases();
      Map<String, String> sentences = refusalsOf(() -> scenario.start(form));
      assertThat(cases()).as("a case began").isEqualTo(before);
      return sentences;
    }
    Map<String, Object> variables = runtime.getVariables(sync.getId());
    List<Map<String, Object>> bindings = bindings();
    Map<String, String> sentences =
        refusalsOf(() -> procedure.submit(ExamSyncScenario.whose(step), sync, step, form));
    assertThat(procedure.openTasksOf(sync)).containsExactly(step);
    assertThat(runtime.getVariables(sync.getId())).as("something was kept").isEqualTo(variables);
    assertThat(bindings()).as("a binding changed").isEqualTo(bindings);
    return sentences;
  }

  private List<Map<String, Object>> bindings() {
    return Stream.of("server_binding order by case_id", "running_sync order by case_id")
        .flatMap(rows -> database.sql("select * from \"alur\"." + rows).query().listOfRows().stream()).toList();
  }

  private long cases() {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(ExamServerSync.PROCESS).count();
  }
}
