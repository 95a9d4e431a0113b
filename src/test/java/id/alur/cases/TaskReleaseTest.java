package id.alur.cases;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.net.http.HttpRequest.BodyPublishers;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** wati took a task; yanto may take it too, but has not. */
@WebTest
class TaskReleaseTest {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired TaskService tasks;

  private String taskId;

  @BeforeEach
  void aTaskThatWatiTook() {
    people.member("yanto", Group.OPERATOR_PT, TrialProcedure.UNIT);
    people.member("wati", Group.OPERATOR_PT, TrialProcedure.UNIT);
    ProcessInstance trial = procedure.start("wati", TrialProcedure.PROCESS, TrialProcedure.start());
    taskId = TrialProcedure.write(tasks, trial.getId()).getId();
    people.as("wati", () -> {
      tasks.claim(taskId, "wati");
      return null;
    });
  }

  @Test
  void letsAPersonReleaseWhatHeTook() throws Exception {
    assertThat(release(WebSession.of("wati", port))).isEqualTo(204);
    assertThat(assignee()).isNull();
  }

  @Test
  void letsNobodyReleaseWhatAnotherTook() throws Exception {
    assertThat(release(WebSession.of("yanto", port))).isEqualTo(403);
    assertThat(assignee()).isEqualTo("wati");
  }

  @Test
  void doesNothingForAVisitorWithoutALogin() throws Exception {
    assertThat(release(WebSession.anonymous(port))).isEqualTo(401);
    assertThat(assignee()).isEqualTo("wati");
  }

  private int release(WebSession session) throws Exception {
    return session.post("/camunda/api/alur/tasks/" + taskId + "/release", "application/json", BodyPublishers.ofString("{}"))
        .statusCode();
  }

  private String assignee() {
    return tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
  }
}
