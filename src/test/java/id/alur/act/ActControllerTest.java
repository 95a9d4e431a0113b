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

/** siti's task asks what came of a letter; wati may not work on it. */
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
    deployment = repository.createDeployment().addClasspathResource("act/letter.bpmn").deploy().getId();
    String letter = runtime.startProcessInstanceByKey("letter", Map.of("unitCode", TrialProcedure.UNIT)).getId();
    journal.begin(new Act(letter, null, TrialProcedure.UNIT, "serviceTask_sendLetter", 1, sentAt,
        sentAt.plus(Duration.ofMinutes(1)), Map.of(), null), "node", "satu surat");
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

  private HttpResponse<String> ask(WebSession person) throws Exception {
    return person.get("/camunda/api/alur/acts?taskId=" + taskId);
  }
}
