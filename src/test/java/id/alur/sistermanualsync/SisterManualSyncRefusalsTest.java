package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.refusalsOf;
import static id.alur.ProcedureForms.START;
import static id.alur.sistermanualsync.ManualSyncScenario.ANSWER;
import static id.alur.sistermanualsync.ManualSyncScenario.FORMS;
import static id.alur.sistermanualsync.ManualSyncScenario.PUSAT;
import static id.alur.sistermanualsync.ManualSyncScenario.SITI;
import static id.alur.sistermanualsync.ManualSyncScenario.WINDOW_SHUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.AlurTest;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.ProcedureForms.Field;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import id.alur.vault.EnteredSecrets;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What each form refuses: at its field, in a sentence, and with nothing moved. */
@AlurTest
class SisterManualSyncRefusalsTest {

  private static final String TEN_MEGABYTES = "a".repeat(10 << 20);

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private EnteredSecrets secrets;
  @Autowired private Partners partners;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;

  private ManualSyncScenario scenario;

  @BeforeEach
  void openTheWindow() {
    scenario = new ManualSyncScenario(people, procedure, documents, secrets, partners);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = Mode.EXCLUDE, names = "ADMIN_PT")
  @Sop("MS-A")
  void noOtherGroupStarts(Group group) {
    String member = people.member("anggota-" + group.id(), group, "001042");
    assertStartForbidden(member);
  }

  @Test
  @Sop("MS-A")
  void nobodyWithoutAGroupStarts() {
    assertStartForbidden("tanpa-kelompok");
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = Mode.EXCLUDE, names = "ADMIN_PT")
  @Sop("MS-A")
  void noOtherGroupCarriesItOut(Group group) {
    String member = people.member("anggota-" + group.id(), group, "001042");
    ProcessInstance sync = scenario.caseAt("userTask_requestAccess");
    assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() ->
        procedure.submit(member, sync, "userTask_requestAccess", scenario.answers(sync, "userTask_requestAccess")));
    assertThat(openTasksOf(sync)).containsExactly("userTask_requestAccess");
  }

  @Test
  @Sop("MS-A")
  void noAdminPtStartsForAnotherPt() {
    assertUnitRefused(people.member("dewi", Group.ADMIN_PT, "001043"), "001042", "tidak terdaftar untuk kode ini");
    assertUnitRefused(people.member("baru", Group.ADMIN_PT), "001042", "tidak terdaftar untuk kode ini");
    assertUnitRefused(SITI, "001043", "tidak terdaftar untuk kode ini");
    assertUnitRefused(SITI, "999999", "tidak terdaftar untuk kode ini");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01042", "0001042", "1042", "00104A", "abcdef", "001\u200b042", "001042\u200b",
      "\ufeff001042", "001 042", "００１０４２", "001042\n1", "-01042", "0x0412"})
  void aCodeOfAPtIsSixDigits(String code) {
    assertUnitRefused(SITI, code, "Kode PT terdiri atas 6 angka");
  }

  @Test
  void leadingZerosAreKeptAndSurroundingSpacesAreNot() {
    Map<String, Object> request = scenario.request();
    request.put("unitCode", " 001042\t");
    ProcessInstance sync = start(SITI, request);
    assertThat(runtime.getVariable(sync.getId(), "unitCode")).isEqualTo("001042");
    assertThat(taskOf(sync, "userTask_requestAccess").getTenantId()).isEqualTo("001042");
  }

  @ParameterizedTest
  @CsvSource({
      "https://admin:rahasia@sister.contoh.ac.id, Jangan menulis username atau password",
      "file:///etc/passwd,                        harus diawali http:// atau https://",
      "https://sister.con\u200btoh.ac.id,         karakter yang tidak terlihat",
      "https://sister.contoh.ac.id/login,         Alamat ini tidak dapat dipakai"})
  @Sop("MS-4")
  void anAddressIsRefusedWhereverItIsTyped(String address, String sentence) {
    assertThat(refusalsAt(START, null, "sisterAddress", address))
        .extractingByKey("sisterAddress").asString().contains(sentence);
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    assertThat(refusalsAt("userTask_receiveCredentials", sync, "sisterAddress", address))
        .extractingByKey("sisterAddress").asString().contains(sentence);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void noTextIsLongerThanItsField(String step) {
    ProcessInstance sync = caseAt(step);
    fields(step, "String").forEach(field -> assertThat(refusalsAt(step, sync, field, TEN_MEGABYTES))
        .containsOnlyKeys(field).extractingByKey(field).asString()
        .contains("10485760 karakter. Persingkat isian ini."));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void noValueIsOfAnotherTypeThanItsField(String step) {
    ProcessInstance sync = caseAt(step);
    for (Field field : FORMS.fieldsOf(step)) {
      Object other = field.type().equals("String") ? (Object) 1042L : "true";
      Stream.of(other, 1.5, new Date(), List.of("001042"), Map.of(), new byte[] {1}).forEach(value ->
          assertThat(refusalsAt(step, sync, field.name(), value))
              .isEqualTo(Map.of(field.name(), "Isian ini tidak dapat dibaca. Isi lagi melalui formulir.")));
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void nothingIsTakenThatTheFormDoesNotAskFor(String step) {
    ProcessInstance sync = caseAt(step);
    for (String name : List.of("password", "initiator", "eligible", "signInLink", "signInRounds", "nextWindow")) {
      assertThat(refusalsAt(step, sync, name, "x")).extractingByKey("form").asString()
          .contains("tidak mempunyai isian \"" + name + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "startEvent_request, , unitCode institutionName sisterAddress eligibilityCase",
      "startEvent_request,           eligibilityCase=identifiedByCentralTeam, noticeHeld",
      "startEvent_request,           eligibilityCase=identifiedByCentralTeam noticeHeld=yes, noticeDocument",
      "startEvent_request,           eligibilityCase=automaticSyncFailed,     automaticSync eligibilityEvidence",
      "startEvent_request,           eligibilityCase=transitionBlocked,       maintenance eligibilityEvidence",
      "startEvent_request,           eligibilityCase=other,                   eligibilityCase",
      "userTask_requestAccess,       ,                                        accessRequestNumber",
      "userTask_requestAccess,       accessRequestNumber=abc,                 accessRequestNumber",
      "userTask_receiveCredentials,  ,                                        credentialsOutcome",
      "userTask_receiveCredentials,  credentialsOutcome=askAgain,             credentialsRefusedBecause",
      "userTask_receiveCredentials,  credentialsOutcome=other,                credentialsOutcome",
      "userTask_confirmAccessRequest, ,                                       actDecision actEvidence",
      "userTask_confirmAccessRequest, actDecision=happened actEvidence=email, actReference",
      "userTask_confirmSignIn,        actDecision=happened,                   actEvidence",
      "userTask_confirmHandOver,      actDecision=happened actEvidence=email actReference=12-34, actReference",
      "userTask_waitForWindow,       ,                                        outsideWindowReason",
      "userTask_signIn,              ,                                        signInOutcome",
      "userTask_signIn,              signInOutcome=signedIn,                  prohibitionsKept answerDocument",
      "userTask_signIn,              signInOutcome=connectionBroke,           connectionBrokeBecause",
      "userTask_signIn,              signInOutcome=credentialsRefused,        credentialsRefusedBecause",
      "userTask_signIn,              signInOutcome=other,                     signInOutcome",
      "userTask_sendAnswer,          ,                                        answerRequestNumber",
      "userTask_sendAnswer,          answerRequestNumber=12-34,               answerRequestNumber",
      "userTask_recordVerdict,       ,                                        verdict verdictSource",
      "userTask_recordVerdict,       verdict=sendAgain,                       verdictReason verdictSource",
      "userTask_recordVerdict,       verdict=signInAgain,                     verdictReason verdictSource",
      "userTask_recordVerdict,       verdict=requestAgain,                    verdictReason verdictSource",
      "userTask_recordVerdict,       verdict=other,                           verdict verdictSource"})
  void everyMissingAnswerIsNamedAtOnce(String step, String given, String missing) {
    ProcessInstance sync = caseAt(step);
    Map<String, Object> fields = step.equals(START) && given != null ? pt() : new HashMap<>();
    words(given).map(answer -> answer.split("=", 2)).forEach(answer -> fields.put(answer[0], answer[1]));
    Map<String, String> sentences = refusals(step, sync, fields);
    assertThat(sentences).containsOnlyKeys(words(missing).toList());
    assertThat(sentences.values()).allSatisfy(sentence -> assertThat(sentence).matches("[A-Z].{15,}"));
  }

  @Test
  @Sop("MS-5P")
  void aSignInCountsOnlyIfTheFourProhibitionsWereKept() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    assertThat(refusalsAt("userTask_signIn", sync, "prohibitionsKept", false))
        .containsOnlyKeys("prohibitionsKept").extractingByKey("prohibitionsKept").asString()
        .contains("Sambungan terputus");
    assertThat(refusalsAt("userTask_signIn", sync, "prohibitionsKept", null)).containsOnlyKeys("prohibitionsKept");
  }

  @Test
  @Sop("MS-6")
  void aSignInCountsOnlyWithItsJson() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    assertThat(refusalsAt("userTask_signIn", sync, "answerDocument", " ")).containsOnlyKeys("answerDocument");
  }

  @Test
  @Sop("MS-W")
  void aSignInOutsideTheWindowNeedsAReason() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    itIs(WINDOW_SHUT);
    assertThat(refusals("userTask_signIn", sync, scenario.answers(sync, "userTask_signIn")))
        .containsOnlyKeys("outsideWindowReason").extractingByKey("outsideWindowReason").asString()
        .contains("Selasa dan Jumat pukul 10.00–15.00 WIB");
  }

  @Test
  @Sop("MS-7")
  void aRefusalOfPusatBantuanNeedsItsReason() {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    Map<String, String> sentences =
        refusalsOf(() -> procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", "sendAgain")));
    assertThat(sentences).containsOnlyKeys("verdictReason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"userTask_signIn answerDocument", "userTask_recordVerdict verdictDocument"})
  void aFileIsTakenOnlyFromWhoUploadedItHere(String place) {
    String step = place.split(" ")[0];
    String field = place.split(" ")[1];
    ProcessInstance sync = scenario.caseAt(step);
    ProcessInstance other = scenario.caseAt(step);
    String kind = field.equals("answerDocument") ? "sister-answer" : "evidence";
    String otherKind = field.equals("answerDocument") ? "evidence" : "sister-answer";
    String task = taskOf(sync, step).getId();
    Stream.of(
        upload(PUSAT, task, kind),
        upload(SITI, taskOf(other, step).getId(), kind),
        upload(SITI, task, otherKind),
        documents.evidenceForStart(SITI, SisterManualSync.PROCESS),
        "e2d1f6f0-0000-4000-8000-000000000000",
        "' or 1=1 --").forEach(reference -> assertThat(refusalsAt(step, sync, field, reference))
            .isEqualTo(Map.of(field, "Berkas ini tidak diunggah oleh Anda di formulir ini. Unggah berkasnya lagi.")));
  }

  @Test
  @Sop("MS-E1")
  void theNoticeOfTheCentralTeamIsUploadedHereAndForThisCase() {
    people.member("sari", Group.ADMIN_PT, "001042");
    String ofAnother = documents.evidenceForStart("sari", SisterManualSync.PROCESS);
    String forAnother = documents.evidenceForStart(SITI, "help-desk");
    Stream.of(ofAnother, forAnother).forEach(reference ->
        assertThat(refusalsAt(START, null, "noticeDocument", reference)).extractingByKey("noticeDocument").asString()
            .contains("tidak diunggah oleh Anda"));
    Map<String, Object> request = scenario.request();
    start(SITI, request);
    assertThat(refusals(START, null, request)).extractingByKey("noticeDocument").asString()
        .contains("sudah dipakai di kasus lain");
  }

  static List<String> steps() {
    return FORMS.steps();
  }

  private String upload(String person, String task, String kind) {
    return kind.equals("evidence")
        ? documents.forTask(person, task, kind, "bukti.pdf", "%PDF-1.7 contoh")
        : documents.forTask(person, task, kind, "autosync.json", ANSWER);
  }

  private ProcessInstance start(String person, Map<String, Object> fields) {
    return procedure.start(person, SisterManualSync.PROCESS, fields);
  }

  /** Null for the start. */
  private ProcessInstance caseAt(String step) {
    return step.equals(START) ? null : scenario.caseAt(step);
  }

  private void assertStartForbidden(String person) {
    long before = cases();
    assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> start(person, ineligible()));
    assertThat(cases()).isEqualTo(before);
  }

  private void assertUnitRefused(String person, String code, String sentence) {
    long before = cases();
    Map<String, Object> request = ineligible();
    request.put("unitCode", code);
    assertThat(refusalsOf(() -> start(person, request)))
        .containsOnlyKeys("unitCode").extractingByKey("unitCode").asString().contains(sentence);
    assertThat(cases()).isEqualTo(before);
  }

  /** The sentences when this form is right but for one field. */
  private Map<String, String> refusalsAt(String step, ProcessInstance sync, String field, Object value) {
    Map<String, Object> fields = step.equals(START) ? scenario.request() : scenario.answers(sync, step);
    fields.put(field, value);
    return refusals(step, sync, fields);
  }

  private Map<String, String> refusals(String step, ProcessInstance sync, Map<String, Object> fields) {
    if (step.equals(START)) {
      long before = cases();
      Map<String, String> sentences = refusalsOf(() -> start(SITI, fields));
      assertThat(cases()).as("a case began").isEqualTo(before);
      return sentences;
    }
    Map<String, Object> before = runtime.getVariables(sync.getId());
    Map<String, String> sentences = refusalsOf(() -> procedure.submit(SITI, sync, step, fields));
    assertThat(openTasksOf(sync)).containsExactly(step);
    assertThat(runtime.getVariables(sync.getId())).as("something was kept").isEqualTo(before);
    return sentences;
  }

  private long cases() {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(SisterManualSync.PROCESS).count();
  }

  private Task taskOf(ProcessInstance sync, String task) {
    return procedure.taskOf(sync, task);
  }

  private List<String> openTasksOf(ProcessInstance sync) {
    return tasks.createTaskQuery().processInstanceId(sync.getId()).list().stream()
        .map(Task::getTaskDefinitionKey).toList();
  }

  private static Map<String, Object> pt() {
    return new HashMap<>(Map.of(
        "unitCode", "001042", "institutionName", "Universitas Contoh", "sisterAddress", "192.0.2.10"));
  }

  private static Map<String, Object> ineligible() {
    Map<String, Object> fields = pt();
    fields.put("eligibilityCase", "none");
    return fields;
  }

  private static Stream<String> fields(String step, String type) {
    return FORMS.fieldsOf(step).stream().filter(field -> field.type().equals(type)).map(Field::name);
  }

  private static Stream<String> words(String text) {
    return text == null ? Stream.empty() : Arrays.stream(text.split(" "));
  }
}
