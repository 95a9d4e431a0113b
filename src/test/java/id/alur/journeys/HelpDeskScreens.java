package id.alur.journeys;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static id.alur.helpdesk.HelpDeskCases.LINA;

import id.alur.Partners;
import id.alur.Procedure;
import id.alur.helpdesk.HelpDeskCases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A picture of every form at a desk and on a phone, to look at; a command of its own, see README. */
@HelpDeskInBrowser
class HelpDeskScreens {

  @LocalServerPort int port;
  @Autowired HelpDeskCases desk;
  @Autowired Procedure procedure;
  @Autowired Partners partners;
  @Autowired TaskService tasks;

  @BeforeEach
  void openTheDesk() {
    desk.open();
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  static Stream<String> userTasks() {
    return Stream.of("help-desk", "help-desk-app-update").flatMap(process ->
        Bpmn.readModelFromFile(Path.of("processes/help-desk", process + ".bpmn").toFile())
            .getModelElementsByType(UserTask.class).stream().map(UserTask::getId));
  }

  @ParameterizedTest
  @MethodSource("userTasks")
  void theFormOf(String task) throws Exception {
    ProcessInstance found = desk.caseAt(task);
    for (Screen screen : Screen.values()) {
      openAsLina(screen).openLinkTo(procedure.taskOf(found, task).getId());
      keep(task.substring("userTask_".length()));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "userTask_process           | Apa yang terjadi?    | Selesai: solusinya ada",
      "userTask_process           | Apa yang terjadi?    | Pemohon perlu ditanya",
      "userTask_process           | Apa yang terjadi?    | Teruskan ke tim lain",
      "userTask_updateApplication | Bagaimana hasilnya?  | Sudah diperbarui",
      "userTask_updateApplication | Bagaimana hasilnya?  | Tidak ada versi yang lebih baru",
      "userTask_updateApplication | Bagaimana hasilnya?  | Belum dapat diperbarui sekarang"})
  void theFormAfterThisAnswer(String task, String question, String answer) throws Exception {
    ProcessInstance found = desk.caseAt(task);
    tasks.setAssignee(procedure.taskOf(found, task).getId(), LINA);
    for (Screen screen : Screen.values()) {
      Tasklist tasklist = openAsLina(screen);
      tasklist.openLinkTo(procedure.taskOf(found, task).getId());
      tasklist.answer(question, answer);
      keep(task.substring("userTask_".length()) + "-" + answer.split("\\W")[0]);
    }
  }

  @Test
  void theTriageOfASecondComplaintOfTheSamePerson() throws Exception {
    desk.complaint();
    Procedure.pass(Duration.ofMinutes(2));
    ProcessInstance second = desk.complaint();
    for (Screen screen : Screen.values()) {
      openAsLina(screen).openLinkTo(procedure.taskOf(second, "userTask_triage").getId());
      keep("triage-similar");
    }
  }

  @Test
  void aLateComplaintThatWasReopenedAndHasEarlierSolutions() throws Exception {
    desk.solve(desk.caseAt("userTask_process"));
    partners.neoFeeder().breaks();
    ProcessInstance late = desk.caseAt("userTask_process");
    Procedure.pass(Duration.ofMinutes(80));
    for (Screen screen : Screen.values()) {
      openAsLina(screen).openLinkTo(procedure.taskOf(late, "userTask_process").getId());
      keep("process-late");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Layanan keluhan", "Pembaruan aplikasi Feeder dan integrator"})
  void theStartForm(String process) throws Exception {
    for (Screen screen : Screen.values()) {
      openAsLina(screen).begin(process);
      keep("start-" + process.split("\\W")[0]);
    }
  }

  private Tasklist openAsLina(Screen screen) throws Exception {
    Tasklist tasklist = new Tasklist(port);
    tasklist.openAs(LINA, screen);
    return tasklist;
  }

  /** With what the server is still asked for while the form already shows. */
  private static void keep(String name) {
    $(".alur-form").shouldBe(visible);
    $$("[data-complaint]:not(:has(.alur-facts))").shouldHave(size(0));
    $$(".alur-solutions [role=status]").filterBy(text("Mencari")).shouldHave(size(0));
    Screen.keepWhole(name);
  }
}
