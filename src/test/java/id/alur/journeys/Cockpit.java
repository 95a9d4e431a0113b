package id.alur.journeys;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

import com.codeborne.selenide.SelenideElement;
import java.io.IOException;

/** Cockpit's pages of cases, in the words of managers and auditors. */
final class Cockpit {

  private final Visit visit;

  Cockpit(int port) {
    this.visit = new Visit(port);
  }

  /** The list of cases, from Cockpit's first page on. */
  void openCasesAs(String person, Screen screen) throws IOException, InterruptedException {
    visit.by(person, screen);
    visit.open("cockpit", "");
    if (screen == Screen.PHONE) {
      $(".navbar-toggle").shouldBe(visible).click();
    }
    $$("a").filter(visible).findBy(exactText("Kasus")).click();
    $("h1").shouldHave(exactText("Kasus"));
  }

  SelenideElement caseInList(String number) {
    return $$(".alur-table tbody tr").findBy(text(number));
  }

  void openCase(String number) {
    caseInList(number).$("a").shouldBe(visible).click();
    $("h1").shouldHave(text(number));
  }

  /** What is known of the case as a whole. */
  SelenideElement facts() {
    return $(".alur-facts");
  }

  /** The line of the last step with this name. */
  SelenideElement step(String name) {
    return $$(".alur-table tbody tr").filterBy(text(name)).last();
  }
}
