package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.sistermanualsync.ManualSyncScenario.FORMS;
import static id.alur.sistermanualsync.ManualSyncScenario.PASSWORD;
import static id.alur.sistermanualsync.ManualSyncScenario.PUSAT;
import static id.alur.sistermanualsync.ManualSyncScenario.SITI;
import static id.alur.sistermanualsync.ManualSyncScenario.WINDOW_OPEN;
import static id.alur.sistermanualsync.ManualSyncScenario.WINDOW_SHUT;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.Mailbox;
import id.alur.Mailbox.Mail;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.act.ActRunner;
import id.alur.cases.CaseRequests;
import id.alur.conventions.ModelCoverage;
import id.alur.document.UploadedDocuments;
import id.alur.partner.pusatbantuan.StandInPusatBantuan.Mood;
import id.alur.partner.pusatbantuan.StandInPusatBantuan.UploadMood;
import id.alur.partner.sister.StandInSister;
import id.alur.vault.EnteredSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the procedure, by its forms. */
@AlurTest
class SisterManualSyncProcessTest {

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("sister-manual-sync");

  private static final Duration DAY = Duration.ofDays(1);

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private EnteredSecrets secrets;
  @Autowired private Partners partners;
  @Autowired private ActRunner acts;
  @Autowired private CaseRequests requests;
  @Autowired private Mailbox mailbox;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;

  private ManualSyncScenario scenario;

  @BeforeEach
  void openTheWindow() {
    scenario = new ManualSyncScenario(people, procedure, documents, secrets, partners);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void endsThoughAReminderHasNotBeenSentYet() {
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    pass(DAY);
    management.executeJob(management.createJobQuery().processInstanceId(sync.getId()).timers().executable()
        .singleResult().getId());
    itIs(WINDOW_OPEN);
    for (String task : List.of("userTask_receiveCredentials", "userTask_signIn", "userTask_sendAnswer")) {
      scenario.complete(sync, task);
    }
    procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", "processed"));
    assertEnded(sync, "endEvent_dataSynced");
  }

  @Test
  @Sop({"MS-1", "MS-2", "MS-3", "MS-4", "MS-5", "MS-6", "MS-7"})
  void leadsFromTheRequestToSyncedData() {
    ProcessInstance sync = scenario.start();
    scenario.complete(sync, "userTask_requestAccess");
    scenario.complete(sync, "userTask_receiveCredentials");
    scenario.complete(sync, "userTask_signIn");
    scenario.complete(sync, "userTask_sendAnswer");
    procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", "processed"));
    assertEnded(sync, "endEvent_dataSynced");
    assertThat(valuesOf(sync, "accessRequestNumber")).containsExactly("123456");
    assertThat(valuesOf(sync, "answerRequestNumber")).containsExactly("123789");
  }

  @ParameterizedTest
  @MethodSource("tasksOfTheAdminPt")
  void putsEachTaskInTheListOfTheAdminPtWhoStarted(String task) {
    assertThat(taskOf(scenario.caseAt(task), task).getAssignee()).isEqualTo(SITI);
  }

  @Test
  @Sop("MS-4")
  void mendsTheAddressAndMakesTheLinkForTheSignIn() {
    ProcessInstance sync = scenario.start();
    assertThat(valuesOf(sync, "sisterAddress")).containsExactly("https://192.0.2.10");
    scenario.complete(sync, "userTask_requestAccess");
    procedure.submit(SITI, sync, "userTask_receiveCredentials",
        Map.of("credentialsOutcome", "received", "sisterAddress", "http://sister.contoh.ac.id/autosync/"));
    assertThat(valuesOf(sync, "sisterAddress")).containsExactly("http://sister.contoh.ac.id");
    assertThat(valuesOf(sync, "signInLink")).containsExactly("http://sister.contoh.ac.id/autosync");
  }

  @ParameterizedTest
  @CsvSource({
      "identifiedByCentralTeam, noticeHeld,    no,       Belum ada pemberitahuan tim pusat",
      "automaticSyncFailed,     automaticSync, notTried, belum dicoba oleh tim pusat",
      "transitionBlocked,       maintenance,   running,  Masa maintenance belum selesai"})
  @Sop({"MS-E1", "MS-E2", "MS-E3"})
  void endsWithTheReasonIfThePtNeedsNoManualSync(
      String eligibilityCase, String question, String answer, String reason) {
    ProcessInstance sync = procedure.start(SITI, SisterManualSync.PROCESS, Map.of(
        "unitCode", "001042", "institutionName", "Universitas Contoh", "sisterAddress", "192.0.2.10",
        "eligibilityCase", eligibilityCase, question, answer, "eligibilityEvidence", "Email tim pusat, 3 Maret"));
    assertEnded(sync, "endEvent_notEligible");
    assertThat(valuesOf(sync, "eligible")).containsExactly(false);
    assertThat(valuesOf(sync, "eligibilityReason")).singleElement().asString().contains(reason);
  }

  @Test
  @Sop("MS-3")
  void remindsOfInboxAndSpamEachDayUntilTheCredentialsHaveCome() {
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    waitADay(sync);
    assertThat(mailsAbout(sync)).singleElement().satisfies(mail -> {
      assertThat(mail.to()).isEqualTo("siti@contoh.test");
      assertThat(mail.text()).contains("123456", "inbox", "spam/junk", "Jangan menulis password di email",
          "/camunda/app/tasklist/");
    });
    waitADay(sync);
    assertThat(mailsAbout(sync)).hasSize(2);
    scenario.complete(sync, "userTask_receiveCredentials");
    waitADay(sync);
    assertThat(mailsAbout(sync)).hasSize(2);
  }

  @Test
  @Sop("MS-3")
  void tellsPusatBantuanAndTheManagersOnceThatCredentialsAreOverdue() {
    people.member("manajer", Group.MANAJER);
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    waitADay(sync);
    waitADay(sync);
    assertThat(escalationsOf(sync)).isEmpty();
    waitADay(sync);
    waitADay(sync);
    assertThat(escalationsOf(sync)).extracting(Mail::to)
        .contains("pusat@contoh.test", "manajer@contoh.test")
        .doesNotContain("siti@contoh.test")
        .doesNotHaveDuplicates();
    assertThat(escalationsOf(sync)).allSatisfy(mail ->
        assertThat(mail.text()).contains("Universitas Contoh", "001042", "123456", "tetap terbuka"));
    assertThat(passed(sync)).contains("endEvent_reminded").containsOnlyOnce("endEvent_escalated");
    assertThat(taskOf(sync, "userTask_receiveCredentials")).isNotNull();
  }

  @Test
  @Sop("MS-3")
  void writesNothingIntoMailThatOthersCouldUse() {
    people.member("manajer", Group.MANAJER);
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    pass(DAY.multipliedBy(3));
    procedure.runDueJobs(sync);
    assertThat(mailsAbout(sync)).hasSizeGreaterThan(2).allSatisfy(mail -> {
      String text = (mail.subject() + mail.text()).replace(numberOf(sync), "").replaceAll("http://localhost:\\d+/", "");
      assertThat(text).doesNotContain("192.0.2.10", "autosync", "@", "siti");
      assertThat(text.replace("001042", "").replace("123456", "")).doesNotContainPattern("\\d");
    });
  }

  @Test
  @Sop("MS-3")
  void asksForAccessAgainWithAnEmptyForm() {
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    procedure.submit(SITI, sync, "userTask_receiveCredentials",
        Map.of("credentialsOutcome", "askAgain", "credentialsRefusedBecause", "Nama PT keliru",
            "sisterAddress", "192.0.2.10"));
    assertThat(taskOf(sync, "userTask_requestAccess")).isNotNull();
    assertThat(valuesOf(sync, "accessRequestNumber")).containsOnlyNulls();
    assertThat(valuesOf(sync, "sisterAddress")).containsExactly("https://192.0.2.10");
    assertThat(valuesOf(sync, "credentialsRefusedBecause")).containsExactly("Nama PT keliru");
    scenario.complete(sync, "userTask_requestAccess");
    assertThat(valuesOf(sync, "credentialsOutcome")).containsOnlyNulls();
    assertThat(valuesOf(sync, "credentialsRefusedBecause")).containsOnlyNulls();
  }

  @Test
  @Sop("MS-W")
  void waitsUntilTheWindowOpensAndSaysUntilWhen() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForWindow");
    assertThat(valuesOf(sync, "nextWindow")).containsExactly("2026-11-27T03:00:00Z");
    itIs("2026-11-27T02:59:59Z");
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    itIs("2026-11-27T03:00:00Z");
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_signIn");
  }

  @Test
  @Sop("MS-W")
  void waitsOverAHoliday() {
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    itIs("2026-12-25T05:00:00Z");
    scenario.complete(sync, "userTask_receiveCredentials");
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    assertThat(valuesOf(sync, "nextWindow")).containsExactly("2026-12-29T03:00:00Z");
  }

  @Test
  @Sop("MS-W")
  void waitsForTheNextWindowIfAlurWasDownDuringThisOne() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForWindow");
    itIs("2026-11-27T09:00:00Z");
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    assertThat(valuesOf(sync, "nextWindow")).containsExactly("2026-12-01T03:00:00Z");
    assertThat(passed(sync)).contains("event_windowOpened").doesNotContain("userTask_signIn");
  }

  @Test
  @Sop("MS-W")
  void goesOnOutsideTheWindowWithAReason() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForWindow");
    scenario.complete(sync, "userTask_waitForWindow");
    assertThat(valuesOf(sync, "outsideWindowReason")).containsExactly("Diminta Pusat Bantuan lewat telepon");
    scenario.complete(sync, "userTask_signIn");
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
  }

  @Test
  @Sop("MS-W")
  void takesAReasonFromWhoSignedInTooLate() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    Map<String, Object> signedIn = scenario.answers(sync, "userTask_signIn");
    signedIn.put("outsideWindowReason", "Masuk pukul 14.50, selesai pukul 15.20");
    itIs(WINDOW_SHUT);
    procedure.submit(SITI, sync, "userTask_signIn", signedIn);
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
  }

  @Test
  @Sop({"MS-5P", "MS-W"})
  void recordsThatTheConnectionBrokeAndAsksForTheWindowAgain() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    procedure.submit(SITI, sync, "userTask_signIn",
        Map.of("signInOutcome", "connectionBroke", "connectionBrokeBecause", "internetLost"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_signIn");
    assertThat(valuesOf(sync, "signInOutcome")).containsOnlyNulls();
    assertThat(valuesOf(sync, "signInRounds")).containsExactly(2L);
    itIs(WINDOW_SHUT);
    procedure.submit(SITI, sync, "userTask_signIn",
        Map.of("signInOutcome", "connectionBroke", "connectionBrokeBecause", "deviceOff"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    assertThat(updatesOf(sync, "connectionBrokeBecause")).containsSubsequence("internetLost", "deviceOff");
  }

  @Test
  @Sop("MS-W")
  void asksForANewReasonInEachRound() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForWindow");
    scenario.complete(sync, "userTask_waitForWindow");
    procedure.submit(SITI, sync, "userTask_signIn",
        Map.of("signInOutcome", "connectionBroke", "connectionBrokeBecause", "pageReloaded"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    assertThat(valuesOf(sync, "outsideWindowReason")).containsOnlyNulls();
  }

  @Test
  @Sop({"MS-3", "MS-5"})
  void goesBackToTheCredentialsIfTheyAreRefused() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    procedure.submit(SITI, sync, "userTask_signIn",
        Map.of("signInOutcome", "credentialsRefused", "credentialsRefusedBecause", "Login failed"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_receiveCredentials");
    assertThat(valuesOf(sync, "credentialsRefusedBecause")).containsExactly("Login failed");
    assertThat(valuesOf(sync, "accessRequestNumber")).containsExactly("123456");
  }

  @ParameterizedTest
  @CsvSource({
      "sendAgain,    userTask_sendAnswer,    answerRequestNumber",
      "signInAgain,  userTask_signIn,        answerDocument",
      "requestAgain, userTask_requestAccess, accessRequestNumber"})
  @Sop("MS-7")
  void goesBackToTheStepThatPusatBantuanNames(String verdict, String step, String emptied) {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    refuse(sync, verdict, "Berkas rusak");
    assertThat(openTasksOf(sync)).containsExactly(step);
    assertThat(valuesOf(sync, "verdictReason")).containsExactly("Berkas rusak");
    assertThat(valuesOf(sync, emptied)).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({
      "signInAgain,  userTask_signIn,        userTask_sendAnswer",
      "requestAgain, userTask_requestAccess, userTask_receiveCredentials"})
  @Sop("MS-7")
  void showsTheReasonOfARefusalOnlyAtTheStepThatIsDoneAgain(String verdict, String step, String next) {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    refuse(sync, verdict, "Berkas rusak");
    scenario.complete(sync, step);
    assertThat(openTasksOf(sync)).containsExactly(next);
    assertThat(valuesOf(sync, "verdictReason")).containsOnlyNulls();
    assertThat(updatesOf(sync, "verdictReason")).contains("Berkas rusak");
  }

  @Test
  @Sop("MS-7")
  void showsTheReasonOfARefusalAgainAfterTheConnectionBroke() {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    refuse(sync, "signInAgain", "Berkas rusak");
    procedure.submit(SITI, sync, "userTask_signIn",
        Map.of("signInOutcome", "connectionBroke", "connectionBrokeBecause", "windowClosed"));
    assertThat(valuesOf(sync, "verdictReason")).containsExactly("Berkas rusak");
  }

  @Test
  @Sop("MS-7")
  void takesASecondVerdictAfterARefusal() {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    refuse(sync, "sendAgain", "Tanpa lampiran");
    scenario.complete(sync, "userTask_sendAnswer");
    assertThat(valuesOf(sync, "verdictReason")).containsOnlyNulls();
    procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", "processed"));
    assertEnded(sync, "endEvent_dataSynced");
  }

  @Test
  @Sop("MS-7")
  void takesTheVerdictFromTheAdminPtWhoSaysWhereItCameFrom() {
    ProcessInstance sync = scenario.caseAt("userTask_recordVerdict");
    scenario.complete(sync, "userTask_recordVerdict");
    assertEnded(sync, "endEvent_dataSynced");
    assertThat(valuesOf(sync, "verdictSource")).containsExactly("Email Pusat Bantuan, 24 November pukul 11.05");
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void isCancelledWithAReasonAtAnyTask(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    Task open = taskOf(sync, task);
    assertThat(requests.cancel(SITI, open, " ").body()).contains("Tulis mengapa kasus ini dibatalkan.");
    assertThat(openTasksOf(sync)).containsExactly(task);
    assertThat(requests.cancel(SITI, open, "PT bergabung dengan PT lain").status()).isEqualTo(204);
    assertEnded(sync, "endEvent_cancelled");
    assertThat(valuesOf(sync, "reason")).containsExactly("PT bergabung dengan PT lain");
    assertThat(valuesOf(sync, "reportedBy")).containsExactly(SITI);
    assertThat(requests.cancel(SITI, open, "Sekali lagi").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void goesOnAfterDeviationsWereReportedAtAnyTask(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    Task open = taskOf(sync, task);
    String evidence = documents.forTask(SITI, open.getId(), "evidence", "layar.pdf", "%PDF-1.7 contoh");
    assertThat(requests.reportDeviation(SITI, open, Map.of(
        "what", "Rekan memuat ulang laman", "why", "Layar tampak kosong", "evidenceDocument", evidence)).status())
        .isEqualTo(204);
    assertThat(requests.reportDeviation(SITI, open, Map.of(
        "what", "Masuk dari telepon", "why", "Laptop rusak", "evidence", "Tercatat di buku piket")).status())
        .isEqualTo(204);
    assertThat(openTasksOf(sync)).containsExactly(task);
    assertThat(valuesOf(sync, "what")).containsExactlyInAnyOrder("Rekan memuat ulang laman", "Masuk dari telepon");
    assertThat(valuesOf(sync, "reportedBy")).containsExactly(SITI, SITI);
    assertThat(valuesOf(sync, "evidenceDocument")).containsOnlyOnce(evidence);
    assertThat(passed(sync)).contains("endEvent_deviationRecorded");
    scenario.complete(sync, task);
  }

  @Test
  void takesADeviationOnlyFromWhoseTaskItIs() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    String stranger = people.member("dewi", Group.ADMIN_PT, "001043");
    Task open = taskOf(sync, "userTask_signIn");
    assertThat(requests.reportDeviation(stranger, open, Map.of("what", "Coba", "why", "Coba")).status()).isEqualTo(403);
    assertThat(requests.cancel(stranger, open, "Coba").status()).isEqualTo(403);
    assertThat(passed(sync)).doesNotContain("startEvent_deviationReported", "startEvent_cancelled");
  }

  @Test
  void letsWhoStartedTheCaseReportAndCancelWhileAlurIsAboutToSend() {
    partners.pusatBantuan().isSetUp();
    ProcessInstance sync = scenario.start();
    assertThat(openTasksOf(sync)).isEmpty();
    String colleague = people.member("rina", Group.ADMIN_PT, "001042");
    assertThat(requests.cancel(colleague, sync.getId(), "Coba").status()).isEqualTo(403);
    Map<String, String> deviation = Map.of("what", "Menelepon dulu", "why", "Mendesak");
    assertThat(requests.reportDeviation(SITI, sync.getId(), deviation).status()).isEqualTo(204);
    assertThat(requests.cancel(SITI, sync.getId(), "Salah PT").status()).isEqualTo(204);
    assertEnded(sync, "endEvent_cancelled");
    partners.areCalled();
    assertThat(partners.pusatBantuan().tickets(numberOf(sync) + " akses 1")).isZero();
    assertThat(requests.cancel(SITI, sync.getId(), "Salah PT").status()).isEqualTo(403);
  }

  @Test
  void refusesADeviationWithoutWordsOrWithTheFileOfAnother() {
    ProcessInstance sync = scenario.caseAt("userTask_signIn");
    Task open = taskOf(sync, "userTask_signIn");
    String file = documents.forTask(PUSAT, open.getId(), "evidence", "layar.pdf", "%PDF-1.7 contoh");
    assertThat(requests.reportDeviation(SITI, open, Map.of("what", "x".repeat(2001))).body())
        .contains("Paling banyak 2000 karakter", "Tulis mengapa.");
    assertThat(requests.reportDeviation(SITI, open, Map.of("what", "a", "why", "b", "evidenceDocument", file)).body())
        .contains("evidenceDocument", "Berkas ini tidak diunggah oleh Anda");
    assertThat(passed(sync)).doesNotContain("startEvent_deviationReported");
  }

  @Test
  @Sop({"MS-1", "MS-2", "MS-3", "MS-4", "MS-5", "MS-6", "MS-7"})
  void leadsToSyncedDataWithAlurMakingTheCalls() {
    partners.pusatBantuan().isSetUp();
    ProcessInstance sync = scenario.start();
    partners.areCalled();
    String accessNumber = valueOf(sync, "accessRequestNumber");
    String credentials = scenario.handIn(sync, PASSWORD);
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordVerdict");
    assertThat(List.of(accessNumber, valueOf(sync, "answerRequestNumber"))).doesNotHaveDuplicates();
    assertThat(partners.pusatBantuan().tickets(numberOf(sync) + " akses 1")).isOne();
    assertThat(partners.pusatBantuan().tickets(numberOf(sync) + " JSON 1")).isOne();
    assertThat(partners.sister().lastPassword()).isEqualTo(PASSWORD);
    procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", "processed"));
    assertEnded(sync, "endEvent_dataSynced");
    assertThat(secrets.isKept(credentials, sync.getId())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
      "REFUSES_IT, 1, Pusat Bantuan menolak isinya.",
      "IS_BUSY,    4, Pusat Bantuan tidak menjawab seperti biasa."})
  @Sop({"MS-1", "MS-2", "MS-7"})
  void leavesARequestThatPusatBantuanDoesNotTakeToAPersonAndSaysWhy(Mood mood, int attempts, String sentence) {
    partners.pusatBantuan().isSetUp();
    partners.pusatBantuan().is(mood);
    ProcessInstance sync = scenario.start();
    callAgain(attempts);
    assertThat(openTasksOf(sync)).containsExactly("userTask_requestAccess");
    assertThat(valueOf(sync, "byHandBecause")).isEqualTo(sentence);
    scenario.complete(sync, "userTask_requestAccess");
    scenario.complete(sync, "userTask_receiveCredentials");
    assertThat(valuesOf(sync, "byHandBecause")).containsOnlyNulls();
    scenario.complete(sync, "userTask_signIn");
    callAgain(attempts);
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    assertThat(valueOf(sync, "byHandBecause")).isEqualTo(sentence);
  }

  @Test
  @Sop("MS-2")
  void tellsWhatPusatBantuanKeptOtherwiseAndSendsNothingAgain() {
    partners.pusatBantuan().isSetUp();
    partners.pusatBantuan().is(Mood.KEEPS_IT_OTHERWISE);
    ProcessInstance sync = scenario.start();
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_receiveCredentials");
    assertThat(valueOf(sync, "accessRequestRemark")).isEqualTo("Kategori tidak tersimpan seperti yang dikirim.");
    assertThat(partners.pusatBantuan().tickets(numberOf(sync) + " akses 1")).isOne();
  }

  @Test
  @Sop({"MS-2", "MS-7"})
  void looksForARequestWhoseAnswerDidNotComeIfPusatBantuanShowsIt() {
    partners.pusatBantuan().isSetUp();
    partners.pusatBantuan().showsTickets();
    partners.pusatBantuan().is(Mood.TAKES_IT_WITHOUT_ANSWER);
    ProcessInstance sync = scenario.start();
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_receiveCredentials");
    assertThat(valuesOf(sync, "accessRequestNumber")).isNotEmpty().doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource({
      "userTask_confirmAccessRequest, userTask_receiveCredentials, userTask_requestAccess, accessRequestNumber",
      "userTask_confirmHandOver,      userTask_recordVerdict,      userTask_sendAnswer,    answerRequestNumber"})
  @Sop({"MS-2", "MS-7"})
  void asksAPersonWhetherARequestArrivedAndSendsNothingAgain(String task, String ifSo, String ifNot, String number) {
    ProcessInstance arrived = scenario.caseAt(task);
    scenario.complete(arrived, task);
    assertThat(openTasksOf(arrived)).containsExactly(ifSo);
    assertThat(valueOf(arrived, number)).isEqualTo("700001");
    partners.forgetWhatWasSaid();
    ProcessInstance missing = scenario.caseAt(task);
    pass(Duration.ofMinutes(5));
    procedure.submit(SITI, missing, task, Map.of("actDecision", "didNotHappen", "actEvidence", "Tidak ada email"));
    assertThat(openTasksOf(missing)).containsExactly(ifNot);
    partners.areCalled();
    assertThat(openTasksOf(missing)).containsExactly(ifNot);
  }

  @Test
  @Sop({"MS-4", "MS-5", "MS-6"})
  void showsThatAlurSignsInWhileItDoes() {
    ProcessInstance sync = scenario.caseAt("userTask_followSignIn");
    assertThat(openTasksOf(sync)).containsExactly("userTask_followSignIn");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    ProcessInstance unwatched = scenario.caseAt("userTask_followSignIn");
    scenario.complete(unwatched, "userTask_followSignIn");
    assertThat(openTasksOf(unwatched)).isEmpty();
    partners.areCalled();
    assertThat(openTasksOf(unwatched)).containsExactly("userTask_sendAnswer");
  }

  @Test
  @Sop("MS-5")
  void goesBackToTheCredentialsIfThePasswordIsWrong() {
    partners.sister().is(StandInSister.Mood.REFUSES_THE_PASSWORD);
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    String wrong = scenario.handIn(sync, "salah-ketik-1");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_receiveCredentials");
    assertThat(valueOf(sync, "credentialsRefusedBecause")).contains("SISTER menolak username atau password");
    assertThat(valuesOf(sync, "credentials")).containsOnlyNulls();
    assertThat(secrets.isKept(wrong, sync.getId())).isFalse();
    partners.sister().is(StandInSister.Mood.ANSWERS);
    scenario.handIn(sync, PASSWORD);
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    assertThat(partners.sister().lastPassword()).isEqualTo(PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
      "IS_ANOTHER_PAGE,        Laman /autosync di alamat SISTER ini tidak dapat dibuka",
      "ANSWERS_NOTHING_USABLE, JSON-nya tidak dapat dipakai. JSON ini tidak berisi data"})
  @Sop({"MS-4", "MS-6"})
  void leavesASignInThatCannotBeAutomatedToAPerson(StandInSister.Mood mood, String sentence) {
    partners.sister().is(mood);
    ProcessInstance sync = scenario.caseAt("userTask_followSignIn");
    String credentials = valueOf(sync, "credentials");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_signIn");
    assertThat(valueOf(sync, "byHandBecause")).contains(sentence);
    assertThat(secrets.isKept(credentials, sync.getId())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"happened", "didNotHappen"})
  @Sop({"MS-5P", "MS-W"})
  void asksAPersonWhetherItSignedInIfTheConnectionBrokeAndNeverSignsInAgain(String decision) {
    ProcessInstance sync = scenario.caseAt("userTask_confirmSignIn");
    int before = partners.sister().signIns();
    itIs(WINDOW_SHUT);
    procedure.submit(SITI, sync, "userTask_confirmSignIn",
        Map.of("actDecision", decision, "actEvidence", "Operator server melihat log"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    scenario.complete(sync, "userTask_waitForWindow");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_signIn");
    assertThat(partners.sister().signIns()).isEqualTo(before);
  }

  @Test
  @Sop("MS-W")
  void doesNotSignInOnceTheWindowHasShut() {
    ProcessInstance sync = scenario.signingIn();
    int before = partners.sister().signIns();
    itIs(WINDOW_SHUT);
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForWindow");
    assertThat(partners.sister().signIns()).isEqualTo(before);
    itIs("2026-11-27T03:00:00Z");
    procedure.runDueJobs(sync);
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    assertThat(partners.sister().signIns()).isEqualTo(before + 1);
  }

  @Test
  @Sop("MS-W")
  void signsInOutsideTheWindowWithAReason() {
    ProcessInstance sync = scenario.caseAt("userTask_receiveCredentials");
    itIs(WINDOW_SHUT);
    scenario.handIn(sync, PASSWORD);
    scenario.complete(sync, "userTask_waitForWindow");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
  }

  @ParameterizedTest
  @CsvSource({
      "FINDS_IT_TOO_LARGE, 1, Berkas ini terlalu besar.",
      "REFUSES_IT,         1, Pusat Bantuan tidak menerima berkas ini.",
      "LOSES_IT,           4, Pusat Bantuan tidak menjawab seperti biasa."})
  @Sop("MS-7")
  void leavesAFileThatPusatBantuanDoesNotTakeToAPerson(UploadMood mood, int attempts, String sentence) {
    partners.pusatBantuan().is(mood);
    ProcessInstance sync = scenario.handingOver();
    callAgain(attempts);
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    assertThat(valueOf(sync, "byHandBecause")).isEqualTo(sentence);
  }

  @Test
  @Sop("MS-7")
  void uploadsAgainWhatWaitedTooLongForItsRequest() {
    partners.pusatBantuan().keepsUploadsFor(Duration.ofSeconds(30));
    ProcessInstance sync = scenario.handingOver();
    acts.runOnce();
    acts.runOnce();
    partners.pusatBantuan().keepsUploadsFor(Duration.ofHours(1));
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordVerdict");
    assertThat(passed(sync)).contains("event_uploadExpired");
  }

  @Test
  @Sop("MS-7")
  void uploadsAgainWhatPusatBantuanForgotButNotForEver() {
    partners.pusatBantuan().is(Mood.FORGOT_THE_UPLOAD);
    ProcessInstance sync = scenario.handingOver();
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    assertThat(valueOf(sync, "byHandBecause")).contains("sudah kedaluwarsa");
    assertThat(passed(sync)).filteredOn("event_uploadExpired"::equals).hasSize(2);
  }

  @Test
  @Sop({"MS-1", "MS-7"})
  void leavesWhatIsDoneAgainAfterARefusalToAPerson() {
    partners.pusatBantuan().isSetUp();
    ProcessInstance sync = scenario.start();
    partners.areCalled();
    scenario.handIn(sync, PASSWORD);
    partners.areCalled();
    refuse(sync, "signInAgain", "Berkas rusak");
    assertThat(openTasksOf(sync)).containsExactly("userTask_signIn");
    scenario.complete(sync, "userTask_signIn");
    partners.areCalled();
    refuse(sync, "sendAgain", "Berkas rusak");
    assertThat(openTasksOf(sync)).containsExactly("userTask_sendAnswer");
    scenario.complete(sync, "userTask_sendAnswer");
    refuse(sync, "requestAgain", "Nama PT keliru");
    assertThat(openTasksOf(sync)).containsExactly("userTask_requestAccess");
  }

  @Test
  @Sop("MS-3")
  void destroysUsernameAndPasswordWhenTheCaseIsCancelled() {
    ProcessInstance sync = scenario.caseAt("userTask_followSignIn");
    String credentials = valueOf(sync, "credentials");
    requests.cancel(SITI, taskOf(sync, "userTask_followSignIn"), "Batal");
    assertThat(secrets.isKept(credentials, sync.getId())).isFalse();
    int before = partners.sister().signIns();
    partners.areCalled();
    assertThat(partners.sister().signIns()).isEqualTo(before);
  }

  static List<String> userTasks() {
    return FORMS.userTasks();
  }

  static List<String> tasksOfTheAdminPt() {
    return userTasks().stream().filter(task -> !task.equals("userTask_recordVerdict")).toList();
  }

  private Task taskOf(ProcessInstance sync, String task) {
    return procedure.taskOf(sync, task);
  }

  private List<String> openTasksOf(ProcessInstance sync) {
    return tasks.createTaskQuery().processInstanceId(sync.getId()).list().stream()
        .map(Task::getTaskDefinitionKey).toList();
  }

  /** As often as Alur tries, with the pause in between. */
  private void callAgain(int attempts) {
    for (int attempt = 1; attempt <= attempts; attempt++) {
      partners.areCalled();
      pass(Duration.ofMinutes(1));
    }
  }

  private String valueOf(ProcessInstance sync, String variable) {
    return (String) valuesOf(sync, variable).get(0);
  }

  private void refuse(ProcessInstance sync, String verdict, String reason) {
    procedure.submit(PUSAT, sync, "userTask_recordVerdict", Map.of("verdict", verdict, "verdictReason", reason));
  }

  private void waitADay(ProcessInstance sync) {
    pass(DAY);
    procedure.runDueJobs(sync);
  }

  private List<Mail> mailsAbout(ProcessInstance sync) {
    return mailbox.about(numberOf(sync));
  }

  private List<Mail> escalationsOf(ProcessInstance sync) {
    return mailsAbout(sync).stream().filter(mail -> mail.subject().contains("belum datang")).toList();
  }

  private String numberOf(ProcessInstance sync) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(sync.getId()).singleResult().getBusinessKey();
  }

  private List<String> passed(ProcessInstance sync) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(sync.getId()).list().stream()
        .map(HistoricActivityInstance::getActivityId).toList();
  }

  private List<Object> valuesOf(ProcessInstance sync, String variable) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(sync.getId()).variableName(variable).list()
        .stream().map(HistoricVariableInstance::getValue).toList();
  }

  private List<Object> updatesOf(ProcessInstance sync, String variable) {
    return history.createHistoricDetailQuery().processInstanceId(sync.getId()).variableUpdates()
        .orderPartiallyByOccurrence().asc().list().stream().map(HistoricVariableUpdate.class::cast)
        .filter(update -> update.getVariableName().equals(variable)).map(HistoricVariableUpdate::getValue).toList();
  }

  private void assertEnded(ProcessInstance sync, String end) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(sync.getId()).count()).isZero();
    assertThat(passed(sync)).contains(end);
  }
}
