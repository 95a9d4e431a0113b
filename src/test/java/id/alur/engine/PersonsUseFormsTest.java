package id.alur.engine;

import static id.alur.RestCall.value;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.RestCall;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** tono works on the trial procedure; whatever he may not do past the form, the administrator may not either. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonsUseFormsTest {

  private static final Map<String, Object> UNIT_CODE = Map.of("unitCode", value(TrialProcedure.UNIT));

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;

  private WebSession tono;
  private WebSession admin;
  private ProcessInstance trial;
  private String taskId;

  @BeforeAll
  void aCaseWithATaskThatTonoTook() throws Exception {
    tono = WebSession.of(people.member("tono", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
    admin = WebSession.of("admin", port);
    trial = procedure.start("tono", TrialProcedure.PROCESS, TrialProcedure.start());
    taskId = TrialProcedure.write(tasks, trial.getId()).getId();
    tasks.setAssignee(taskId, "tono");
  }

  static Stream<RestCall> waysPastTheForm() {
    return Stream.of(
        RestCall.post("/task/{task}/complete", Map.of("variables", Map.of("letter", value("lewat belakang")))),
        RestCall.post("/task/{task}/complete", Map.of("withVariablesInReturn", true)),
        RestCall.post("/task/{task}/resolve", Map.of("variables", Map.of("letter", value("lewat belakang")))),
        RestCall.post("/task/{task}/bpmnError", Map.of("errorCode", "trial.failed")),
        RestCall.post("/task/{task}/bpmnEscalation", Map.of("escalationCode", "trial.late")),
        RestCall.post("/process-definition/{definition}/start", Map.of("variables", UNIT_CODE)),
        RestCall.post("/process-definition/key/trial/start", Map.of("variables", UNIT_CODE)),
        RestCall.post("/process-definition/key/trial/start", Map.of("variables", UNIT_CODE, "startInstructions",
            List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_write")))),
        RestCall.post("/message", Map.of("messageName", "trial.arrived", "processInstanceId", "{case}")),
        RestCall.post("/message", Map.of("messageName", "trial.arrived", "processInstanceId", "{case}", "all", true)),
        RestCall.post("/message", Map.of("messageName", "trial.begun", "processVariables", UNIT_CODE)),
        RestCall.post("/signal", Map.of("name", "trial.rang")),
        RestCall.post("/signal", Map.of("name", "trial.rang", "executionId", "{execution of event_rang}")),
        RestCall.post("/execution/{execution of receiveTask_wait}/signal", Map.of()),
        RestCall.post("/execution/{execution of event_arrived}/messageSubscriptions/trial.arrived/trigger", Map.of()),
        RestCall.post("/condition", Map.of("variables",
            Map.of("trialCondition", Map.of("value", true, "type", "Boolean"), "unitCode", value(TrialProcedure.UNIT)))));
  }

  @ParameterizedTest
  @MethodSource("waysPastTheForm")
  void leadsAPersonBackToTheForm(RestCall call) throws Exception {
    assertHeld(tono, call);
  }

  @ParameterizedTest
  @MethodSource("waysPastTheForm")
  void leadsTheAdministratorBackToTheForm(RestCall call) throws Exception {
    tasks.setAssignee(taskId, "admin");
    assertHeld(admin, call);
    tasks.setAssignee(taskId, "tono");
  }

  private void assertHeld(WebSession person, RestCall call) throws Exception {
    String before = traces();
    Answer answer = call.by(person, this::filled);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.message()).contains("hanya dapat diselesaikan melalui formulirnya");
    assertThat(traces()).isEqualTo(before);
  }

  /** The engine shows and deletes these for whoever knows their ids. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/{attachment}", "/{attachment}/data"})
  void keepsTheEnginesAttachmentsShut(String path) throws Exception {
    String attachment = tasks.createAttachment("text/plain", taskId, trial.getId(), "Lampiran", null,
        new ByteArrayInputStream("Isi".getBytes(StandardCharsets.UTF_8))).getId();
    Answer answer = admin.ask("/task/" + taskId + "/attachment" + path.replace("{attachment}", attachment));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.message()).contains("melalui formulir di Tasklist");
  }

  static Stream<RestCall> waysToChangeWhatWasEntered() {
    Map<String, Object> letter = Map.of("modifications", Map.of("letter", value("diganti")));
    return Stream.of(
        RestCall.put("/task/{task}/variables/letter", value("diganti")),
        RestCall.put("/task/{task}/localVariables/letter", value("diganti")),
        RestCall.post("/task/{task}/variables", letter),
        RestCall.post("/task/{task}/localVariables", letter),
        RestCall.delete("/task/{task}/variables/subject"),
        RestCall.put("/process-instance/{case}/variables/letter", value("diganti")),
        RestCall.post("/process-instance/{case}/variables", letter),
        RestCall.delete("/process-instance/{case}/variables/subject"),
        RestCall.post("/process-instance/variables-async", Map.of("processInstanceIds", List.of("{case}"),
            "variables", Map.of("letter", value("diganti")))),
        RestCall.put("/execution/{execution of event_became}/localVariables/became", Map.of("value", true, "type", "Boolean")),
        RestCall.post("/execution/{execution of event_became}/localVariables",
            Map.of("modifications", Map.of("became", Map.of("value", true, "type", "Boolean")))));
  }

  @ParameterizedTest
  @MethodSource("waysToChangeWhatWasEntered")
  void refusesVariablesPastTheForm(RestCall call) throws Exception {
    assertForbidden(call);
  }

  static Stream<RestCall> waysToBendACase() {
    return Stream.of(
        RestCall.post("/process-instance/{case}/modification", Map.of("instructions",
            List.of(Map.of("type", "cancel", "activityId", "userTask_write")))),
        RestCall.post("/process-instance/message-async", Map.of("messageName", "trial.arrived",
            "processInstanceIds", List.of("{case}"))),
        RestCall.put("/process-instance/{case}/suspended", Map.of("suspended", true)),
        RestCall.delete("/process-instance/{case}"),
        RestCall.post("/process-instance/delete", Map.of("processInstanceIds", List.of("{case}"))),
        RestCall.post("/task/{task}/assignee", Map.of("userId", "admin")),
        RestCall.post("/task/{task}/delegate", Map.of("userId", "admin")),
        RestCall.post("/task/{task}/identity-links", Map.of("userId", "admin", "type", "candidate")),
        RestCall.put("/task/{task}", Map.of("name", "Nama lain")),
        RestCall.post("/task/create", Map.of("name", "Tugas tanpa prosedur")));
  }

  @ParameterizedTest
  @MethodSource("waysToBendACase")
  void refusesToBendACase(RestCall call) throws Exception {
    assertForbidden(call);
  }

  private void assertForbidden(RestCall call) throws Exception {
    String before = traces();
    Answer answer = call.by(tono, this::filled);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void startsAndCompletesByForms() throws Exception {
    Answer started = tono.tell("/process-definition/key/trial/submit-form", Map.of("variables", UNIT_CODE));
    assertThat(started.status()).as(started.toString()).isEqualTo(200);
    String task = TrialProcedure.write(tasks, started.json().path("id").asText()).getId();
    tasks.setAssignee(task, "tono");
    Answer completed = tono.tell("/task/" + task + "/submit-form", Map.of("variables", Map.of("letter", value("Isi surat"))));
    assertThat(completed.status()).as(completed.toString()).isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
  }

  @Test
  void leavesCommandsOfAlurItselfAlone() {
    ProcessInstance other = procedure.start("tono", TrialProcedure.PROCESS, TrialProcedure.start());
    runtime.createMessageCorrelation("trial.arrived").processInstanceId(other.getId()).correlate();
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(other.getId())
        .activityId("endEvent_arrived").count()).isEqualTo(1);
  }

  /** All that happened in the case, and how many cases there are. */
  private String traces() {
    List<String> activities = history.createHistoricActivityInstanceQuery().processInstanceId(trial.getId()).list().stream()
        .map(HistoricActivityInstance::toString).sorted().toList();
    List<String> variables = history.createHistoricDetailQuery().processInstanceId(trial.getId()).list().stream()
        .map(Object::toString).sorted().toList();
    long cases = history.createHistoricProcessInstanceQuery().count();
    return activities + "\n" + variables + "\n" + cases + " cases, " + tasks.createTaskQuery().count() + " tasks, "
        + TrialProcedure.write(tasks, trial.getId());
  }

  private String filled(String text) {
    String result = text.replace("{task}", taskId).replace("{case}", trial.getId())
        .replace("{definition}", trial.getProcessDefinitionId());
    for (String activity : List.of("event_arrived", "event_rang", "event_became", "receiveTask_wait")) {
      result = result.replace("{execution of " + activity + "}", executionAt(activity));
    }
    return result;
  }

  private String executionAt(String activity) {
    return runtime.createExecutionQuery().processInstanceId(trial.getId()).activityId(activity).singleResult().getId();
  }
}
