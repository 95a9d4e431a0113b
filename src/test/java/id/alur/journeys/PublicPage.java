package id.alur.journeys;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import id.alur.Procedure;
import id.alur.helpdesk.HelpDeskCases;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.chromium.HasCdp;

/** The public pages in front of a visitor who has no account. */
final class PublicPage {

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final int port;

  PublicPage(int port) {
    this.port = port;
  }

  void openForm(Screen screen) {
    open(screen, "/keluhan/" + HelpDeskCases.UNIT);
  }

  /** The page of the complaint with this code, from a link in a mail. */
  void track(Screen screen, String code) {
    open(screen, "/keluhan/lacak/" + code);
  }

  void open(Screen screen, String path) {
    Selenide.open("http://localhost:" + port + path);
    screen.use();
  }

  /** Types a whole complaint, which takes a visitor four minutes. */
  void fillIn() {
    $("#requesterRole").selectOptionByValue("student");
    $("#kind").selectOptionByValue("studentData");
    $("#subject").setValue("Nama saya di PDDIKTI salah eja");
    $("#complaintText").setValue("Di PDDIKTI tertulis Putry, seharusnya Putri.\nSejak semester lalu.");
    $("#identifier").setValue("2301010001");
    $("#requesterName").setValue("Putri Contoh");
    $("#requesterEmail").setValue("putri@contoh.test");
    Procedure.pass(Duration.ofMinutes(4));
  }

  void send() {
    $("main button").scrollIntoView("{block: 'center'}").click();
  }

  /** Answers or reopens, whatever the page asks for. */
  void reply(String text) {
    $("#text").setValue(text);
    send();
  }

  SelenideElement content() {
    return $("main");
  }

  SelenideElement news() {
    return $(".news").shouldBe(visible);
  }

  SelenideElement state() {
    return $(".state");
  }

  /** The tracking code, once the complaint was sent. */
  String code() {
    return $("p.code").shouldBe(visible).getText();
  }

  /** What the page does, it does without a script. */
  static void withoutScripts(Runnable visit) {
    allowScripts(false);
    try {
      visit.run();
    } finally {
      allowScripts(true);
    }
  }

  private static void allowScripts(boolean allowed) {
    ((HasCdp) WebDriverRunner.getWebDriver())
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Keeps a picture of the page, and lets axe look for what stands in somebody's way. */
  static void look(String name) {
    Screen.keepWhole(name);
    Results found = new AxeBuilder().setLegacyMode(true).analyze(WebDriverRunner.getWebDriver());
    assertThat(found.getPasses()).as("what axe has looked at").isNotEmpty();
    assertThat(found.getViolations())
        .filteredOn(fault -> SERIOUS.contains(fault.getImpact()))
        .extracting(fault -> fault.getId() + ": " + fault.getNodes()).as("what axe finds on %s", name).isEmpty();
  }
}
