package id.alur.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final Holidays HOLIDAYS = new Holidays(new HolidayFiles(Path.of("no-such-folder")).read());
  private static final Window MANUAL_SYNC =
      new Window(JAKARTA, Set.of(TUESDAY, FRIDAY), LocalTime.of(10, 0), LocalTime.of(15, 0), HOLIDAYS);

  @ParameterizedTest
  @CsvSource({
      "2026-11-24T09:59:59.999999999+07:00, false",
      "2026-11-24T10:00:00+07:00,           true",
      "2026-11-24T14:59:59.999999999+07:00, true",
      "2026-11-24T15:00:00+07:00,           false",
      "2026-11-25T12:00:00+07:00,           false",
      "2026-11-27T12:00:00+07:00,           true"})
  void isOpenFromItsFirstMomentUntilJustBeforeItsEnd(OffsetDateTime moment, boolean open) {
    assertThat(MANUAL_SYNC.isOpen(moment.toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
      "2026-11-24T09:59:59.999999999+07:00, 2026-11-24T10:00:00+07:00",
      "2026-11-24T15:00:00+07:00,           2026-11-27T10:00:00+07:00",
      "2026-11-22T00:00:00+07:00,           2026-11-24T10:00:00+07:00"})
  void opensNextOnTheNextDayOfTheWindow(OffsetDateTime moment, OffsetDateTime opening) {
    assertThat(MANUAL_SYNC.nextOpening(moment.toInstant())).isEqualTo(opening.toInstant());
  }

  @Test
  void opensNowIfItIsOpen() {
    Instant moment = Instant.parse("2026-11-24T05:06:07.000000008Z");
    assertThat(MANUAL_SYNC.nextOpening(moment)).isEqualTo(moment);
  }

  @Test
  void staysShutOnAHoliday() {
    assertThat(MANUAL_SYNC.isOpen(wib("2026-12-25T12:00"))).isFalse();
    assertThat(MANUAL_SYNC.nextOpening(wib("2026-12-22T15:00"))).isEqualTo(wib("2026-12-29T10:00"));
  }

  @Test
  void skipsTheJointLeaveAfterIdulFitri() {
    assertThat(MANUAL_SYNC.nextOpening(wib("2026-03-17T15:00"))).isEqualTo(wib("2026-03-27T10:00"));
  }

  @Test
  void opensAtItsOwnHourInEachZone() {
    for (String zone : List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")) {
      Window window = new Window(ZoneId.of(zone), Set.of(TUESDAY), LocalTime.of(10, 0), LocalTime.of(15, 0), HOLIDAYS);
      assertThat(window.nextOpening(wib("2026-11-22T00:00")).atZone(ZoneId.of(zone)).toLocalDateTime())
          .isEqualTo("2026-11-24T10:00");
    }
  }

  @Test
  void isRefusedIfItCouldNeverOpen() {
    assertThatIllegalArgumentException().isThrownBy(() -> window(Set.of(), 10, 15));
    assertThatIllegalArgumentException().isThrownBy(() -> window(Set.of(TUESDAY), 15, 15));
    assertThatIllegalArgumentException().isThrownBy(() -> window(Set.of(TUESDAY), 15, 10));
  }

  @Test
  void saysSoIfHolidaysShutItForMoreThanAYear() {
    Holidays always = new Holidays(Map.of(Year.of(2030), everyDayOf(2030), Year.of(2031), everyDayOf(2031)));
    Window window = new Window(JAKARTA, Set.of(TUESDAY), LocalTime.of(10, 0), LocalTime.of(15, 0), always);
    assertThatIllegalStateException().isThrownBy(() -> window.nextOpening(wib("2030-01-01T00:00")))
        .withMessageContaining("no opening within 400 days");
  }

  /** For any window and moment: the next opening is open, not before the moment, and nothing is open between. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Jakarta", "America/Los_Angeles"})
  void opensNextAtTheFirstOpenMomentWhateverTheZoneOfTheMachine(String machineZone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
    long seed = System.nanoTime();
    try {
      Random random = new Random(seed);
      for (int i = 0; i < 2_000; i++) {
        opensNextAtTheFirstOpenMoment(anyWindow(random), anyMoment(random), "seed " + seed + ", round " + i);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void opensNextAtTheFirstOpenMoment(Window window, Instant moment, String seed) {
    Instant opening = window.nextOpening(moment);
    assertThat(opening).as(seed).isAfterOrEqualTo(moment);
    assertThat(window.isOpen(opening)).as(seed).isTrue();
    if (opening.equals(moment)) {
      return;
    }
    assertThat(window.isOpen(opening.minusNanos(1))).as(seed).isFalse();
    // Windows here last an hour or longer (changes of clocks aside), so half an hour cannot jump over one.
    for (Instant between = moment; between.isBefore(opening); between = between.plus(Duration.ofMinutes(30))) {
      assertThat(window.isOpen(between)).as(seed + ", " + between).isFalse();
    }
  }

  private static Window anyWindow(Random random) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
    List<String> zones = List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin");
    LocalTime from = LocalTime.ofSecondOfDay(random.nextInt(22 * 3600));
    LocalTime to = from.plusHours(1).plusMinutes(random.nextInt(59));
    ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
    return new Window(zone, days, from, to, HOLIDAYS);
  }

  private static Instant anyMoment(Random random) {
    Instant start = Instant.parse("2025-12-01T00:00:00Z");
    return start.plusSeconds(random.nextInt(800 * 24 * 3600)).plusNanos(random.nextInt(1_000_000_000));
  }

  private static Window window(Set<DayOfWeek> days, int from, int to) {
    return new Window(JAKARTA, days, LocalTime.of(from, 0), LocalTime.of(to, 0), HOLIDAYS);
  }

  private static List<Holiday> everyDayOf(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
        .map(date -> new Holiday(date, "Libur", Holiday.Kind.NATIONAL))
        .toList();
  }

  private static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
  }
}
