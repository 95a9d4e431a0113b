package id.alur.journeys;

import com.codeborne.selenide.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium, headless, for browser journeys. */
final class Chromium {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private Chromium() {}

  /** Prepares the browser, or skips the journeys and says so; with {@code -Dalur.journeys=required} it fails instead. */
  static void prepare() {
    if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
      String missing = "Browser journeys need " + BROWSER + " and " + DRIVER + " (apt-get install chromium chromium-driver)";
      if ("required".equals(System.getProperty("alur.journeys"))) {
        throw new AssertionError(missing);
      }
      System.err.println("SKIPPED: " + missing);
      Assumptions.abort(missing);
    }
    System.setProperty("webdriver.chrome.driver", DRIVER.toString());
    Configuration.browser = "chrome";
    Configuration.browserBinary = BROWSER.toString();
    Configuration.headless = true;
    Configuration.browserSize = "1280x800";
    Configuration.timeout = 15_000;
    Configuration.reportsFolder = "target/journeys";
    Configuration.browserCapabilities = new ChromeOptions().addArguments(
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--lang=id");
  }
}
