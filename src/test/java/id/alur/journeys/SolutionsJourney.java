package id.alur.journeys;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import com.deque.html.axecore.selenium.AxeBuilder;
import id.alur.People;
import id.alur.Sop;
import id.alur.WebTest;
import id.alur.access.Group;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Earlier solutions where people work: in a form, and as a page of their own. */
@WebTest
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Sop({"HD-P4", "HD-P5"})
class SolutionsJourney {

  private static final String UNIT = "001042";
  private static final String SOLUTION = "Sinkronkan ulang kelas kuliah, lalu tutup periode.\nPeriksa lagi.";
  private static final List<String> BAD = List.of("serious", "critical");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  private Visit visit;

  @BeforeAll
  void peopleAndWhatIsRecorded() {
    visit = new Visit(port);
    people.member("nina", Group.STAF_PUSTIPD, UNIT);
    people.member("yusuf", Group.OPERATOR_FAKULTAS, UNIT);
    repository.createDeployment().addClasspathResource("form-script/advice.bpmn")
        .addClasspathResource("form-script/advice-write.html").deploy();
    record(UNIT, "Nilai mahasiswa belum masuk Feeder", SOLUTION);
    for (int i = 1; i <= 24; i++) {
      record(UNIT, "Nilai kelas " + i + " ganda", "Hapus kelas kuliah yang ganda di Feeder.");
    }
    record("001998", "Nilai milik PT lain belum masuk", "Rahasia");
  }

  @AfterAll
  void leave() {
    Selenide.closeWebDriver();
  }

  @Test
  void staffUseAnEarlierSolution() throws Exception {
    openTaskOf("nina", Screen.DESK);
    words().shouldHave(value("nilai belum masuk"));
    $$(".alur-solutions li").filterBy(visible).shouldHave(size(5));
    first().shouldHave(text("Nilai mahasiswa belum masuk Feeder"));
    $("[data-similar]").shouldHave(text("HD-LAMA (email sama)")).shouldHave(text("Nilai <b>hilang</b>"));
    Screen.keep("solutions-found");

    first().$("summary").click();
    press(first().$("button"));
    $("#solution").shouldHave(value(SOLUTION)).shouldBe(focused);
    $("#problem").shouldHave(value("Nilai mahasiswa belum masuk Feeder"));
    press(first().$("button"));
    assertThat($("#solution").getValue()).containsOnlyOnce("Periksa lagi.");

    words().setValue("ganda").pressEnter();
    first().shouldHave(text("ganda"));
    $("#solution").shouldNotBe(focused);
    first().$("summary").sendKeys(" ");
    press(first().$("button"));
    $("#solution").shouldHave(value("Periksa lagi.\n\nHapus kelas kuliah yang ganda di Feeder."));
    $("#problem").shouldHave(value("Nilai mahasiswa belum masuk Feeder"));

    words().setValue("zzzz");
    $(".alur-solutions [role=status]").shouldHave(text("Tidak ada solusi terdahulu dengan kata-kata itu."));
    Screen.PHONE.use();
    words().setValue("nilai");
    press($$(".alur-solutions button").findBy(text("Tampilkan lebih banyak")));
    $$(".alur-solutions li").filterBy(visible).shouldHave(size(20));
    first().$("summary").click();
    Screen.keepWhole("solutions-found");
    assertThat(seriousFaultsIn(".alur-form")).isEmpty();
  }

  @Test
  void facultyOperatorsReadTheList() throws Exception {
    Tasklist tasklist = new Tasklist(port);
    tasklist.openLoginPage(Screen.DESK);
    tasklist.logIn("yusuf", People.PASSWORD);
    $(".alur-solutions-link a").shouldBe(visible);
    Screen.keep("solutions-link");
    $(".alur-solutions-link a").click();
    $$("article").shouldHave(size(20));
    $("main").shouldNotHave(text("Rahasia"));
    Screen.keepWhole("solutions-page");
    $("a[rel=next]").click();
    $$("article").shouldHave(size(5));
    $("#words").setValue("menyinkronkan").pressEnter();
    $$("article").shouldHave(size(1));
    assertThat(seriousFaultsIn("body")).isEmpty();

    visit.by("yusuf", Screen.PHONE);
    visit.open("tasklist", "");
    $(".navbar-toggle").shouldBe(visible).click();
    $(".alur-solutions-link a").shouldBe(visible);
    Screen.keep("solutions-link");
    $(".alur-solutions-link a").click();
    $("#words").setValue("nilai").pressEnter();
    $$("article").shouldHave(size(20));
    Screen.keepWhole("solutions-page");
  }

  private void openTaskOf(String person, Screen screen) throws Exception {
    String caseId = runtime.startProcessInstanceByKey("advice", Map.of("unitCode", UNIT)).getId();
    complain("earlier-" + caseId, "HD-LAMA", "Nilai <b>hilang</b>");
    complain(caseId, "HD-BARU", "Nilai belum masuk");
    visit.by(person, screen);
    visit.open("tasklist", "#/?task=" + tasks.createTaskQuery().processInstanceId(caseId).singleResult().getId());
  }

  private static SelenideElement words() {
    return $("#alur-solutions-words");
  }

  private static SelenideElement first() {
    return $(".alur-solutions li");
  }

  private static void press(SelenideElement button) {
    button.scrollIntoView("{block: 'center'}").click();
  }

  private static List<String> seriousFaultsIn(String place) {
    return new AxeBuilder().include(place).analyze(WebDriverRunner.getWebDriver()).getViolations().stream()
        .filter(fault -> BAD.contains(fault.getImpact()))
        .map(fault -> fault.getId() + " at " + fault.getNodes().get(0).getHtml()).toList();
  }

  private void record(String unit, String problem, String solution) {
    jdbc.sql("""
            insert into "alur".solution (unit, case_id, round, kind, problem, solution, recorded_by, recorded_at)
            values (:unit, :problem, 0, 'academicData', :problem, :solution, 'nina',
              timestamp with time zone '2026-11-20 03:05:00+00')""")
        .param("unit", unit).param("problem", problem).param("solution", solution).update();
  }

  private void complain(String caseId, String caseNumber, String subject) {
    jdbc.sql("""
            insert into "alur".complaint (case_id, unit, case_number, tracking_code, state, language, requester_email,
              subject, text, received_at)
            values (:caseId, '001042', :caseNumber, :caseNumber, 'RECEIVED', 'id', 'rudi@contoh.test', :subject, 'Isi',
              timestamp with time zone '2026-11-20 03:05:00+00')""")
        .param("caseId", caseId).param("caseNumber", caseNumber).param("subject", subject).update();
  }
}
