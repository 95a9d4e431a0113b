package id.alur.journeys;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;

/** The page that asks who one is, in each of the web apps. */
final class LoginPage {

  private LoginPage() {}

  /** The page puts the cursor into the first field by itself, at times in the middle of what is typed into the second. */
  static void logIn(String person, String password) {
    SelenideElement name = $("form[name=signinForm] input[type=text]").shouldBe(visible);
    SelenideElement secret = $("form[name=signinForm] input[type=password]");
    Selenide.Wait().until(browser -> {
      name.setValue(person);
      secret.setValue(password);
      return person.equals(name.getValue()) && password.equals(secret.getValue());
    });
    secret.pressEnter();
  }
}
