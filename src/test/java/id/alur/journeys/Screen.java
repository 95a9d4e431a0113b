package id.alur.journeys;

import static com.codeborne.selenide.Selenide.executeJavaScript;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.openqa.selenium.chromium.HasCdp;

/** The screens of the people: a desk and a phone. */
enum Screen {
  DESK(1280, 800, false),
  PHONE(390, 844, true);

  /** Pixels that hold the longest form. */
  private static final int WHOLE = 1900;
  private static final AtomicInteger SHOWN = new AtomicInteger();
  /** Wide tables and tabs may scroll inside themselves. */
  private static final String STICKING_OUT = """
      const scrolls = node => ['auto', 'scroll'].includes(getComputedStyle(node).overflowX);
      return [document.documentElement, ...document.body.querySelectorAll('*')]
        .filter(node => node.checkVisibility() && node.clientHeight && !node.closest('.alur-scroll, .nav-tabs'))
        .filter(node => node.getBoundingClientRect().right > innerWidth + 1
          || (scrolls(node) && node.scrollWidth > node.clientWidth + 1))
        .map(node => `${node.tagName}.${node.className}`)""";

  private final int width;
  private final int height;
  private final boolean phone;

  Screen(int width, int height, boolean phone) {
    this.width = width;
    this.height = height;
    this.phone = phone;
  }

  /** From now on people look at this screen. A window of Chromium alone cannot be narrower than 500 pixels. */
  void use() {
    HasCdp browser = (HasCdp) WebDriverRunner.getWebDriver();
    show(browser, width, height, phone);
    browser.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
  }

  private static void show(HasCdp browser, long width, long height, boolean phone) {
    browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  /** Keeps a picture of the whole page, as if the screen were that high. */
  static void keepWhole(String name) {
    long width = Selenide.<Long>executeJavaScript("return innerWidth");
    show((HasCdp) WebDriverRunner.getWebDriver(), width, WHOLE, width == PHONE.width);
    keep(name);
  }

  /** Keeps a picture as {@code target/journeys/NN-name-width.png}; nothing may stick out sideways. */
  static void keep(String name) {
    Selenide.screenshot("%02d-%s-%s".formatted(SHOWN.incrementAndGet(), name, executeJavaScript("return innerWidth")));
    assertThat(Selenide.<List<String>>executeJavaScript(STICKING_OUT)).as("what sticks out of %s", name).isEmpty();
  }
}
