package id.alur.helpdesk;

import static id.alur.RestCall.delete;
import static id.alur.RestCall.post;
import static id.alur.RestCall.put;
import static id.alur.RestCall.value;
import static id.alur.helpdesk.ComplaintScenario.BAYU;
import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.OPERATOR;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static id.alur.helpdesk.ComplaintScenario.fields;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.RestCall;
import id.alur.Sop;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import id.alur.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint from the public page waits for triage: nobody gets past its form by REST, and nobody else sees it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpDeskRestTest {

  private static final String STEP = "userTask_triage";
  private static final String COMPLAINT = "/camunda/api/alur/help-desk/complaint?taskId=";
  private static final String SIMILAR = "/camunda/api/alur/help-desk/similar?taskId=";
  private static final String DOCUMENTS = "/camunda/api/alur/documents/";
  private static final Map<String, Object> TRIAGED = Map.of("variables", variables(
      fields("kind", "studentData", "urgency", "normal", "feederSubject", "none")));

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired PublicDesk desk;
  @Autowired Complaints complaints;
  @Autowired Documents documents;
  @Autowired RuntimeService runtime;

  private ComplaintScenario scenario;
  private WebSession lina;
  private ProcessInstance complaint;
  private String taskId;
  private String attachment;

  @BeforeAll
  void aComplaintThatLinaTriages() throws Exception {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
    lina = WebSession.of(LINA, port);
    attachment = attachment();
    complaint = complaintWith(attachment);
    taskId = procedure.taskOf(complaint, STEP).getId();
    assertThat(lina.tell("/task/" + taskId + "/claim", Map.of("userId", LINA)).isSuccess()).isTrue();
  }

  @AfterAll
  void resetClock() {
    ClockUtil.reset();
  }

  static Stream<RestCall> forbiddenSteps() {
    return Stream.of(
        Stream.of(
            post("/task/{task}/complete", TRIAGED),
            post("/task/{task}/resolve", TRIAGED),
            post("/task/{task}/bpmnError", Map.of("errorCode", "help-desk.error")),
            delete("/process-instance/{case}"),
            delete("/task/{task}/variables/channel"),
            post("/process-definition/key/help-desk/start",
                Map.of("variables", variables(ComplaintScenario.counterFields())))),
        Stream.of("requesterAnswered", "reopened", "cancelled", "deviationReported").map(message ->
            post("/message", Map.of("messageName", "help-desk." + message, "processInstanceId", "{case}"))),
        Stream.of("userTask_process", "serviceTask_recordSolution", "userTask_tellRequester").flatMap(step -> Stream.of(
            post("/process-instance/{case}/modification", Map.of("instructions", List.of(before(step)))),
            post("/process-definition/key/help-desk/start", Map.of("startInstructions", List.of(before(step)))))),
        Stream.of(
            Map.entry("channel", value("counter")),
            Map.entry("inScope", value(true)),
            Map.entry("unitCode", value("001043")),
            Map.entry("diagnosis", value("Beres."))).flatMap(variable -> Stream.of(
                put("/task/{task}/variables/" + variable.getKey(), variable.getValue()),
                put("/task/{task}/localVariables/" + variable.getKey(), variable.getValue()),
                put("/process-instance/{case}/variables/" + variable.getKey(), variable.getValue()))))
        .flatMap(calls -> calls);
  }

  @ParameterizedTest
  @MethodSource("forbiddenSteps")
  @Sop({"HD-3", "HD-S"})
  void areForbiddenToWhoeverTriages(RestCall call) throws Exception {
    List<Object> before = traces();
    Answer answer = call.by(lina, this::filled);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void whoeverWorksOnTheTaskSeesAllOfIt() throws Exception {
    HttpResponse<String> shown = lina.get(COMPLAINT + taskId);
    assertThat(shown.body()).contains("Contoh Pemohon", ComplaintScenario.REQUESTER, "2301010001");
    assertThat(shown.headers().allValues("Cache-Control")).contains("no-store");
    assertThat(lina.get(SIMILAR + taskId).statusCode()).isEqualTo(200);
    assertThat(lina.get(DOCUMENTS + attachment + "/info").body()).contains("bukti.pdf");
    assertThat(lina.get(DOCUMENTS + attachment).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = Mode.EXCLUDE, names = {"STAF_PUSTIPD", "KETUA_TIM", "MANAJER", "AUDITOR"})
  void doesNotExistForOtherGroupsOfTheUnit(Group group) throws Exception {
    assertSeesAndDoesNothing(group.seesAllUnits() ? people.member("hd-semua-" + group.id(), group)
        : people.member("hd-sini-" + group.id(), group, UNIT));
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, names = {"STAF_PUSTIPD", "KETUA_TIM", "MANAJER", "AUDITOR", "OPERATOR_FAKULTAS"})
  void doesNotExistForMembersOfAnotherUnit(Group group) throws Exception {
    assertSeesAndDoesNothing(people.member("hd-lain-" + group.id(), group, "001043"));
  }

  private void assertSeesAndDoesNothing(String userId) throws Exception {
    List<Object> before = traces();
    WebSession stranger = WebSession.of(userId, port);
    for (String path : List.of(COMPLAINT + taskId, SIMILAR + taskId, DOCUMENTS + attachment,
        DOCUMENTS + attachment + "/info")) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.ask("/task/" + taskId).status()).isEqualTo(404);
    assertThat(stranger.ask("/process-instance/" + complaint.getId()).status()).isEqualTo(404);
    for (String path : List.of("/task/{task}/form-variables", "/task/{task}/variables", "/task/{task}/identity-links",
        "/process-instance/{case}/variables", "/history/variable-instance?processInstanceId={case}",
        "/history/process-instance?processInstanceId={case}", "/variable-instance?processInstanceIdIn={case}")) {
      Answer answer = stranger.ask(filled(path));
      assertThat(answer.isSuccess() && !answer.body().equals("[]")).as(path + ": " + answer).isFalse();
    }
    for (RestCall call : List.of(post("/task/{task}/submit-form", TRIAGED), post("/task/{task}/unclaim", Map.of()),
        post("/task/{task}/claim", Map.of("userId", userId)), post("/task/{task}/assignee", Map.of("userId", userId)))) {
      assertThat(call.by(stranger, this::filled).isSuccess()).as(call.toString()).isFalse();
    }
    assertThat(cancel(stranger).statusCode()).isEqualTo(403);
    assertThat(traces()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, names = {"MANAJER", "AUDITOR"})
  void showsWhoReadsAllCasesNothingThatAVisitorWrote(Group group) throws Exception {
    WebSession reader = WebSession.of(people.member("hd-baca-" + group.id(), group), port);
    assertThat(reader.get(COMPLAINT + taskId).statusCode()).isEqualTo(404);
    assertThat(reader.get(SIMILAR + taskId).statusCode()).isEqualTo(404);
    assertThat(reader.ask("/history/process-instance/" + complaint.getId()).isSuccess()).isTrue();
    assertThat(reader.get(DOCUMENTS + attachment).statusCode()).as("he sees the case").isEqualTo(200);
  }

  @Test
  void asksWhoeverIsNotLoggedInToLogIn() throws Exception {
    WebSession nobody = WebSession.anonymous(port);
    for (String path : List.of(COMPLAINT + taskId, SIMILAR + taskId, DOCUMENTS + attachment,
        DOCUMENTS + attachment + "/info")) {
      assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(cancel(nobody).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "%", "' or 1=1 --", "e2d1f6f0-0000-4000-8000-000000000000", "{case}", "{code}"})
  void knowsNoComplaintByAnIdThatSomebodyGuessed(String guessed) throws Exception {
    String id = WebSession.encode(filled(guessed));
    for (String path : List.of(COMPLAINT, SIMILAR, DOCUMENTS + "info?id=")) {
      assertThat(lina.get(path + id).statusCode()).as(path + id).isEqualTo(404);
    }
  }

  @Test
  void isGoneFromATaskThatHasEnded() throws Exception {
    String file = attachment();
    ProcessInstance ended = complaintWith(file);
    String endedTask = procedure.taskOf(ended, STEP).getId();
    assertThat(lina.get(COMPLAINT + endedTask).statusCode()).isEqualTo(200);
    scenario.triage(ended, "tuition", "normal", "none");
    procedure.runDueJobs(ended);
    assertThat(lina.get(COMPLAINT + endedTask).statusCode()).isEqualTo(404);
    assertThat(lina.get(SIMILAR + endedTask).statusCode()).isEqualTo(404);
    assertThat(lina.get(DOCUMENTS + file).statusCode()).isEqualTo(404);
  }

  @Test
  @Sop("HD-3")
  void isSeenByTheTeamThatItWasHandedOnToAndByNoOther() throws Exception {
    String file = attachment();
    ProcessInstance handedOn = complaintWith(file);
    scenario.triage(handedOn);
    WebSession operator = WebSession.of(OPERATOR, port);
    String beforeId = procedure.taskOf(handedOn, "userTask_process").getId();
    assertThat(operator.get(COMPLAINT + beforeId).statusCode()).isEqualTo(404);
    procedure.submit(LINA, handedOn, "userTask_process",
        fields("processOutcome", "handOn", "handOnTo", "operator-fakultas", "note", "KRS-nya perlu dibuka."));
    String task = procedure.taskOf(handedOn, "userTask_process").getId();
    assertThat(operator.get(COMPLAINT + task).body()).contains("Contoh Pemohon", "KRS-nya perlu dibuka.");
    assertThat(operator.get(DOCUMENTS + file).statusCode()).isEqualTo(200);
    WebSession bayu = WebSession.of(BAYU, port);
    assertThat(bayu.get(COMPLAINT + task).statusCode()).isEqualTo(404);
    assertThat(bayu.get(DOCUMENTS + file).statusCode()).isEqualTo(404);
  }

  @Test
  @Sop("HD-P2")
  void staffStartNoComplaintAsIfItCameFromThePage() throws Exception {
    long before = cases();
    Map<String, Object> asPage = ComplaintScenario.counterFields();
    asPage.put("channel", "page");
    assertThat(start(asPage).message()).contains("Pilih loket");
    Map<String, Object> withAnothersFile = ComplaintScenario.counterFields();
    withAnothersFile.put("attachment1", attachment());
    assertThat(start(withAnothersFile).message()).contains("tidak diunggah oleh Anda");
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  @Sop("HD-P2")
  void aVisitorSaysOnlyWhatThePageAsks() throws Exception {
    Map<String, String> typed = Map.of("requesterRole", "student", "kind", "studentData", "requesterName", "Contoh",
        "requesterEmail", ComplaintScenario.REQUESTER, "subject", "Nama", "complaintText", "Salah.", "channel", "counter",
        "unitCode", "001043", "initiator", LINA, "attachment1", attachment);
    String location = Visitor.ofNewAddress(port).post("/keluhan/" + UNIT, typed).header("Location");
    TrackingCode code = TrackingCode.read(location.replaceFirst(".*/lacak/([^?]*).*", "$1")).orElseThrow();
    assertThat(runtime.getVariables(scenario.caseOf(code).getId()))
        .containsEntry("channel", "page").containsEntry("unitCode", UNIT).containsEntry("initiator", null)
        .doesNotContainKey("attachment1");
  }

  private Answer start(Map<String, Object> form) throws IOException, InterruptedException {
    Answer answer = lina.tell("/process-definition/key/help-desk/submit-form", Map.of("variables", variables(form)));
    assertThat(answer.isRejectedInput()).as(answer.toString()).isTrue();
    return answer;
  }

  private ProcessInstance complaintWith(String reference) {
    NewComplaint visit = ComplaintScenario.visit();
    return scenario.caseOf(desk.submit(new NewComplaint(visit.unit(), visit.language(), visit.answers(), visit.openedAt(),
        UUID.randomUUID().toString(), List.of(reference))));
  }

  private String attachment() throws IOException {
    return documents.keepForStart(PageAttachments.KIND, "bukti.pdf", HelpDesk.PROCESS,
        new ByteArrayInputStream("%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII)));
  }

  private HttpResponse<String> cancel(WebSession person) throws IOException, InterruptedException {
    return person.post("/camunda/api/alur/cases/" + complaint.getId() + "/cancellation", "application/json",
        BodyPublishers.ofString("{\"taskId\": \"" + taskId + "\", \"reason\": \"Bukan urusan saya.\"}"));
  }

  private List<Object> traces() {
    return List.of(procedure.openTasksOf(complaint), String.valueOf(procedure.taskOf(complaint, STEP).getAssignee()),
        runtime.getVariables(complaint.getId()), complaints.of(complaint.getId()),
        complaints.entriesOf(complaint.getId()), cases());
  }

  private long cases() {
    return runtime.createProcessInstanceQuery().processDefinitionKey(HelpDesk.PROCESS).count();
  }

  private static Map<String, Object> variables(Map<String, Object> values) {
    return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  private static Map<String, Object> before(String step) {
    return Map.of("type", "startBeforeActivity", "activityId", step);
  }

  private String filled(String text) {
    return text.replace("{task}", taskId).replace("{case}", complaint.getId())
        .replace("{code}", complaints.of(complaint.getId()).trackingCode().value());
  }
}
