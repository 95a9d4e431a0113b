package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import id.alur.examserversync.ExamServerSyncSettings.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Sop("ES-T")
class PatchGateTest {

  private static final String MONDAY = "2026-04-06";

  @ParameterizedTest
  @CsvSource({
      "the day before,         2026-04-05T23:59:59+07:00, false",
      "a moment too early,     2026-04-06T07:44:59.999+07:00, false",
      "at 07.45 WIB,           2026-04-06T07:45:00+07:00, true",
      "at 07.45 in Makassar,   2026-04-06T07:45:00+08:00, false",
      "at 08.45 in Makassar,   2026-04-06T08:45:00+08:00, true",
      "at 09.44 in Jayapura,   2026-04-06T09:44:00+09:00, false",
      "at 09.45 in Jayapura,   2026-04-06T09:45:00+09:00, true",
      "in the evening,         2026-04-06T23:00:00+07:00, true",
      "the day after,          2026-04-07T00:10:00+07:00, true"})
  void opensOnTheDayOfTheSync(String when, OffsetDateTime now, boolean open) {
    assertThat(gate(now.toInstant(), "07:45").isOpen(MONDAY)).as(when).isEqualTo(open);
  }

  @Test
  void tellsTheTimerWhenItOpens() {
    assertThat(gate(Instant.EPOCH, "07:45").opening(MONDAY)).isEqualTo(Instant.parse("2026-04-06T00:45:00Z"));
    assertThat(gate(Instant.EPOCH, "08:30").opening(MONDAY)).isEqualTo(Instant.parse("2026-04-06T01:30:00Z"));
  }

  private static PatchGate gate(Instant now, String opening) {
    return new PatchGate(new ExamServerSyncSettings(Map.of(), 3,
        new Opening(LocalTime.parse(opening), ZoneId.of("Asia/Jakarta")), Duration.ofMinutes(5)),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
