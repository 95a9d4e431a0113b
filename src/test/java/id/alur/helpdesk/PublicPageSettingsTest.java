package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class PublicPageSettingsTest {

  private final ApplicationContextRunner product = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
      .withUserConfiguration(Enabled.class);

  @Test
  void holdWhereNothingIsSet() {
    product.run(context -> assertThat(context.getBean(PublicPageSettings.class)).isEqualTo(new PublicPageSettings(
        60, Duration.ofMinutes(20), 20, 600, 8, 4, Duration.ofSeconds(2), 32, Duration.ofSeconds(2), DataSize.ofGigabytes(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"posts-per-address=0", "posts-period=0s", "posts-per-requester=0", "looks-per-minute=-1", "looks-at-once=0", "posts-at-once=0",
      "posts-under-way=0", "patience=2m", "shortest-filling=-1s"})
  void areRefusedWhereTheyMakeNoSense(String setting) {
    product.withPropertyValues("alur.help-desk.page." + setting).run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(PublicPageSettings.class)
  static class Enabled {}
}
