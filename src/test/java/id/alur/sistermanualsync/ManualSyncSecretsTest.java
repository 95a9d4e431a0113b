package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;
import static id.alur.sistermanualsync.ManualSyncScenario.WINDOW_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.alur.Alur;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.act.ActRunner;
import id.alur.document.UploadedDocuments;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator.Mood;
import id.alur.practice.PracticePartners;
import id.alur.vault.EnteredSecrets;
import id.alur.vault.SecretScan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A password is sent to the PT's SISTER over HTTP, whatever comes of it, and is found nowhere else afterwards. */
@SpringBootTest(
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class, EnteredSecrets.class},
    properties = {"alur.data=" + ManualSyncSecretsTest.DATA, "logging.threshold.console=warn",
        "spring.datasource.url=jdbc:h2:file:./" + ManualSyncSecretsTest.DATA + "/alur"})
@ActiveProfiles("test")
class ManualSyncSecretsTest {

  static final String DATA = "target/manual-sync-secrets";

  private static final String SITI = "siti";
  /** The part of the password that needs no encoding. */
  private static final SecretScan SCAN = new SecretScan(SisterAutosyncSimulator.PASSWORD.substring(0, 15));
  private static final PusatBantuanSimulator PUSAT_BANTUAN =
      new PusatBantuanSimulator().keepingUploadsFor(Duration.ofDays(7));
  private static final SisterAutosyncSimulator SISTER = new SisterAutosyncSimulator();
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private EnteredSecrets secrets;
  @Autowired private ActRunner acts;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private DataSource database;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Level usualLevel;

  @DynamicPropertySource
  static void partners(DynamicPropertyRegistry registry) {
    new PracticePartners(PUSAT_BANTUAN, SISTER).settings().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeEach
  void listen() {
    people.member(SITI, Group.ADMIN_PT, "001999");
    itIs(WINDOW_OPEN);
    usualLevel = ROOT.getLevel();
    ROOT.setLevel(Level.DEBUG);
    logged.start();
    ROOT.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    ROOT.detachAppender(logged);
    ROOT.setLevel(usualLevel);
    ClockUtil.reset();
  }

  @AfterAll
  static void close() {
    PUSAT_BANTUAN.close();
    SISTER.close();
  }

  @ParameterizedTest
  @CsvSource({
      "KIND,                     '',        userTask_recordVerdict",
      "KIND,                     ' keliru', userTask_receiveCredentials",
      "WRONG_PASSWORD_BY_STATUS, '',        userTask_receiveCredentials",
      "NOT_FOUND,                '',        userTask_signIn",
      "MAINTENANCE_PAGE,         '',        userTask_confirmSignIn",
      "SERVER_ERROR,             '',        userTask_confirmSignIn",
      "CUTS_IN_THE_ANSWER,       '',        userTask_confirmSignIn"})
  @Sop("MS-5")
  void leavesNoPasswordBehind(Mood mood, String misspelt, String next) {
    SISTER.mood(mood);
    int signIns = SISTER.signIns();
    ProcessInstance sync = start();
    areCalled();
    String reference = handIn(sync, SisterAutosyncSimulator.PASSWORD + misspelt);
    assertNoTrace("while it is kept");
    areCalled();
    assertThat(tasks.createTaskQuery().processInstanceId(sync.getId()).list())
        .extracting(Task::getTaskDefinitionKey).containsExactly(next);
    assertThat(SISTER.signIns() - signIns).isEqualTo(mood == Mood.NOT_FOUND ? 0 : 1);
    assertNoTrace("after " + mood);
    runtime.deleteProcessInstance(sync.getId(), "end of the test");
    assertThat(secrets.isKept(reference, sync.getId())).isFalse();
    assertThat(sealed(reference)).isFalse();
  }

  private ProcessInstance start() {
    return procedure.start(SITI, SisterManualSync.PROCESS, Map.of(
        "unitCode", "001999", "institutionName", "Universitas Contoh", "sisterAddress", SISTER.url().toString(),
        "eligibilityCase", "identifiedByCentralTeam", "noticeHeld", "yes",
        "noticeDocument", documents.evidenceForStart(SITI, SisterManualSync.PROCESS)));
  }

  private String handIn(ProcessInstance sync, String password) {
    String task = procedure.taskOf(sync, "userTask_receiveCredentials").getId();
    String reference =
        secrets.forTask(SITI, task, "secret-sister", SisterAutosyncSimulator.USERNAME, password);
    procedure.submit(SITI, sync, "userTask_receiveCredentials", Map.of("credentialsOutcome", "received",
        "sisterAddress", SISTER.url().toString(), "credentials", reference));
    return reference;
  }

  private void areCalled() {
    while (acts.runOnce() > 0) {
      // the next act of the same case may be ready now
    }
  }

  private boolean sealed(String reference) {
    return JdbcClient.create(database).sql("select sealed from \"alur\".secret where id = ?").param(reference)
        .query().singleRow().get("sealed") != null;
  }

  private void assertNoTrace(String when) {
    JdbcClient.create(database).sql("checkpoint sync").update();
    assertThat(SCAN.findIn(database)).as("columns " + when).isEmpty();
    assertThat(SCAN.findBelow(Path.of(DATA))).as("files " + when).isEmpty();
    List<String> lines = List.copyOf(logged.list).stream().map(ManualSyncSecretsTest::text).filter(SCAN::isIn)
        .toList();
    assertThat(lines).as("log " + when).isEmpty();
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
