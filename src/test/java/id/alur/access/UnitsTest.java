package id.alur.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.document.UploadedDocuments;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One case of unit 001042 that waits for credentials, and people of this unit, of unit 002002, and of none. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitsTest {

  private static final String UNIT = "001042";
  private static final String OTHER_UNIT = "002002";
  private static final String THIRD_UNIT = "003003";
  private static final String MANUAL_SYNC = "sister-manual-sync";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired FilterService filters;

  private final Map<String, String> ids = new HashMap<>();
  private ProcessInstance sync;
  private WebSession nobody;
  private WebSession siti;
  private WebSession rudi;
  private WebSession manager;
  private WebSession managerOfUnit;
  private WebSession managerOfOtherUnit;
  private WebSession auditorOfOtherUnit;

  @BeforeAll
  void aCaseAndPeople() throws Exception {
    nobody = WebSession.anonymous(port);
    siti = session("units-siti", Group.ADMIN_PT, UNIT);
    rudi = session("units-rudi", Group.ADMIN_PT, OTHER_UNIT);
    manager = session("units-manager", Group.MANAJER);
    managerOfUnit = session("units-manager-of-unit", Group.MANAJER, UNIT);
    managerOfOtherUnit = session("units-manager-of-other-unit", Group.MANAJER, OTHER_UNIT);
    auditorOfOtherUnit = session("units-auditor-of-other-unit", Group.AUDITOR, OTHER_UNIT);
    sync = startSync("units-siti", UNIT);
    procedure.submit("units-siti", sync, "userTask_requestAccess", Map.of("accessRequestNumber", "#123456"));
    String task = procedure.taskOf(sync, "userTask_receiveCredentials").getId();
    ids.put("comment", tasks.createComment(task, sync.getId(), "Catatan rahasia").getId());
    ids.put("attachment", tasks.createAttachment("text/plain", task, sync.getId(), "Lampiran", null,
        new ByteArrayInputStream("Isi rahasia".getBytes(StandardCharsets.UTF_8))).getId());
    Job job = management.createJobQuery().processInstanceId(sync.getId()).listPage(0, 1).get(0);
    management.setJobRetries(job.getId(), 0);
    ids.putAll(Map.of("case", sync.getId(), "task", task, "job", job.getId(),
        "incident", runtime.createIncidentQuery().processInstanceId(sync.getId()).singleResult().getId(),
        "execution", runtime.createExecutionQuery().processInstanceId(sync.getId()).listPage(0, 1).get(0).getId(),
        "variable", runtime.createVariableInstanceQuery().processInstanceIdIn(sync.getId()).listPage(0, 1).get(0).getId(),
        "document", (String) runtime.getVariable(sync.getId(), "noticeDocument"),
        "filter", filters.createFilterQuery().filterName("Tugas saya").singleResult().getId()));
  }

  static Stream<String> whatStaffSee() {
    return Stream.of(
        "/task?processInstanceId={case}",
        "/task/{task}",
        "/task/{task}/form",
        "/task/{task}/deployed-form",
        "/task/{task}/form-variables",
        "/task/{task}/variables",
        "/task/{task}/variables/institutionName",
        "/task/{task}/identity-links",
        "/filter/{filter}/list");
  }

  static Stream<String> whatReadersSee() {
    return Stream.of(
        "/process-instance?processInstanceIds={case}",
        "/process-instance/{case}",
        "/process-instance/{case}/variables",
        "/process-instance/{case}/variables/institutionName",
        "/process-instance/{case}/activity-instances",
        "/process-instance/{case}/comment",
        "/execution?processInstanceId={case}",
        "/execution/{execution}",
        "/execution/{execution}/localVariables",
        "/variable-instance?processInstanceIdIn={case}",
        "/variable-instance/{variable}",
        "/event-subscription?processInstanceId={case}",
        "/incident?processInstanceId={case}",
        "/incident/{incident}",
        "/job?processInstanceId={case}",
        "/job/{job}",
        "/history/process-instance?processInstanceId={case}",
        "/history/process-instance/{case}",
        "/history/activity-instance?processInstanceId={case}",
        "/history/task?processInstanceId={case}",
        "/history/variable-instance?processInstanceId={case}",
        "/history/detail?processInstanceId={case}",
        "/history/incident?processInstanceId={case}",
        "/history/decision-instance?processInstanceId={case}&includeInputs=true&includeOutputs=true",
        "/history/identity-link-log?taskId={task}",
        "/process-definition/key/sister-manual-sync/statistics");
  }

  static Stream<String> everything() {
    Stream<String> notes = Stream.of("/task/{task}/comment", "/task/{task}/comment/{comment}", "/task/{task}/attachment",
        "/task/{task}/attachment/{attachment}", "/task/{task}/attachment/{attachment}/data",
        "/history/user-operation?processInstanceId={case}");
    return Stream.of(whatStaffSee(), whatReadersSee(), notes).flatMap(paths -> paths);
  }

  @ParameterizedTest
  @MethodSource("whatStaffSee")
  void showsACaseToItsUnit(String path) throws Exception {
    assertThat(shows(siti, path)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("whatReadersSee")
  void showsACaseToManagersOfItsUnitAndOfAll(String path) throws Exception {
    assertThat(shows(managerOfUnit, path)).isTrue();
    assertThat(shows(manager, path)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void showsNothingToOtherUnits(String path) throws Exception {
    assertThat(shows(rudi, path)).isFalse();
    assertThat(shows(managerOfOtherUnit, path)).isFalse();
    assertThat(shows(auditorOfOtherUnit, path)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void showsNothingToWhoIsNotLoggedIn(String path) throws Exception {
    assertThat(nobody.ask(filled(path)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/process-instance/count?processDefinitionKey=sister-manual-sync",
      "/history/process-instance/count?processDefinitionKey=sister-manual-sync",
      "/history/activity-instance/count?processInstanceId={case}",
      "/history/task/count?processInstanceId={case}",
      "/incident/count?processInstanceId={case}",
      "/job/count?processInstanceId={case}",
      "/variable-instance/count?processInstanceIdIn={case}"})
  void countsNothingForOtherUnits(String path) throws Exception {
    assertThat(managerOfUnit.ask(filled(path)).json().path("count").asInt()).isPositive();
    assertThat(managerOfOtherUnit.ask(filled(path)).json().path("count").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/api/alur/documents/{document}", "/camunda/api/alur/documents/{document}/info"})
  void showsADocumentOnlyToItsUnit(String path) throws Exception {
    assertThat(siti.get(filled(path)).statusCode()).isEqualTo(200);
    assertThat(managerOfUnit.get(filled(path)).statusCode()).isEqualTo(200);
    assertThat(rudi.get(filled(path)).statusCode()).isEqualTo(404);
    assertThat(managerOfOtherUnit.get(filled(path)).statusCode()).isEqualTo(404);
    assertThat(nobody.get(filled(path)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/task/{task}/claim", "/task/{task}/submit-form", "/task/{task}/comment/create",
      "/task/{task}/unclaim"})
  void letsNobodyOfAnotherUnitTouchATask(String path) throws Exception {
    for (WebSession stranger : List.of(rudi, managerOfOtherUnit)) {
      Answer answer = stranger.tell(filled(path), Map.of("userId", "units-rudi", "message", "Halo", "variables", Map.of()));
      assertThat(answer.isSuccess()).as(answer.toString()).isFalse();
    }
    assertThat(tasks.createTaskQuery().taskId(ids.get("task")).taskAssignee("units-siti").count()).isEqualTo(1);
    assertThat(tasks.getTaskComments(ids.get("task"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deviations", "cancellation"})
  void letsNobodyOfAnotherUnitReportOrCancel(String act) throws Exception {
    String body = "{\"taskId\": \"%s\", \"what\": \"a\", \"why\": \"b\", \"reason\": \"c\"}".formatted(ids.get("task"));
    assertThat(rudi.post(filled("/camunda/api/alur/cases/{case}/" + act), "application/json",
        BodyPublishers.ofString(body)).statusCode()).isEqualTo(403);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(sync.getId()).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {OTHER_UNIT, "999999"})
  void refusesACaseForAUnitThatIsNotYours(String code) throws Exception {
    Answer answer = siti.tell("/process-definition/key/sister-manual-sync/submit-form", Map.of("variables", Map.of(
        "unitCode", value(code), "institutionName", value("Universitas Lain"), "sisterAddress", value("https://192.0.2.11"),
        "eligibilityCase", value("none"))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("unitCode: Akun Anda tidak terdaftar untuk kode ini.");
  }

  @Test
  void showsPusatBantuanTheTasksOfAllUnits() throws Exception {
    people.member("units-tina", Group.ADMIN_PT, THIRD_UNIT);
    WebSession centre = session("units-pusat", Group.PUSAT_BANTUAN);
    String one = taskForPusatBantuan("units-siti", UNIT);
    String other = taskForPusatBantuan("units-tina", THIRD_UNIT);
    String filter = filters.createFilterQuery().filterName("Tugas kelompok saya").singleResult().getId();
    assertThat(centre.ask("/filter/" + filter + "/list?maxResults=100").json().findValuesAsText("id")).contains(one, other);
    assertThat(siti.ask("/filter/" + filter + "/list?maxResults=100").json().findValuesAsText("id"))
        .contains(one).doesNotContain(other);
  }

  @Test
  void givesACalledCaseTheUnitOfItsCaller() {
    people.member("units-operator", Group.OPERATOR_PT, TrialProcedure.UNIT);
    ProcessInstance trial = procedure.start("units-operator", TrialProcedure.PROCESS, TrialProcedure.start());
    ProcessInstance called = runtime.createProcessInstanceQuery().superProcessInstanceId(trial.getId()).singleResult();
    assertThat(called.getTenantId()).isEqualTo(TrialProcedure.UNIT);
    assertThat(tasks.createTaskQuery().processInstanceId(called.getId()).singleResult().getTenantId())
        .isEqualTo(TrialProcedure.UNIT);
  }

  @Test
  void givesADecisionTheUnitOfItsCase() {
    assertThat(history.createHistoricDecisionInstanceQuery().processInstanceId(sync.getId()).list())
        .extracting(HistoricDecisionInstance::getTenantId).containsExactly(UNIT);
  }

  private WebSession session(String userId, Group group, String... units) throws Exception {
    return WebSession.of(people.member(userId, group, units), port);
  }

  private ProcessInstance startSync(String userId, String unit) {
    return procedure.start(userId, MANUAL_SYNC, Map.of("unitCode", unit, "institutionName", "Universitas Contoh",
        "sisterAddress", "https://192.0.2.10", "eligibilityCase", "identifiedByCentralTeam", "noticeHeld", "yes",
        "noticeDocument", documents.evidenceForStart(userId, MANUAL_SYNC)));
  }

  private String taskForPusatBantuan(String userId, String unit) {
    ProcessInstance found = startSync(userId, unit);
    runtime.createProcessInstanceModification(found.getId()).cancelAllForActivity("userTask_requestAccess")
        .startBeforeActivity("userTask_recordVerdict").execute();
    return procedure.taskOf(found, "userTask_recordVerdict").getId();
  }

  /** Whether the answer holds anything at all; a list that is empty and a refusal do not. */
  private boolean shows(WebSession person, String path) throws Exception {
    Answer answer = person.ask(filled(path));
    return answer.isSuccess() && !List.of("[]", "{}", "").contains(answer.body());
  }

  private String filled(String path) {
    String result = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      result = result.replace("{" + id.getKey() + "}", id.getValue());
    }
    return result;
  }

  private static Map<String, Object> value(String text) {
    return Map.of("value", text, "type", "String");
  }
}
