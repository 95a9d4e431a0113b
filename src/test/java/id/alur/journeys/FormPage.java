package id.alur.journeys;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import id.alur.People;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.camunda.bpm.engine.task.Task;

/** A form in Tasklist, at the end of a line that can be cut. */
final class FormPage implements Closeable {

  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  private final Line line;
  private final Visit visit;
  private final Path folder;

  /** @param folder for the files that people choose */
  FormPage(int port, Path folder) throws IOException {
    this.line = new Line(port);
    this.visit = new Visit(line.port());
    this.folder = folder;
  }

  Line line() {
    return line;
  }

  /** The form of this task, as this person sees it after logging in. */
  void openAs(String person, Task task) throws IOException, InterruptedException {
    openAs(person, "#/?task=" + task.getId());
  }

  /** The start form of this procedure. */
  void openStartAs(String person, String procedure) throws IOException, InterruptedException {
    openAs(person, "#/?processStart=" + procedure);
  }

  private void openAs(String person, String hash) throws IOException, InterruptedException {
    visit.by(person, Screen.DESK);
    visit.open("tasklist", hash);
    $(".alur-form").shouldBe(visible);
  }

  static void logIn(String person) {
    LoginPage.logIn(person, People.PASSWORD);
  }

  static void endSession() {
    WebDriverRunner.getWebDriver().manage().deleteCookieNamed("JSESSIONID");
  }

  /** All that a letter needs. */
  void fillIn(String letterNumber) throws IOException {
    $("#urgent").selectOptionByValue("no");
    choose("letterDocument", pdf(3_000));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf"));
    $("#letterNumber").setValue(letterNumber);
  }

  static void choose(String field, Path file) {
    $("input[name=" + field + "] + .alur-file-control input[type=file]").uploadFile(file.toFile());
  }

  /** A letter of so many bytes. */
  Path pdf(int size) throws IOException {
    byte[] content = Arrays.copyOf(PDF, size);
    Arrays.fill(content, PDF.length, size, (byte) ' ');
    return file("surat.pdf", content);
  }

  Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  static void complete() {
    press($(".form-actions .btn-primary"));
  }

  /** As {@link #complete}, unless Tasklist's own polling was faster. */
  static void completeIfStillPossible() {
    Selenide.executeJavaScript("document.querySelector('.form-actions .btn-primary')?.click()");
  }

  /** The footer of Tasklist may cover what was scrolled only just into view. */
  static void press(SelenideElement button) {
    button.scrollIntoView("{block: 'center'}").click();
  }

  static SelenideElement messageAt(String field) {
    return $("#alur-message-" + field);
  }

  static void untilDraftContains(String value) {
    Selenide.Wait().until(driver -> Boolean.TRUE.equals(
        Selenide.executeJavaScript("return JSON.stringify(localStorage).includes(arguments[0])", value)));
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
