package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import id.alur.People;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** siti's tasks ask what came of a letter, and follow another one; wati may not work on them. */
@WebTest
class ActControllerTest {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ExternalTaskService externalTasks;
  @Autowired ActJournal journal;

  private String deployment;
  private String taskId;

  @BeforeEach
  void aLetterInDoubt() {
    Instant sentAt = ClockUtil.getCurrentTime().toInstant();
    people.member("siti", Group.OPERATOR_PT, TrialProcedure.UNIT);
    people.member("act-wati", Group.OPERATOR_PT, TrialProcedure.UNIT);
    deployment = repository.createDeployment().addClasspathResource("act/letter.bpmn")
        .addClasspathResource("act/followed-letter.bpmn").deploy().getId();
    String letter = runtime.startProcessInstanceByKey("letter", Map.of("unitCode", TrialProcedure.UNIT)).getId();
    journal.begin(new Act(letter, null, TrialProcedure.UNIT, "serviceTask_sendLetter", 1, sentAt,
        sentAt.plus(Duration.ofMinutes(1)), Map.of(), null, null), "node", "satu surat");
    LockedExternalTask sending =
        externalTasks.fetchAndLock().workerId("node").maxTasks(1).subscribe().topic("sendLetter", 10_000).execute().get(0);
    externalTasks.handleBpmnError(sending.getId(), "node", ActErrors.OUTCOME_UNKNOWN);
    taskId = tasks.createTaskQuery().processInstanceId(letter).singleResult().getId();
  }

  @AfterEach
  void cleanUp() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void tellsWhoeverWorksOnTheTaskWhatIsKnown() throws Exception {
    HttpResponse<String> answer = ask(WebSession.of("siti", People.PASSWORD, port));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(answer.body(), "$.state")).isEqualTo("MAY_STILL_HAPPEN");
    assertThat(JsonPath.<String>read(answer.body(), "$.sentence")).contains("satu surat", "masih dapat tiba");
  }

  @Test
  void tellsNobodyElse() throws Exception {
    assertThat(ask(WebSession.of("act-wati", People.PASSWORD, port)).statusCode()).isEqualTo(403);
    assertThat(ask(WebSession.anonymous(port)).statusCode()).isEqualTo(401);
  }

  @Test
  void tellsWhoeverFollowsAnActHowItGoes() throws Exception {
    String following = aFollowedLetter();
    HttpResponse<String> answer = askForProgress(WebSession.of("siti", port), following);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(answer.body(), "$.state")).isEqualTo("WAITING");
    assertThat(JsonPath.<String>read(answer.body(), "$.sentence")).isEqualTo("Menunggu giliran.");

    send(tasks.createTaskQuery().taskId(following).singleResult().getProcessInstanceId());
    HttpResponse<String> afterwards = askForProgress(WebSession.of("siti", port), following);
    assertThat(JsonPath.<String>read(afterwards.body(), "$.state")).isEqualTo("TASK_OVER");
  }

  @Test
  void tellsNobodyElseHowItGoes() throws Exception {
    String following = aFollowedLetter();
    assertThat(askForProgress(WebSession.of("act-wati", port), following).statusCode()).isEqualTo(403);
    assertThat(askForProgress(WebSession.anonymous(port), following).statusCode()).isEqualTo(401);
    send(tasks.createTaskQuery().taskId(following).singleResult().getProcessInstanceId());
    assertThat(askForProgress(WebSession.of("act-wati", port), following).statusCode()).isEqualTo(403);
  }

  private String aFollowedLetter() {
    String letter = runtime.startProcessInstanceByKey("followedLetter", Map.of("unitCode", TrialProcedure.UNIT)).getId();
    return tasks.createTaskQuery().processInstanceId(letter).singleResult().getId();
  }

  private void send(String letter) {
    String sending = externalTasks.createExternalTaskQuery().processInstanceId(letter).singleResult().getId();
    externalTasks.lock(sending, "node", 10_000);
    externalTasks.complete(sending, "node");
  }

  private static HttpResponse<String> askForProgress(WebSession person, String taskId) throws Exception {
    return person.get("/camunda/api/alur/acts/progress?taskId=" + taskId);
  }

  private HttpResponse<String> ask(WebSession person) throws Exception {
    return person.get("/camunda/api/alur/acts?taskId=" + taskId);
  }
}
