package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.examserversync.ExamServerSyncSettings.Opening;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ExamServerSyncSettingsTest {

  private final ApplicationContextRunner product = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
      .withUserConfiguration(Enabled.class);

  @Test
  void areThoseOfTheSourceWhereNothingIsSet() {
    product.run(context -> assertThat(context.getBean(ExamServerSyncSettings.class)).isEqualTo(new ExamServerSyncSettings(
        Map.of(), 3, new Opening(LocalTime.of(7, 45), ZoneId.of("Asia/Jakarta")), Duration.ofMinutes(5))));
  }

  @Test
  void giveEachRoundItsVersions() {
    product.withPropertyValues("alur.exam-server-sync.rounds.unbk-2018.cbt-sync-version=12.2.3").run(context -> {
      ExamServerSyncSettings settings = context.getBean(ExamServerSyncSettings.class);
      assertThat(settings.versionsIn(round("UNBK 2018"))).isEqualTo(new Versions("50.170406", "12.2.3"));
      assertThat(settings.versionsIn(round("UNBK 2019"))).isEqualTo(new Versions("50.170406", "5.1.0"));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"patching-rounds=0", "look-again-every=0s", "patch-gate.zone=WIB", "patch-gate.time=25:00"})
  void areRefusedWhereTheyMakeNoSense(String setting) {
    product.withPropertyValues("alur.exam-server-sync." + setting).run(context -> assertThat(context).hasFailed());
  }

  private static ExamRound round(String name) {
    return ExamRound.of(name).orElseThrow();
  }

  @EnableConfigurationProperties(ExamServerSyncSettings.class)
  static class Enabled {}
}
