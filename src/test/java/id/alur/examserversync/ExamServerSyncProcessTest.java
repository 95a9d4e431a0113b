package id.alur.examserversync;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.Procedure.refusalsOf;
import static id.alur.examserversync.ExamSyncAnswers.fields;
import static id.alur.examserversync.ExamSyncAnswers.lights;
import static id.alur.examserversync.ExamSyncScenario.KEPALA;
import static id.alur.examserversync.ExamSyncScenario.PATCHING_CLOSED;
import static id.alur.examserversync.ExamSyncScenario.PATCHING_OPEN;
import static id.alur.examserversync.ExamSyncScenario.RUDI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import id.alur.AlurTest;
import id.alur.Mailbox;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.cases.CaseRequests;
import id.alur.conventions.ModelCoverage;
import id.alur.document.UploadedDocuments;
import id.alur.partner.cbtsync.CbtSyncWeb;
import id.alur.partner.http.OutcomeUnknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Every way through the procedure, by its forms. */
@AlurTest
class ExamServerSyncProcessTest {

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("exam-server-sync");

  private static final String PAGE = "http://192.0.2.20/cbtsync";

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private CaseRequests requests;
  @Autowired private Partners partners;
  @Autowired private Mailbox mailbox;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ServerBindings bindings;
  @MockitoBean private CbtSyncWeb web;

  private ExamSyncScenario scenario;

  @BeforeEach
  void openPatching() {
    scenario = new ExamSyncScenario(people, procedure, documents);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  @Sop({"ES-1", "ES-2", "ES-3", "ES-4", "ES-5", "ES-6", "ES-8", "ES-11", "ES-12", "ES-13", "ES-14", "ES-15", "ES-16", "ES-17",
      "ES-18", "ES-19", "ES-20"})
  void leadsInTheOrderOfTheSourceToAServerThatIsReady() {
    ProcessInstance sync = scenario.start();
    for (String task : List.of("userTask_patch", "userTask_enterServerId", "userTask_recordDashboard",
        "userTask_askOtherData", "userTask_eraseBeforeBackUp", "userTask_backUp", "userTask_eraseAfterBackUp",
        "userTask_refreshStatus", "userTask_startSync", "userTask_recordDownloads", "userTask_checkParticipants",
        "userTask_checkTest")) {
      assertThat(openTasksOf(sync)).containsExactly(task);
      scenario.complete(sync, task);
    }
    procedure.runDueJobs(sync);
    assertThat(valueOf(sync, "minutesDocument")).isNotNull();
    scenario.complete(sync, "userTask_keepMinutes");
    assertEnded(sync, "endEvent_synced");
  }

  @Test
  @Sop("ES-T")
  void waitsForTheGateWhateverTheZoneOfTheSchoolAndSaysUntilWhen() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForPatching");
    assertThat(valueOf(sync, "patchingOpensAt")).isEqualTo(PATCHING_OPEN);
    procedure.submit(RUDI, sync, "userTask_waitForPatching", Map.of());
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForPatching");
    itIs(PATCHING_CLOSED);
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_waitForPatching");
    itIs(PATCHING_OPEN);
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_patch");
  }

  @Test
  @Sop("ES-7")
  void goesRoundTheRestartUntilPatchingSucceedsAndTellsOthersOnce() {
    ProcessInstance sync = scenario.caseAt("userTask_restartService");
    for (int round = 1; round <= 4; round++) {
      Map<String, Object> failed = scenario.answers("userTask_restartService");
      failed.put("patchOutcome", "failed");
      failed.remove("cbtSyncVersion");
      procedure.submit(RUDI, sync, "userTask_restartService", failed);
      procedure.runDueJobs(sync);
      assertThat(openTasksOf(sync)).containsExactly("userTask_restartService");
    }
    String number = history.createHistoricProcessInstanceQuery().processInstanceId(sync.getId()).singleResult().getBusinessKey();
    assertThat(mailbox.about(number)).extracting(Mailbox.Mail::to)
        .contains("kepala@contoh.test", "pusat-ujian-1@contoh.test").doesNotHaveDuplicates();
    scenario.complete(sync, "userTask_restartService");
    assertThat(openTasksOf(sync)).containsExactly("userTask_enterServerId");
  }

  @Test
  @Sop({"ES-6", "ES-10", "ES-11"})
  void readsVersionAndDashboardWhereThePageCanBeRead() {
    when(web.read(any(), any())).thenReturn("CBTSync Versi 5.1.0 Status: CBTSync Aktif, Sinkronisasi Siap Digunakan");
    ProcessInstance sync = withPage();
    scenario.complete(sync, "userTask_patch");
    partners.areCalled();
    scenario.complete(sync, "userTask_enterServerId");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_askOtherData");
    assertThat(passed(sync)).contains("endEvent_versionRead").doesNotContain("userTask_recordDashboard");
  }

  @Test
  @Sop({"ES-10", "ES-11"})
  void goesNoFurtherWithThePageOfAnotherMachine() {
    when(web.read(any(), any())).thenReturn("CBTSync Versi 5.1.0 SN: SN-LAIN CBTSync Aktif, Sinkronisasi Siap Digunakan");
    ProcessInstance sync = withPage();
    scenario.complete(sync, "userTask_patch");
    partners.areCalled();
    scenario.complete(sync, "userTask_enterServerId");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_enterServerId");
  }

  @Test
  @Sop({"ES-6", "ES-7"})
  void trustsThePageMoreThanTheTypedVersion() {
    when(web.read(any(), any())).thenReturn("CBTSync Versi 5.0.9");
    ProcessInstance sync = withPage();
    scenario.complete(sync, "userTask_patch");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_restartService");
    assertThat(valueOf(sync, "versionRead")).isEqualTo("5.0.9");
  }

  @Test
  @Sop({"ES-6", "ES-10"})
  void leavesAPageThatCannotBeReadToTheProctorAndSaysWhy() {
    when(web.read(any(), any())).thenThrow(new OutcomeUnknown("time-out", "Laman CBTSync tidak menjawab."));
    ProcessInstance sync = withPage();
    scenario.complete(sync, "userTask_patch");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_enterServerId");
    scenario.complete(sync, "userTask_enterServerId");
    partners.areCalled();
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDashboard");
    assertThat(valueOf(sync, "byHandBecause")).isEqualTo("Laman CBTSync tidak menjawab.");
  }

  @ParameterizedTest
  @CsvSource({"userTask_waitForSchedule", "userTask_mendConnection", "userTask_askForActivation", "userTask_reportDashboard"})
  @Sop("ES-10")
  void leadsEachStateOfTheDashboardToItsTaskAndLooksAgain(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    scenario.complete(sync, task);
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDashboard");
  }

  @Test
  @Sop("ES-10")
  void looksAgainByItselfWhileTheServerStandsBy() {
    ProcessInstance sync = scenario.caseAt("userTask_waitForSchedule");
    pass(Duration.ofMinutes(5));
    procedure.runDueJobs(sync);
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDashboard");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      OFFLINE ID Server / SN tidak sesuai dengan data server pusat |
      CBTSync Aktif                                                | SN-LAIN""")
  @Sop({"ES-9", "ES-10"})
  void leadsBackToTheServerIdIfTheMachineIsAnother(String text, String shownSerialNumber) {
    ProcessInstance sync = scenario.caseAt("userTask_recordDashboard");
    procedure.submit(RUDI, sync, "userTask_recordDashboard",
        fields("dashboardText", text, "shownSerialNumber", shownSerialNumber));
    assertThat(openTasksOf(sync)).containsExactly("userTask_enterServerId");
  }

  @Test
  @Sop("ES-12")
  void savesOtherDataBeforeTheFirstErasure() {
    ProcessInstance sync = scenario.caseAt("userTask_saveOtherData");
    scenario.complete(sync, "userTask_saveOtherData");
    assertThat(openTasksOf(sync)).containsExactly("userTask_askOtherData");
    assertThat(passed(sync)).doesNotContain("userTask_eraseBeforeBackUp");
  }

  @ParameterizedTest
  @CsvSource({"0, kosong", "-5, Pilih berkas"})
  @Sop({"ES-13", "ES-14"})
  void neverGetsToTheSecondErasureWithoutABackup(long size, String sentence) {
    ProcessInstance sync = scenario.caseAt("userTask_backUp");
    Map<String, Object> backUp = scenario.answers("userTask_backUp");
    backUp.put("backupSize", size);
    assertThat(refusalsOf(() -> procedure.submit(RUDI, sync, "userTask_backUp", backUp)))
        .extractingByKey("backupSha256").asString().contains(sentence);
    assertThat(openTasksOf(sync)).containsExactly("userTask_backUp");
  }

  @Test
  @Sop("ES-17")
  void refusesASecondStartSyncWhileOneRuns() {
    ProcessInstance sync = scenario.caseAt("userTask_chooseNextStep");
    assertThat(refusalsOf(() -> procedure.submit(RUDI, sync, "userTask_chooseNextStep",
        fields("nextStep", "startAgain", "nextStepReason", "Macet")))).containsOnlyKeys("syncStopped");
    assertThat(openTasksOf(sync)).containsExactly("userTask_chooseNextStep");
  }

  @Test
  @Sop("ES-17")
  void erasesNothingWhileTheSyncOfACancelledCaseMayRun() {
    ProcessInstance left = scenario.caseAt("userTask_recordDownloads");
    requests.cancel(RUDI, procedure.taskOf(left, "userTask_recordDownloads"), "Listrik padam");
    ProcessInstance sync = scenario.caseAt("userTask_askOtherData");
    Map<String, Object> answer = scenario.answers("userTask_askOtherData");
    assertThat(refusalsOf(() -> procedure.submit(RUDI, sync, "userTask_askOtherData", answer)))
        .containsOnlyKeys("syncStopped");
    answer.put("syncStopped", true);
    procedure.submit(RUDI, sync, "userTask_askOtherData", answer);
    assertThat(openTasksOf(sync)).containsExactly("userTask_eraseBeforeBackUp");
  }

  @Test
  @Sop({"ES-3", "ES-6"})
  void refusesOtherVersionsThanThoseOfTheRound() {
    ProcessInstance sync = scenario.caseAt("userTask_patch");
    assertThat(refusalsOf(() -> procedure.submit(RUDI, sync, "userTask_patch",
        fields("adminVersion", "50.1", "patchOutcome", "succeeded", "cbtSyncVersion", "5.10"))))
        .containsOnlyKeys("adminVersion", "cbtSyncVersion");
  }

  @Test
  @Sop("ES-2")
  void startsOnlyAtTheMachineOfTheTest() {
    Map<String, Object> request = scenario.request();
    request.put("rightMachine", false);
    assertThat(refusalsOf(() -> scenario.start(request))).containsOnlyKeys("rightMachine");
  }

  @ParameterizedTest
  @CsvSource({"userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp", "userTask_startSync"})
  @Sop({"ES-9", "ES-11"})
  void goesBackToTheServerIdWhenTheScreenShowsAnotherMachine(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    procedure.submit(RUDI, sync, task, fields("sameMachine", "no"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_enterServerId");
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(sync.getId()).activityId(task).singleResult()
        .isCanceled()).as("no step that was done, so none of the minutes").isTrue();
    scenario.anotherMachine();
    scenario.complete(sync, "userTask_enterServerId");
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDashboard");
    assertThat(bindings.of(sync.getId()).orElseThrow().serialNumber().value()).isEqualTo(scenario.serialNumber());
  }

  @Test
  @Sop("ES-18")
  void waitsStartsAgainOrGoesBackToTheBackupWhileNotAllAreGreen() {
    ProcessInstance sync = scenario.caseAt("userTask_chooseNextStep");
    scenario.complete(sync, "userTask_chooseNextStep");
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDownloads");
    procedure.submit(RUDI, sync, "userTask_recordDownloads", lights(8));
    procedure.submit(RUDI, sync, "userTask_chooseNextStep",
        fields("nextStep", "startAgain", "syncStopped", true, "nextStepReason", "Macet di data 9"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_startSync");
    scenario.complete(sync, "userTask_startSync");
    procedure.submit(RUDI, sync, "userTask_recordDownloads", lights(8));
    procedure.submit(RUDI, sync, "userTask_chooseNextStep",
        fields("nextStep", "backUpAgain", "syncStopped", true, "nextStepReason", "Masih macet"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_askOtherData");
  }

  @Test
  @Sop("ES-21")
  void neverErasesNorStartsAgainOnceNineAreGreen() {
    ProcessInstance sync = scenario.caseAt("userTask_reportToCentre");
    scenario.complete(sync, "userTask_reportToCentre");
    assertThat(openTasksOf(sync)).containsExactly("userTask_checkParticipants");
    ProcessInstance second = scenario.start();
    scenario.complete(second, "userTask_patch");
    assertThat(refusalsOf(() -> scenario.complete(second, "userTask_enterServerId"))).containsKey("serialNumber");
    assertThat(openTasksOf(second)).containsExactly("userTask_enterServerId");
  }

  @Test
  @Sop({"ES-18", "ES-21"})
  void reportsALightThatWasNotGreenAfterAllToTheCentreAndNeverErases() {
    ProcessInstance sync = scenario.caseAt("userTask_reportToCentre");
    scenario.complete(sync, "userTask_reportToCentre");
    procedure.submit(RUDI, sync, "userTask_checkParticipants", fields("lightsNotGreen", "7 dan 3"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_reportToCentre");
    assertThat(valueOf(sync, "lightsNotGreen")).isEqualTo("3, 7");
    assertThat(runtime.getVariable(sync.getId(), "testFinding")).as("what was found before").isNull();
    scenario.complete(sync, "userTask_reportToCentre");
    assertThat(runtime.getVariable(sync.getId(), "lightsNotGreen")).as("asked afresh").isNull();
    scenario.complete(sync, "userTask_checkParticipants");
    procedure.submit(RUDI, sync, "userTask_checkTest", fields("testOutcome", "notGreen", "lightsNotGreen", "5"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_reportToCentre");
    procedure.submit(RUDI, sync, "userTask_reportToCentre",
        fields("centreOutcome", "decided", "centreInstruction", "Pusat, 09.50: data 5 dikirim pusat"));
    procedure.runDueJobs(sync);
    scenario.complete(sync, "userTask_keepMinutes");
    assertEnded(sync, "endEvent_leftToCentre");
    assertThat(MinutesWords.LABELS).containsKey("lightsNotGreen");
    assertThat(passed(sync)).containsOnlyOnce("userTask_eraseAfterBackUp", "userTask_startSync");
  }

  /** However a case came to such a task after nine green: the form itself refuses. */
  @ParameterizedTest
  @CsvSource({"userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp", "userTask_startSync"})
  @Sop("ES-21")
  void refusesErasureAndStartOfACompleteMachineWhereverItIsAsked(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    bindings.bind(sync.getId());
    assertThat(refusalsOf(() -> scenario.complete(sync, task)).values())
        .singleElement().asString().contains("sudah berhasil sinkronisasi");
    assertThat(openTasksOf(sync)).containsExactly(task);
  }

  @Test
  @Sop({"ES-19", "ES-21"})
  void leadsToTheCentreIfAParticipantIsMissing() {
    ProcessInstance sync = scenario.caseAt("userTask_checkParticipants");
    procedure.submit(RUDI, sync, "userTask_checkParticipants", fields("registeredParticipants", "40",
        "shownParticipants", "39", "missingParticipants", "Peserta nomor 17"));
    assertThat(openTasksOf(sync)).containsExactly("userTask_reportToCentre");
    procedure.submit(RUDI, sync, "userTask_reportToCentre",
        fields("centreOutcome", "decided", "centreInstruction", "Pusat, 09.40: peserta itu ujian susulan"));
    procedure.runDueJobs(sync);
    scenario.complete(sync, "userTask_keepMinutes");
    assertEnded(sync, "endEvent_leftToCentre");
  }

  @Test
  @Sop("ES-19")
  void comparesTwoListsOfParticipantsByName() {
    ProcessInstance sync = scenario.caseAt("userTask_checkParticipants");
    String task = procedure.taskOf(sync, "userTask_checkParticipants").getId();
    procedure.submit(RUDI, sync, "userTask_checkParticipants", fields(
        "registeredList", documents.forTask(RUDI, task, "participant-list", "terdaftar.csv", "Nama\nAyu Contoh\nBayu Contoh\n"),
        "shownList", documents.forTask(RUDI, task, "participant-list", "tampil.csv", "Nama;Kelas\nayu contoh;9A\n")));
    assertThat(openTasksOf(sync)).containsExactly("userTask_reportToCentre");
    assertThat(valueOf(sync, "participantsFound")).contains("Bayu Contoh").doesNotContain("Ayu Contoh");
  }

  @Test
  @Sop("ES-9")
  void replacesAMachineOnlyWithTheWordOfASecondPerson() {
    ProcessInstance done = scenario.caseAt("userTask_checkParticipants");
    String replaced = scenario.serialNumber();
    String sameId = scenario.serverId();
    Map<String, Object> request = scenario.replacement(replaced);
    scenario.anotherMachine();
    ProcessInstance sync = scenario.start(request);
    procedure.submit(KEPALA, sync, "userTask_confirmReplacement", scenario.answers("userTask_confirmReplacement"));
    scenario.complete(sync, "userTask_patch");
    procedure.submit(RUDI, sync, "userTask_enterServerId",
        fields("idServer", sameId, "serialNumber", scenario.serialNumber(), "rightMachineAgain", true));
    assertThat(openTasksOf(sync)).containsExactly("userTask_recordDashboard");
    assertThat(openTasksOf(done)).containsExactly("userTask_checkParticipants");
    ProcessInstance refused = scenario.start(scenario.replacement(replaced));
    procedure.submit(KEPALA, refused, "userTask_confirmReplacement",
        fields("replacementDecision", "refused", "replacementReason", "Suratnya untuk sekolah lain"));
    assertEnded(refused, "endEvent_replacementRefused");
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void isCancelledWithAReasonAndKeepsDeviationsAtAnyTask(String task) {
    ProcessInstance sync = scenario.caseAt(task);
    procedure.runDueJobs(sync);
    String person = ExamSyncScenario.whose(task);
    assertThat(requests.reportDeviation(person, procedure.taskOf(sync, task), Map.of(
        "what", "HAPUS tertekan", "why", "Salah tombol")).status()).isEqualTo(204);
    assertThat(openTasksOf(sync)).containsExactly(task);
    assertThat(requests.cancel(person, procedure.taskOf(sync, task), "Mesin rusak").status()).isEqualTo(204);
    assertEnded(sync, "endEvent_cancelled");
  }

  static List<String> userTasks() {
    return ExamSyncScenario.FORMS.userTasks();
  }

  private ProcessInstance withPage() {
    Map<String, Object> request = scenario.request();
    request.put("cbtSyncAddress", PAGE);
    return scenario.start(request);
  }

  private List<String> openTasksOf(ProcessInstance sync) {
    return procedure.openTasksOf(sync);
  }

  private List<String> passed(ProcessInstance sync) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(sync.getId()).list().stream()
        .map(HistoricActivityInstance::getActivityId).toList();
  }

  private String valueOf(ProcessInstance sync, String variable) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(sync.getId()).variableName(variable).list()
        .stream().map(HistoricVariableInstance::getValue).map(String.class::cast).findFirst().orElse(null);
  }

  private void assertEnded(ProcessInstance sync, String end) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(sync.getId()).count()).isZero();
    assertThat(passed(sync)).contains(end);
  }
}
