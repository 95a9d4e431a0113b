package id.alur.examserversync;

import static id.alur.RestCall.delete;
import static id.alur.RestCall.post;
import static id.alur.RestCall.put;
import static id.alur.RestCall.value;
import static id.alur.examserversync.ExamSyncScenario.RUDI;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.RestCall;
import id.alur.Sop;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case waits for its second HAPUS; nobody gets past it, or past a guard before or behind it, by REST. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamServerSyncRestTest {

  private static final String STEP = "userTask_eraseAfterBackUp";
  private static final Map<String, Object> ERASED =
      Map.of("variables", Map.of("sameMachine", value("yes"), "erased", value(true)));

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient database;

  private WebSession rudi;
  private ProcessInstance sync;
  private String taskId;

  @BeforeAll
  void aCaseThatWaitsForItsSecondErasure() throws Exception {
    sync = new ExamSyncScenario(people, procedure, documents).caseAt(STEP);
    taskId = procedure.taskOf(sync, STEP).getId();
    rudi = WebSession.of(RUDI, port);
  }

  @AfterAll
  void resetClock() {
    ClockUtil.reset();
  }

  static Stream<RestCall> forbiddenSteps() {
    return Stream.of(
        Stream.of(
            post("/task/{task}/complete", ERASED),
            post("/task/{task}/resolve", ERASED),
            post("/message", Map.of("messageName", "exam-server-sync.cancelled", "processInstanceId", "{case}")),
            post("/message", Map.of("messageName", "exam-server-sync.deviationReported", "processInstanceId", "{case}")),
            delete("/process-instance/{case}"),
            delete("/task/{task}/variables/backupSha256")),
        Stream.of("userTask_startSync", "userTask_eraseBeforeBackUp", "userTask_keepMinutes").flatMap(step -> Stream.of(
            post("/process-instance/{case}/modification", Map.of("instructions", List.of(before(step)))),
            post("/process-definition/key/exam-server-sync/start", Map.of("startInstructions", List.of(before(step)))))),
        Stream.of(
            Map.entry("nineGreen", value(true)),
            Map.entry("dashboardState", value("ACTIVE")),
            Map.entry("backupSha256", value(ExamSyncAnswers.SHA256))).flatMap(variable -> Stream.of(
                put("/task/{task}/variables/" + variable.getKey(), variable.getValue()),
                put("/task/{task}/localVariables/" + variable.getKey(), variable.getValue()),
                put("/process-instance/{case}/variables/" + variable.getKey(), variable.getValue()))))
        .flatMap(calls -> calls);
  }

  @ParameterizedTest
  @MethodSource("forbiddenSteps")
  @Sop({"ES-12", "ES-14", "ES-17", "ES-21"})
  void areForbiddenToTheProctorOfTheCase(RestCall call) throws Exception {
    List<Object> before = traces();
    Answer answer = call.by(rudi, this::filled);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  @Sop("ES-14")
  void theFormOfAnothersCaseIsRefused() throws Exception {
    List<Object> before = traces();
    WebSession ofAnotherSchool = WebSession.of(people.member("proktor-lain", Group.PROKTOR, "20100777"), port);
    WebSession ofThisSchool = WebSession.of(people.member("proktor-kedua", Group.PROKTOR, "20100999"), port);
    RestCall erase = post("/task/{task}/submit-form", ERASED);
    assertThat(erase.by(ofAnotherSchool, this::filled).isSuccess()).isFalse();
    assertThat(ofAnotherSchool.ask("/task/" + taskId).status()).as("what is not his does not exist").isEqualTo(404);
    assertThat(erase.by(ofThisSchool, this::filled).message()).contains("sedang dipegang orang lain");
    assertThat(traces()).isEqualTo(before);
  }

  private List<Object> traces() {
    return List.of(procedure.openTasksOf(sync), runtime.getVariables(sync.getId()),
        runtime.createProcessInstanceQuery().processDefinitionKey(ExamServerSync.PROCESS).count(),
        database.sql("select * from \"alur\".server_binding order by case_id").query().listOfRows(),
        database.sql("select * from \"alur\".running_sync order by case_id").query().listOfRows());
  }

  private static Map<String, Object> before(String step) {
    return Map.of("type", "startBeforeActivity", "activityId", step);
  }

  private String filled(String text) {
    return text.replace("{task}", taskId).replace("{case}", sync.getId());
  }
}
