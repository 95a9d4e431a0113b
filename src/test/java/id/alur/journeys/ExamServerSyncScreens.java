package id.alur.journeys;

import static com.codeborne.selenide.Condition.visible;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import id.alur.Alur;
import id.alur.People;
import id.alur.Procedure;
import id.alur.cases.CaseRequests;
import id.alur.document.UploadedDocuments;
import id.alur.examserversync.ExamSyncScenario;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A picture of every form at a desk and on a phone, to look at; a command of its own, see README. */
@SpringBootTest(webEnvironment = RANDOM_PORT,
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class, CaseRequests.class})
@ActiveProfiles("test")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamServerSyncScreens {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired CaseRequests requests;
  @Autowired RuntimeService runtime;

  @AfterEach
  void endWhatWasLeftOpen() {
    ClockUtil.reset();
    runtime.createProcessInstanceQuery().list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the journey"));
  }

  static List<String> userTasks() {
    return Bpmn.readModelFromFile(Path.of("processes/exam-server-sync/exam-server-sync.bpmn").toFile())
        .getModelElementsByType(UserTask.class).stream().map(UserTask::getId).toList();
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void theFormOf(String task) throws Exception {
    keep(new ExamSyncScenario(people, procedure, documents).caseAt(task), task, task.substring("userTask_".length()));
  }

  private void keep(ProcessInstance sync, String task, String name) throws Exception {
    for (Screen screen : List.of(Screen.DESK, Screen.PHONE)) {
      Tasklist tasklist = new Tasklist(port);
      tasklist.openAs(ExamSyncScenario.whose(task), screen);
      tasklist.openLinkTo(procedure.taskOf(sync, task).getId());
      tasklist.form().shouldBe(visible);
      Screen.keepWhole(name);
    }
  }

  @Test
  void theFirstQuestionAfterACaseThatWasCancelledWhileItsSyncRan() throws Exception {
    ExamSyncScenario scenario = new ExamSyncScenario(people, procedure, documents);
    ProcessInstance left = scenario.caseAt("userTask_recordDownloads");
    requests.cancel(ExamSyncScenario.RUDI, procedure.taskOf(left, "userTask_recordDownloads"), "Listrik padam");
    keep(scenario.caseAt("userTask_askOtherData"), "userTask_askOtherData", "askOtherData-mayRun");
  }

  @Test
  void theStartForm() throws Exception {
    new ExamSyncScenario(people, procedure, documents);
    for (Screen screen : List.of(Screen.DESK, Screen.PHONE)) {
      Tasklist tasklist = new Tasklist(port);
      tasklist.openAs(ExamSyncScenario.RUDI, screen);
      tasklist.begin("Sinkronisasi server ujian");
      Screen.keepWhole("start");
    }
  }
}
