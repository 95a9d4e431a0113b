package id.alur.journeys;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import id.alur.People;
import id.alur.WebSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/** The browser at the web apps of one server, with one person in front of it. */
final class Visit {

  private final String server;
  private final int port;

  Visit(int port) {
    this.port = port;
    this.server = "http://localhost:" + port;
  }

  /** Nobody is logged in, and the browser remembers nothing. */
  void byNobody(Screen screen) {
    // a page of the server that leaves the web apps alone
    Selenide.open(server + "/actuator/health");
    screen.use();
    ((HasCdp) WebDriverRunner.getWebDriver()).executeCdpCommand("Network.clearBrowserCookies", Map.of());
    Selenide.localStorage().clear();
    Selenide.sessionStorage().clear();
  }

  /** This person has logged in; the login page is passed by. */
  void by(String person, Screen screen) throws IOException, InterruptedException {
    byNobody(screen);
    WebDriver.Options browser = WebDriverRunner.getWebDriver().manage();
    Arrays.stream(WebSession.of(person, People.PASSWORD, port).cookieHeader().split("; "))
        .map(cookie -> cookie.split("=", 2))
        .forEach(cookie -> browser.addCookie(new Cookie(cookie[0], cookie[1])));
  }

  /** Opens a page of a web app, such as {@code #/?task=…} of tasklist. */
  void open(String app, String hash) {
    Selenide.open(server + "/camunda/app/" + app + "/default/" + hash);
  }
}
