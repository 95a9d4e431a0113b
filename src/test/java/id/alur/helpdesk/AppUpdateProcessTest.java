package id.alur.helpdesk;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.Procedure.refusalsOf;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.Mailbox;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.cases.CaseRequests;
import id.alur.conventions.ModelCoverage;
import id.alur.document.UploadedDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through an update of Feeder and the integrator, each test in a unit of its own. */
@AlurTest
class AppUpdateProcessTest {

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of(AppUpdate.PROCESS);

  private static final AtomicInteger UNITS = new AtomicInteger(310000);
  private static final String TASK = "userTask_updateApplication";
  private static final String WAIT = "userTask_waitToUpdate";
  private static final int CROWD = 20;

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private CaseRequests requests;
  @Autowired private Mailbox mailbox;
  @Autowired private AppUpdates updates;
  @Autowired private AppVersions versions;
  @Autowired private AppUpdateCases cases;
  @Autowired private EndedAppUpdates ended;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;

  private TransactionTemplate transaction;
  private String unit;
  private String rina;

  @Autowired
  void workIn(PlatformTransactionManager transactions) {
    transaction = new TransactionTemplate(transactions);
  }

  /** Wednesday 4 November 2026, 10.02 WIB. */
  @BeforeEach
  void openAnotherUnit() {
    itIs("2026-11-04T03:02:00Z");
    unit = Integer.toString(UNITS.incrementAndGet());
    rina = people.member("rina-" + unit, Group.STAF_PUSTIPD, unit);
    people.member("ketua-" + unit, Group.KETUA_TIM, unit);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  @Sop("HD-P7")
  void asksForALookOnAWorkingMorningWhenThePeriodIsOver() {
    ProcessInstance watched = watch();
    assertThat(openTasks()).isEmpty();
    assertThat(management.createJobQuery().processInstanceId(watched.getId()).singleResult().getDuedate().toInstant())
        .as("Friday 4 December 2026, 08.00 WIB").isEqualTo("2026-12-04T01:00:00Z");

    pass(Duration.ofDays(30));
    procedure.runDueJobs(watched);

    assertThat(openTasks()).extracting(Task::getTaskDefinitionKey).containsExactly(TASK);
    assertThat(causesOf(watched)).isEqualTo("4 Desember 2026 pukul 10.02 WIB: Pemeriksaan berkala sudah waktunya");
  }

  @Test
  @Sop({"HD-P6", "HD-P7"})
  void recordsTheVersionAndGoesOnWatching() {
    ProcessInstance update = reported();
    submit(update, updated(update, "6.1", "2026.11"));

    assertThat(endOf(update)).isEqualTo("endEvent_upToDate");
    assertThat(versions.of(unit)).containsExactly(new AppVersion(
        update.getId(), unit, "6.1", "2026.11", true, rina, Instant.parse("2026-11-04T03:02:00Z")));
    ProcessInstance next = openCase();
    assertThat(next.getId()).isNotEqualTo(update.getId());
    assertThat(openTasks()).isEmpty();

    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    assertThat(valueOf(next, "lastFeederVersion")).isEqualTo("6.1");
    pass(Duration.ofDays(1));
    submit(next, nothingNewer("6.1", "2026.11"));
    assertThat(versions.of(unit)).extracting(AppVersion::installed).containsExactly(false, true);
  }

  @Test
  @Sop("HD-P6")
  void opensTheTaskWhenFeederAsksForItWhetherTheUnitWasWatchedOrNot() {
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, "keluhan HD-1");
    ProcessInstance begun = openCase();
    assertThat(openTasks()).extracting(Task::getTenantId).containsExactly(unit);
    assertThat(causesOf(begun)).isEqualTo("4 November 2026 pukul 10.02 WIB: Feeder menjawab bahwa layanannya "
        + "kedaluwarsa (kode 104): keluhan HD-1");

    submit(begun, nothingNewer("6.1", "2026.11"));
    ProcessInstance watched = openCase();
    updates.updateNeeded(unit, UpdateCause.VERSION_CHANGED, null);
    assertThat(openCase().getId()).isEqualTo(watched.getId());
    assertThat(openTasks()).hasSize(1);
    assertThat(causesOf(watched)).isEqualTo(
        "4 November 2026 pukul 10.02 WIB: Feeder menjawab seperti versi lain dari yang dikenal Alur");
  }

  @Test
  @Sop("HD-P6")
  void notesFurtherCausesAtTheOpenTaskEachOnce() {
    ProcessInstance update = reported();
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    pass(Duration.ofMinutes(5));
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    submit(update, Map.of("updateOutcome", "postponed", "postponedBecause", "Pengisian KRS sedang berjalan"));
    updates.updateNeeded(unit, UpdateCause.VERSION_CHANGED, null);

    assertThat(openTasks()).hasSize(1);
    assertThat(causesOf(update).lines()).hasSize(3).first().asString()
        .isEqualTo("4 November 2026 pukul 10.02 WIB: Laporan petugas: rina-" + unit
            + " Contoh, \"Versi 6.1 diumumkan\"");
  }

  @Test
  @Sop("HD-P6")
  void passesWhatAPersonSaysOnToTheOpenCase() {
    ProcessInstance watched = watch();
    ProcessInstance first = reported();
    ProcessInstance second = report("Versi 6.2 diumumkan");

    assertThat(endOf(first)).isEqualTo("endEvent_passedOn");
    assertThat(endOf(second)).isEqualTo("endEvent_passedOn");
    assertThat(openCase().getId()).isEqualTo(watched.getId());
    assertThat(openTasks()).hasSize(1);
    assertThat(causesOf(watched)).containsSubsequence("Versi 6.1 diumumkan", "\n", "Versi 6.2 diumumkan");
  }

  @Test
  void watchesAUnitOnce() {
    String number = numberOf(watch());
    assertThat(refusalsOf(this::watch))
        .hasEntrySatisfying("updateNow", sentence -> assertThat(sentence).contains(number));
  }

  @Test
  void tellsNothingAboutTheCaseOfAnotherUnit() {
    watch();
    String outsider = people.member("luar-" + unit, Group.STAF_PUSTIPD, "310000");
    Map<String, Object> request = Map.of("unitCode", unit, "updateNow", "no");
    assertThat(refusalsOf(() -> procedure.start(outsider, AppUpdate.PROCESS, request))).containsOnlyKeys("unitCode");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"30010, no, -, unitCode", "UNIT, maybe, -, updateNow", "UNIT, -, -, updateNow",
      "UNIT, yes, -, causeDetail"})
  void refusesARequestThatCannotBeUnderstood(String code, String updateNow, String detail, String field) {
    Map<String, Object> request = new HashMap<>(Map.of("unitCode", code.replace("UNIT", unit)));
    request.put("updateNow", updateNow);
    request.put("causeDetail", detail);
    assertThat(refusalsOf(() -> procedure.start(rina, AppUpdate.PROCESS, request))).containsOnlyKeys(field);
  }

  @ParameterizedTest
  @CsvSource({"backedUp", "fromOfficialPlace", "installed", "restarted", "signedIn", "integratorTested",
      "serviceAnswers", "feederVersion", "integratorVersion", "updateDocument"})
  @Sop("HD-P6")
  void acceptsNoUpdateThatLeavesSomethingOut(String left) {
    ProcessInstance update = reported();
    Map<String, Object> answers = updated(update, "6.1", "2026.11");
    answers.remove(left);
    assertThat(refusalsOf(() -> submit(update, answers))).containsOnlyKeys(left);
  }

  @ParameterizedTest
  @CsvSource({"lookedWhere", "serviceAnswers", "feederVersion", "integratorVersion"})
  @Sop("HD-P7")
  void acceptsNoLookThatLeavesSomethingOut(String left) {
    ProcessInstance update = reported();
    Map<String, Object> answers = nothingNewer("6.1", "2026.11");
    answers.remove(left);
    assertThat(refusalsOf(() -> submit(update, answers))).containsOnlyKeys(left);
  }

  @Test
  @Sop("HD-P6")
  void acceptsNoUpdateToTheVersionsThatWereThere() {
    submit(reported(), nothingNewer("6.1", "2026.11"));
    ProcessInstance next = openCase();
    report("Versi 6.2 diumumkan");
    assertThat(refusalsOf(() -> submit(next, updated(next, "6.1", "2026.11")))).containsOnlyKeys("feederVersion");
    submit(next, updated(next, "6.1", "2026.12"));
  }

  @Test
  void asksForAnOutcomeAndForWhatStandsInTheWay() {
    ProcessInstance update = reported();
    assertThat(refusalsOf(() -> submit(update, Map.of()))).containsOnlyKeys("updateOutcome");
    assertThat(refusalsOf(() -> submit(update, Map.of("updateOutcome", "postponed"))))
        .containsOnlyKeys("postponedBecause");
  }

  @Test
  @Sop("HD-P7")
  void asksAgainForWhatWasPostponedAndTellsTheHeadOfTheTeamOnce() {
    ProcessInstance update = reported();
    for (int day = 5; day <= 7; day++) {
      submit(update, Map.of("updateOutcome", "postponed", "postponedBecause", "Pengisian KRS sedang berjalan"));
      assertThat(procedure.openTasksOf(update)).containsExactly(WAIT);
      pass(Duration.ofDays(1));
      procedure.runDueJobs(update);
      if (day < 7) {
        assertThat(procedure.openTasksOf(update)).containsExactly(TASK);
        assertThat(valueOf(update, "postponedBefore")).isEqualTo("Pengisian KRS sedang berjalan");
        assertThat(refusalsOf(() -> submit(update, Map.of("updateOutcome", "postponed")))).isNotEmpty();
      }
    }
    assertThat(procedure.openTasksOf(update)).as("Saturday is no working day").containsExactly(WAIT);
    assertThat(valueOf(update, "nextTry")).isEqualTo("2026-11-09T01:00:00Z");
    procedure.submit(rina, update, WAIT, Map.of());
    assertThat(procedure.openTasksOf(update)).containsExactly(TASK);
    assertThat(mailbox.about(numberOf(update))).extracting(Mailbox.Mail::to)
        .containsExactly("ketua-" + unit + "@contoh.test");
  }

  @Test
  void beginsAnewAfterACancelledCase() {
    ProcessInstance watched = watch();
    assertThat(requests.cancel(rina, watched.getId(), "Salah unit").status()).isEqualTo(204);
    assertThat(endOf(watched)).isEqualTo("subProcess_cancel");

    ProcessInstance update = reported();
    assertThat(requests.cancel(rina, procedure.taskOf(update, TASK), "Salah lapor").status()).isEqualTo(204);
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    assertThat(openTasks()).hasSize(1);
  }

  @Test
  void goesOnAfterAReportedDeviation() {
    ProcessInstance update = reported();
    assertThat(requests.reportDeviation(rina, procedure.taskOf(update, TASK),
        Map.of("what", "Dipasang tanpa cadangan", "why", "Diska penuh")).status()).isEqualTo(204);
    assertThat(procedure.openTasksOf(update)).containsExactly(TASK);
  }

  @Test
  void freesTheUnitOfACaseThatWasDeletedUnheard() {
    ProcessInstance deleted = watch();
    runtime.deleteProcessInstance(deleted.getId(), "by an administrator", true);
    ended.release();
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    assertThat(openTasks()).hasSize(1);
  }

  @Test
  void changesNothingIfItsCallerFails() {
    transaction.executeWithoutResult(status -> {
      updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
      status.setRollbackOnly();
    });
    assertThat(openTasks()).isEmpty();
    updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, null);
    assertThat(openTasks()).hasSize(1);
  }

  @Test
  @Sop("HD-P6")
  void makesOneTaskOfManyCausesAtTheSameMoment() throws Exception {
    atOnce(number -> updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, "keluhan HD-" + number));
    ProcessInstance first = openCase();
    assertThat(openTasks()).hasSize(1);
    assertThat(causesOf(first).lines()).hasSize(CROWD);

    submit(first, nothingNewer("6.1", "2026.11"));
    ProcessInstance watched = openCase();
    atOnce(number -> updates.updateNeeded(unit, UpdateCause.FEEDER_OUTDATED, "keluhan HD-" + number));
    assertThat(openTasks()).hasSize(1);
    assertThat(causesOf(watched).lines()).hasSize(CROWD);
  }

  private static void atOnce(IntConsumer work) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    try {
      CyclicBarrier start = new CyclicBarrier(CROWD);
      List<Callable<Void>> all = IntStream.range(0, CROWD).mapToObj(number -> (Callable<Void>) () -> {
        start.await(10, TimeUnit.SECONDS);
        likeAJob(() -> work.accept(number));
        return null;
      }).toList();
      for (Future<Void> done : crowd.invokeAll(all)) {
        done.get();
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  /** H2 lets nobody wait for a row longer than two seconds, which a crowd on a busy machine may take. */
  private static void likeAJob(Runnable work) {
    int left = 3;
    for (boolean isDone = false; !isDone; left--) {
      try {
        work.run();
        isDone = true;
      } catch (ConcurrencyFailureException waitedTooLong) {
        assertThat(left).as("attempts that are left").isPositive();
      }
    }
  }

  private ProcessInstance watch() {
    return procedure.start(rina, AppUpdate.PROCESS, Map.of("unitCode", unit, "updateNow", "no"));
  }

  private ProcessInstance reported() {
    return report("Versi 6.1 diumumkan");
  }

  private ProcessInstance report(String what) {
    return procedure.start(rina, AppUpdate.PROCESS, Map.of("unitCode", unit, "updateNow", "yes", "causeDetail", what));
  }

  private void submit(ProcessInstance update, Map<String, Object> answers) {
    procedure.submit(rina, update, TASK, answers);
  }

  private Map<String, Object> updated(ProcessInstance update, String feeder, String integrator) {
    Map<String, Object> answers = new HashMap<>(Map.of("updateOutcome", "updated", "serviceAnswers", true,
        "feederVersion", feeder, "integratorVersion", integrator, "updateDocument", documents.forTask(
            rina, procedure.taskOf(update, TASK).getId(), "evidence", "versi.pdf", "%PDF-1.7 contoh")));
    AppUpdate.INSTALLATION.forEach(step -> answers.put(step.name(), true));
    return answers;
  }

  private static Map<String, Object> nothingNewer(String feeder, String integrator) {
    return new HashMap<>(Map.of("updateOutcome", "nothingNewer", "lookedWhere", "Laman unduhan: 6.1",
        "serviceAnswers", true, "feederVersion", feeder, "integratorVersion", integrator));
  }

  private List<Task> openTasks() {
    return tasks.createTaskQuery().tenantIdIn(unit).list();
  }

  /** The one that the unit has, to the engine and in our table. */
  private ProcessInstance openCase() {
    ProcessInstance open = runtime.createProcessInstanceQuery().processDefinitionKey(AppUpdate.PROCESS).tenantIdIn(unit)
        .singleResult();
    assertThat(cases.open()).contains(open.getId());
    return open;
  }

  private String causesOf(ProcessInstance update) {
    return (String) valueOf(update, "causes");
  }

  private Object valueOf(ProcessInstance update, String variable) {
    return runtime.getVariable(update.getId(), variable);
  }

  private String numberOf(ProcessInstance update) {
    return historyOf(update).getBusinessKey();
  }

  private String endOf(ProcessInstance update) {
    return historyOf(update).getEndActivityId();
  }

  private HistoricProcessInstance historyOf(ProcessInstance update) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(update.getId()).singleResult();
  }
}
