package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTest {

  private final EngineClock clock = new EngineClock();

  @AfterEach
  void letTheEnginesClockRun() {
    ClockUtil.reset();
  }

  @Test
  void followsTheEnginesClock() {
    Instant moment = Instant.parse("2026-11-24T17:30:00Z");
    ClockUtil.setCurrentTime(Date.from(moment));
    assertThat(clock.instant()).isEqualTo(moment);
    assertThat(LocalDate.now(clock.withZone(ZoneId.of("Asia/Jakarta")))).isEqualTo("2026-11-25");
  }

  @Test
  void isInUtc() {
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
