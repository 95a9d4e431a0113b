package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HelpDeskSettingsTest {

  /** The upper bounds of the source, as they are where nothing is set. */
  static final HelpDeskSettings OF_SOURCE = new HelpDeskSettings(
      Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(60), Duration.ofMinutes(10), Duration.ofMinutes(85),
      0.8, Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(90));

  private final ApplicationContextRunner product = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
      .withUserConfiguration(Enabled.class);

  @Test
  @Sop({"HD-1", "HD-2", "HD-3", "HD-4", "HD-T"})
  void areThoseOfTheSourceWhereNothingIsSet() {
    product.run(context -> assertThat(context.getBean(HelpDeskSettings.class)).isEqualTo(OF_SOURCE));
  }

  @Test
  void takeWhatAnOperatorSets() {
    product.withPropertyValues("alur.help-desk.processing=2h", "alur.help-desk.warn-at=0.5").run(context -> {
      HelpDeskSettings settings = context.getBean(HelpDeskSettings.class);
      assertThat(settings.warningOf(settings.processing())).isEqualTo(Duration.ofHours(1));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing=0m", "whole=P400D", "warn-at=0", "warn-at=1.1", "answer-within=-P1D"})
  void areRefusedWhereTheyMakeNoSense(String setting) {
    product.withPropertyValues("alur.help-desk." + setting).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(HelpDeskSettings.class)
  static class Enabled {}
}
