package id.alur.journeys;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.codeborne.selenide.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Debian's Chromium, headless: one for all browser journeys, each of which begins as a {@link Visit}. Where it is
 * missing, journeys are skipped before their server starts, and the end of the run says so; with
 * {@code -Dalur.journeys=required} they fail instead.
 */
final class Chromium implements ExecutionCondition, BeforeEachCallback {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String MISSING =
      "Browser journeys need " + BROWSER + " and " + DRIVER + " (apt-get install chromium chromium-driver).";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
      configure();
      return enabled("Chromium is here.");
    }
    if ("required".equals(System.getProperty("alur.journeys"))) {
      throw new IllegalStateException(MISSING);
    }
    SkippedJourneys.of(context).add(context.getRequiredTestClass(), MISSING);
    return disabled(MISSING);
  }

  /** The web apps find their engine by name, in a table that all contexts of this JVM share. */
  @Override
  public void beforeEach(ExtensionContext context) {
    ProcessEngines.registerProcessEngine(SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
  }

  private static void configure() {
    System.setProperty("webdriver.chrome.driver", DRIVER.toString());
    Configuration.browser = "chrome";
    Configuration.browserBinary = BROWSER.toString();
    Configuration.headless = true;
    Configuration.browserSize = "1280x800";
    Configuration.timeout = 15_000;
    Configuration.reportsFolder = "target/journeys";
    Configuration.downloadsFolder = "target/journeys/downloads";
    Configuration.savePageSource = false;
    Configuration.browserCapabilities = new ChromeOptions().addArguments(
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--lang=id");
  }
}
