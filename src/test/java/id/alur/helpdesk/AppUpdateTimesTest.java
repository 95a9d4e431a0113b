package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import id.alur.calendar.TestCalendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Sop("HD-P7")
class AppUpdateTimesTest {

  private static final Duration A_DAY = Duration.ofDays(1);

  /** Times in UTC: 01.00 is 08.00 WIB, 23.00 the evening before is 08.00 WIT. */
  @ParameterizedTest
  @CsvSource({
      "001999, 2026-11-04T03:02:00Z, 2026-12-04T01:00:00Z",
      "001999, 2026-11-04T17:02:00Z, 2026-12-07T01:00:00Z", // 5 November in WIB, so 5 December, a Saturday
      "001999, 2026-11-06T03:02:00Z, 2026-12-07T01:00:00Z", // a Sunday
      "001999, 2026-11-25T03:02:00Z, 2026-12-28T01:00:00Z", // Christmas, a Friday
      "001888, 2026-11-04T03:02:00Z, 2026-12-03T23:00:00Z"})
  void asksForALookOnAWorkingMorningOfTheUnitAfterThirtyDays(String unit, String now, String due) {
    assertThat(at(now, A_DAY).nextCheck(unit).toInstant()).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
      "2026-11-04T09:00:00Z, 2026-11-05T01:00:00Z",
      "2026-11-04T00:30:00Z, 2026-11-05T01:00:00Z",
      "2026-11-06T03:02:00Z, 2026-11-09T01:00:00Z"})
  void asksForWhatWasPostponedOnTheNextWorkingMorning(String now, String due) {
    assertThat(at(now, A_DAY).nextTry("001999").toInstant()).isEqualTo(due);
  }

  @Test
  void asksWithinTheDayIfThatIsSet() {
    assertThat(at("2026-11-04T03:02:00Z", Duration.ofHours(2)).nextTry("001999").toInstant())
        .isEqualTo("2026-11-04T05:02:00Z");
  }

  private static AppUpdateTimes at(String now, Duration tryAgainAfter) {
    TestCalendars calendars = new TestCalendars(Map.of("units.001888.zone", "Asia/Jayapura"));
    return new AppUpdateTimes(new AppUpdateSettings(Duration.ofDays(30), Duration.ofDays(3), tryAgainAfter),
        calendars.calendars(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
