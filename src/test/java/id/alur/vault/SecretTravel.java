package id.alur.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.jayway.jsonpath.JsonPath;
import id.alur.Answer;
import id.alur.People;
import id.alur.WebSession;
import id.alur.access.Group;
import id.alur.engine.InModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A password goes through whole cases, over HTTP as from a form, and is looked for everywhere at every step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecretTravel {

  static final String DATA = "target/secret-travel-";

  private static final String UNIT = "001042";
  private static final String PASSWORD = "Sandi-Rekaan-yang-Dicari-7093";
  private static final String LOGIN = "{\"username\":\"pt001042\",\"password\":\"" + PASSWORD + "\"}";
  private static final String FORM = """
      <form>
        <div class="form-group alur-secret" data-reference-kind="secret-sister-login">
          <label>Username dan password</label>
          <input name="credentials" type="text" hidden required cam-variable-name="credentials" cam-variable-type="String">
        </div>
      </form>
      """;

  @LocalServerPort int port;
  @Value("${alur.data}") Path data;
  @Autowired DataSource database;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired People people;
  @Autowired Vault vault;
  @Autowired SecretTable table;
  @Autowired SignInWithSecret signIn;

  private final SecretScan scan = new SecretScan(PASSWORD);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private WebSession siti;
  private Task task;

  /** A delegate that fails with all that it has in its message, until it may work. */
  @InModel("signInWithSecret")
  static final class SignInWithSecret implements JavaDelegate {
    private final Vault vault;
    private boolean fails;
    private int passwordLength;

    SignInWithSecret(Vault vault) {
      this.vault = vault;
    }

    @Override
    public void execute(DelegateExecution execution) {
      Secret login = vault.open((String) execution.getVariable("credentials"), execution.getProcessInstanceId());
      if (fails) {
        throw new IllegalStateException("Cannot sign in with " + login);
      }
      passwordLength = login.useCredentials((username, password) -> password.length());
    }
  }

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private Level usualLevel;

  @BeforeAll
  void processAndPerson() throws Exception {
    usualLevel = ROOT.getLevel();
    ROOT.setLevel(Level.DEBUG);
    logged.start();
    ROOT.addAppender(logged);
    repository.createDeployment().name("secret-travel")
        .addString("forms/secret-travel/secret-travel-enter.html", FORM)
        .addModelInstance("secret-travel.bpmn", Bpmn.createExecutableProcess("secret-travel").startEvent()
            .userTask("userTask_enter").camundaFormKey("embedded:deployment:forms/secret-travel/secret-travel-enter.html")
            .camundaCandidateGroups(Group.OPERATOR_PT.id())
            .serviceTask("serviceTask_signIn").camundaAsyncBefore().camundaDelegateExpression("${signInWithSecret}")
            .userTask("userTask_check").endEvent().done())
        .deploy();
    siti = WebSession.of(people.member("travel-siti", Group.OPERATOR_PT, UNIT), port);
    people.member("travel-dewi", Group.OPERATOR_PT, UNIT);
  }

  @AfterAll
  void stopListening() {
    ROOT.detachAppender(logged);
    ROOT.setLevel(usualLevel);
  }

  @BeforeEach
  void aTaskOfSiti() {
    signIn.fails = false;
    String caseId = runtime.startProcessInstanceByKey("secret-travel", Map.of("unitCode", UNIT)).getId();
    task = tasks.createTaskQuery().processInstanceId(caseId).singleResult();
    tasks.setAssignee(task.getId(), "travel-siti");
  }

  @Test
  void leavesNoTraceInAWholeCase() throws Exception {
    String reference = enter();
    assertNothingFound("stored");
    assertThat(submit(reference).status()).isEqualTo(204);
    assertNothingFound("form accepted");
    management.executeJob(job().getId());
    assertThat(signIn.passwordLength).isEqualTo(PASSWORD.length());
    assertNothingFound("used");
    tasks.complete(tasks.createTaskQuery().processInstanceId(caseId()).singleResult().getId());
    assertGone(reference);
  }

  @Test
  void leavesNoTraceInAnIncidentAndACancelledCase() throws Exception {
    signIn.fails = true;
    String reference = enter();
    submit(reference);
    do {
      assertThat(scan.isIn(stackTraceOf(() -> management.executeJob(job().getId())))).isFalse();
    } while (job().getRetries() > 0);
    assertThat(runtime.createIncidentQuery().processInstanceId(caseId()).singleResult().getIncidentMessage())
        .isEqualTo("Cannot sign in with ***");
    assertNothingFound("incident");
    runtime.deleteProcessInstance(caseId(), "cancelled");
    assertGone(reference);
  }

  @Test
  void refusesAPasswordInPlaceOfAReferenceAndKeepsNothingOfIt() throws Exception {
    Answer answer = submit(PASSWORD);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("credentials: Isian rahasia ini");
    assertThat(answer.body()).doesNotContain(PASSWORD);
    assertNothingFound("refused");
  }

  @Test
  void refusesAReferenceThatAColleagueMade() throws Exception {
    tasks.setAssignee(task.getId(), "travel-dewi");
    String reference = id(post(WebSession.of("travel-dewi", port), "application/json", LOGIN, "secret-sister-login"));
    tasks.setAssignee(task.getId(), "travel-siti");
    assertThat(submit(reference).message()).contains("credentials: Isian rahasia ini");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "application/json | {\"username\":\"a\",\"password\":\"" + PASSWORD + "                       | 422",
      "application/json | {\"username\":\"\",\"password\":\"" + PASSWORD + "\"}                     | 422",
      "application/json | {\"username\":\"a\",\"password\":\"" + PASSWORD + "\",\"more\":1}         | 422",
      "application/json | \"" + PASSWORD + "\"                                                      | 422",
      "text/plain       | `   `                                                                     | 422",
      "application/xml  | <password>" + PASSWORD + "</password>                                     | 415",
      "text/plain       | " + PASSWORD + "                                                          | 201"})
  void answersWithoutRepeatingWhatWasSent(String type, String body, int status) throws Exception {
    HttpResponse<String> answer = post(siti, type, body, "secret-sister-login");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(scan.isIn(answer.body())).isFalse();
    assertNothingFound("answered " + status);
  }

  @Test
  void refusesMoreThanASecretCanBe() throws Exception {
    assertThat(post(siti, "text/plain", "x".repeat(4097), "secret-sister-login").statusCode()).isEqualTo(413);
    assertThat(post(siti, "text/plain", "x".repeat(4096), "secret-sister-login").statusCode()).isEqualTo(201);
  }

  @Test
  void refusesAKindThatIsNoSecret() throws Exception {
    assertThat(post(siti, "text/plain", "x", "evidence").statusCode()).isEqualTo(400);
  }

  @Test
  void refusesATaskOfAColleague() throws Exception {
    HttpResponse<String> answer = post(WebSession.of("travel-dewi", port), "application/json", LOGIN, "secret-sister-login");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("tidak (lagi) berhak");
  }

  @Test
  void asksWhoIsNotLoggedInToLogIn() throws Exception {
    assertThat(post(WebSession.anonymous(port), "text/plain", PASSWORD, "secret-sister-login").statusCode()).isEqualTo(401);
  }

  @Test
  void handsOutNoSecretOverHttp() throws Exception {
    String reference = enter();
    assertThat(siti.get("/camunda/api/alur/secrets/" + reference).statusCode()).isGreaterThanOrEqualTo(404);
    assertThat(siti.get("/camunda/api/alur/secrets?kind=secret-sister-login").statusCode()).isEqualTo(405);
  }

  private String enter() throws Exception {
    return id(post(siti, "application/json", LOGIN, "secret-sister-login"));
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonPath.read(answer.body(), "$.id");
  }

  private HttpResponse<String> post(WebSession person, String type, String body, String kind) throws Exception {
    return person.post("/camunda/api/alur/secrets?taskId=" + task.getId() + "&kind=" + kind, type, BodyPublishers.ofString(body));
  }

  private Answer submit(String reference) throws Exception {
    return siti.tell("/task/" + task.getId() + "/submit-form",
        Map.of("variables", Map.of("credentials", Map.of("type", "String", "value", reference))));
  }

  private String caseId() {
    return task.getProcessInstanceId();
  }

  private Job job() {
    return management.createJobQuery().processInstanceId(caseId()).singleResult();
  }

  private void assertGone(String reference) {
    assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(caseId()).finished().count()).isOne();
    assertThat(table.find(reference).orElseThrow().sealed().bytes()).isNull();
    assertNothingFound("case ended");
  }

  private void assertNothingFound(String moment) {
    assertThat(scan.findIn(database)).as(moment + ": tables").isEmpty();
    assertThat(scan.findBelow(data)).as(moment + ": files").isEmpty();
    List<ILoggingEvent> events = new ArrayList<>(logged.list);
    assertThat(events).as("the log is watched").isNotEmpty();
    assertThat(events.stream().map(SecretTravel::text).filter(scan::isIn)).as(moment + ": log").isEmpty();
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private static String stackTraceOf(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
    throw new AssertionError("expected a failure");
  }
}
