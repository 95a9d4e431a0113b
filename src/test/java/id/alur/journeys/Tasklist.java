package id.alur.journeys;

import static com.codeborne.selenide.Condition.animated;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.enabled;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selectors.byId;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.SetValueOptions.withDate;
import static com.codeborne.selenide.SetValueOptions.withText;

import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** Tasklist in the words of the people at it: fields go by their labels, buttons by what they say. */
final class Tasklist {

  /** Of a day, month and year, as one types them into the browser's field. */
  private static final int DATE_DIGITS = 8;

  private final Visit visit;
  private final Effort effort = new Effort();
  private String doneTask = "";

  Tasklist(int port) {
    this.visit = new Visit(port);
  }

  /** What the people at it had to do so far. */
  Effort effort() {
    return effort;
  }

  /** The login page, on this screen. */
  void openLoginPage(Screen screen) {
    visit.byNobody(screen);
    visit.open("tasklist", "");
    $("input[type=password]").shouldBe(visible);
  }

  void logIn(String person, String password) {
    LoginPage.logIn(person, password);
    taskList().shouldBe(visible);
  }

  /** Tasklist as this person sees it after logging in. */
  void openAs(String person, Screen screen) throws IOException, InterruptedException {
    visit.by(person, screen);
    visit.open("tasklist", "");
    taskList().shouldBe(visible);
  }

  /** The link to a task, as a mail has it. */
  void openLinkTo(String taskId) {
    visit.open("tasklist", "#/?task=" + taskId);
  }

  /** Opens the start form of this procedure. */
  void begin(String procedure) {
    if (isPhone()) {
      $(".navbar-toggle").shouldBe(visible).click();
    }
    $(".start-process-action a").shouldBe(visible).click();
    // the dialog slides in: a click on its way meets nothing
    $$("ul.processes a").findBy(text(procedure)).shouldNotBe(animated).click();
    effort.at("Mulai prosedur");
    effort.clicked(isPhone() ? 3 : 2);
    $(".modal-body .alur-form").shouldBe(visible);
  }

  /** Sends the start form. */
  void start() {
    press($(".modal-footer .btn-primary"));
    effort.sent();
  }

  /** Shows the tasks of this filter. */
  void show(String filter) {
    if (isPhone()) {
      $(".alur-pane-bar button").shouldBe(visible).click();
    }
    filter(filter).shouldBe(visible).click();
  }

  ElementsCollection tasksInList() {
    return $$("ol.tasks-list li.task");
  }

  void openTask(String name) {
    tasksInList().findBy(text(name)).$("h4 a").shouldBe(visible).click();
    taskIs(name);
  }

  /** This task is open: another one than that which was completed last. */
  void taskIs(String name) {
    Selenide.Wait().until(browser -> !openTask().isEmpty() && !openTask().equals(doneTask));
    heading().shouldHave(text(name));
    completeButton().shouldBe(visible);
    effort.at(name);
  }

  SelenideElement heading() {
    return $(".task-details h2.task");
  }

  SelenideElement form() {
    return $(".injected-form-wrapper .alur-form, .modal-body .alur-form");
  }

  /** The id of the task that is open; empty if none is. */
  String openTask() {
    String hash = URI.create(WebDriverRunner.url()).getRawFragment();
    return hash == null ? "" : Arrays.stream(hash.substring(hash.indexOf('?') + 1).split("&"))
        .filter(part -> part.startsWith("task=")).map(part -> part.substring(5)).findFirst().orElse("");
  }

  void claim() {
    press($("button.claim"));
    $("button.unclaim").shouldBe(visible);
  }

  void release() {
    press($("button.unclaim"));
    $("button.claim").shouldBe(visible);
  }

  void fill(String label, String text) {
    SelenideElement field = field(label).shouldBe(visible);
    boolean isDate = "date".equals(field.getAttribute("type"));
    field.setValue(isDate ? withDate(LocalDate.parse(text)) : withText(text));
    effort.typed(isDate ? DATE_DIGITS : text.length());
  }

  /** Types a username with its password into the control with this label. */
  void enterSecret(String label, String username, String password) {
    SelenideElement control = group(label).scrollIntoView("{block: 'center'}");
    control.$("input[type=text]:not([hidden])").setValue(username);
    control.$("input[type=password]").setValue(password);
  }

  void select(String label, String answer) {
    field(label).shouldBe(visible).selectOptionContainingText(answer);
    effort.clicked(2);
  }

  /** Answers a question whose answers all show. */
  void answer(String question, String answer) {
    press(group(question).$$(".alur-choices label").findBy(text(answer)));
  }

  /** Enters what this button below the field offers. */
  void enterOffered(String label, String offered) {
    press(group(label).$$(".alur-quick-fill button").findBy(exactText(offered)));
  }

  void tick(String label) {
    field(label).scrollIntoView("{block: 'center'}").setSelected(true);
    effort.clicked(1);
  }

  /** Chooses a file and waits until it is kept. */
  void attach(String label, Path file) {
    choose(label, file);
    group(label).$(".alur-file-status").shouldHave(text("Tersimpan: " + file.getFileName()));
  }

  /** Chooses a file, whatever becomes of it. */
  void choose(String label, Path file) {
    group(label).scrollIntoView("{block: 'center'}").$("input[type=file]").uploadFile(file.toFile());
    effort.clicked(1);
  }

  SelenideElement field(String label) {
    return $(byId(label(label).getAttribute("for")));
  }

  /** The sentence above the form that refuses it as a whole. */
  SelenideElement refusal() {
    return form().$(".alur-alert");
  }

  /** The sentence that refuses what was entered here. */
  SelenideElement refusalAt(String label) {
    return group(label).$(".alur-message");
  }

  void complete() {
    doneTask = openTask();
    press(completeButton().shouldBe(enabled));
    effort.sent();
  }

  /** Presses a button by what it says. */
  void press(String button) {
    press($$(".alur-form button, .alur-case-actions button, .alur-case-action button").findBy(exactText(button)));
  }

  /** Follows the link to the document whose name contains this, and returns the file. */
  File download(String name) {
    File file = form().$$("a[data-document]").findBy(text(name)).shouldHave(attribute("href")).download();
    effort.clicked(1);
    return file;
  }

  SelenideElement notification() {
    return $(".page-notifications");
  }

  void speak(String language) {
    $$(".alur-language button").findBy(exactText(language)).click();
    $$(".alur-language button").findBy(exactText(language)).shouldHave(attribute("aria-pressed", "true"));
  }

  SelenideElement navigation() {
    return $("[cam-widget-header]");
  }

  private static SelenideElement taskList() {
    return $("section.tasks-list");
  }

  private SelenideElement label(String text) {
    return $$(".alur-form label, .alur-case-action label").filter(visible).findBy(text(text));
  }

  private SelenideElement group(String label) {
    return label(label).closest(".form-group");
  }

  private static SelenideElement filter(String name) {
    return $$(".task-filters .task-filter h4.name a").findBy(text(name));
  }

  private static SelenideElement completeButton() {
    return $(".task-details .form-actions .btn-primary");
  }

  /** Tasklist's footer may cover what was scrolled only just into view. */
  private void press(SelenideElement button) {
    button.shouldBe(visible).scrollIntoView("{block: 'center'}").click();
    effort.clicked(1);
  }

  private static boolean isPhone() {
    return Selenide.<Long>executeJavaScript("return innerWidth") < 843;
  }
}
