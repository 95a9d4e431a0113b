package id.alur.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
  private static final Holidays HOLIDAYS = new Holidays(new HolidayFiles(Path.of("no-such-folder")).read());
  private static final WorkingHours WIB = new WorkingHours(JAKARTA, Week.STANDARD, List.of(), true, HOLIDAYS);
  private static final WorkingHours WIT = new WorkingHours(JAYAPURA, Week.STANDARD, List.of(), true, HOLIDAYS);

  @ParameterizedTest
  @CsvSource({
      "2026-11-23T07:59:59.999999999+07:00, false",
      "2026-11-23T08:00:00+07:00,           true",
      "2026-11-23T11:59:59.999999999+07:00, true",
      "2026-11-23T12:00:00+07:00,           false",
      "2026-11-23T13:00:00+07:00,           true",
      "2026-11-23T16:00:00+07:00,           false",
      "2026-11-27T13:00:00+07:00,           false",
      "2026-11-28T10:00:00+07:00,           false",
      "2026-12-24T10:00:00+07:00,           false"})
  void isOpenFromTheFirstMomentUntilJustBeforeTheEnd(OffsetDateTime moment, boolean open) {
    assertThat(WIB.isOpen(moment.toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
      "2026-11-23T10:00:00.000000001+07:00, 2026-11-23T10:00:00.000000001+07:00",
      "2026-11-23T12:00:00+07:00,           2026-11-23T13:00:00+07:00",
      "2026-11-27T16:00:00+07:00,           2026-11-30T08:00:00+07:00",
      "2026-12-23T16:00:00+07:00,           2026-12-28T08:00:00+07:00"})
  void opensNextAfterBreaksNightsAndHolidays(OffsetDateTime moment, OffsetDateTime opening) {
    assertThat(WIB.nextOpening(moment.toInstant())).isEqualTo(opening.toInstant());
  }

  @Test
  void opensInPapuaWhileItIsStillTheDayBeforeInUtc() {
    assertThat(WIT.nextOpening(Instant.parse("2026-11-21T00:00:00Z"))).isEqualTo("2026-11-22T23:00:00Z");
    assertThat(WIT.after(Instant.parse("2026-11-22T22:00:00Z"), Duration.ofHours(2))).isEqualTo("2026-11-23T01:00:00Z");
  }

  @Test
  void countsNothingBackwards() {
    assertThat(WIB.between(Instant.parse("2026-11-23T04:00:00Z"), Instant.parse("2026-11-23T02:00:00Z"))).isZero();
    assertThat(WIB.between(Instant.parse("2026-11-25T04:00:00Z"), Instant.parse("2026-11-23T02:00:00Z"))).isZero();
  }

  @Test
  void worksThroughTheNightIfTheDayEndsAtMidnight() {
    Week always = week("00:00-24:00", DayOfWeek.values());
    WorkingHours hours = new WorkingHours(JAKARTA, always, List.of(), false, new Holidays(Map.of()));
    Instant from = Instant.parse("2026-11-20T12:00:00Z");
    assertThat(hours.between(from, from.plus(Duration.ofDays(30)))).isEqualTo(Duration.ofDays(30));
    assertThat(hours.after(from, Duration.ofDays(30))).isEqualTo(from.plus(Duration.ofDays(30)));
  }

  @Test
  void keepsTheUsualHoursOnDaysThatSpecialHoursDoNotName() {
    WorkingHours hours = withSpecialHours(special("2026-11-23", "2026-11-27", MONDAY));
    assertThat(hours.nextOpening(Instant.parse("2026-11-23T00:00:00Z"))).isEqualTo("2026-11-24T01:00:00Z");
    assertThat(hours.nextOpening(Instant.parse("2026-11-30T00:00:00Z"))).isEqualTo("2026-11-30T01:00:00Z");
  }

  @Test
  void refusesAUnitThatWouldNeverWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(JAKARTA, new Week(Map.of()), List.of(), true, HOLIDAYS))
        .withMessageContaining("Tidak ada satu pun jam kerja");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(JAKARTA, new Week(Map.of(MONDAY, List.of())), List.of(), true, HOLIDAYS));
  }

  @Test
  void refusesAZoneWhoseClocksChange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(ZoneId.of("Europe/Berlin"), Week.STANDARD, List.of(), true, HOLIDAYS))
        .withMessageContaining("Europe/Berlin").withMessageContaining("Asia/Jakarta");
  }

  @Test
  void refusesHoursThatOverlap() {
    assertThatIllegalArgumentException().isThrownBy(() -> week("08:00-12:00, 11:30-16:00", FRIDAY))
        .withMessage("Jam kerja hari Jumat bertumpuk: 08:00-12:00 dan 11:30-16:00.");
    assertThatIllegalArgumentException().isThrownBy(() -> week("22:00-24:00, 23:00-23:30", FRIDAY));
    assertThat(week("13:00-16:00, 08:00-13:00", FRIDAY).on(FRIDAY)).hasToString("[08:00-13:00, 13:00-16:00]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8-12", "08:00", "12:00-08:00", "08:00-08:00", "08:00-25:00", "08.00-12.00", "24:00-12:00", "-"})
  void refusesHoursThatAreNone(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> Hours.of(written)).withMessageStartingWith("Jam kerja");
  }

  @Test
  void refusesSpecialHoursThatShareADayOrMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> withSpecialHours(
            special("2027-03-01", "2027-03-09", MONDAY), special("2027-02-08", "2027-03-01", MONDAY)))
        .withMessageContaining("2027-03-01");
    assertThatIllegalArgumentException().isThrownBy(() -> special("2027-03-09", "2027-02-08", MONDAY));
    assertThatIllegalArgumentException().isThrownBy(() -> special("2027-02-08", "2072-03-09", MONDAY));
    assertThatIllegalArgumentException().isThrownBy(() -> special("2027-02-08", "2027-03-09"));
    assertThatIllegalArgumentException().isThrownBy(() -> new SpecialHours(null, null, Map.of(MONDAY, List.of())));
  }

  @Test
  void saysSoIfHolidaysLeaveNoWorkingTimeForMoreThanAYear() {
    Holidays always = new Holidays(Map.of(Year.of(2030), everyDayOf(2030), Year.of(2031), everyDayOf(2031)));
    WorkingHours hours = new WorkingHours(JAKARTA, Week.STANDARD, List.of(), true, always);
    Instant before = Instant.parse("2029-12-31T08:30:00Z");
    assertThatIllegalStateException().isThrownBy(() -> hours.after(before, Duration.ofHours(1)))
        .withMessageContaining("no working time within 400 days");
    assertThat(hours.after(before, Duration.ofMinutes(30))).isEqualTo("2029-12-31T09:00:00Z");
    assertThat(hours.between(before, Instant.parse("2031-12-31T00:00:00Z"))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void doesNoNegativeWork() {
    assertThatIllegalArgumentException().isThrownBy(() -> WIB.after(Instant.EPOCH, Duration.ofNanos(-1)));
  }

  /** For any hours and moments, whatever the zone of the machine. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Jakarta", "America/Los_Angeles"})
  void betweenAndAfterAgree(String machineZone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
    long seed = System.nanoTime();
    try {
      Random random = new Random(seed);
      for (int i = 0; i < 500; i++) {
        betweenAndAfterAgree(anyHours(random), random, "seed " + seed + ", round " + i);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void betweenAndAfterAgree(WorkingHours hours, Random random, String seed) {
    Instant from = anyMoment(random);
    Duration work = Duration.ofSeconds(random.nextInt(60 * 3600), random.nextInt(1_000_000_000));
    Instant end = hours.after(from, work);
    assertThat(hours.between(from, end)).as(seed).isEqualTo(work);
    if (!work.isZero()) {
      assertThat(hours.isOpen(end.minusNanos(1))).as(seed + ": the first such moment").isTrue();
    }

    Duration more = work.plusSeconds(random.nextInt(10 * 3600));
    assertThat(hours.after(from, more)).as(seed + ": more work").isAfterOrEqualTo(end);
    Instant later = from.plusSeconds(random.nextInt(10 * 24 * 3600));
    assertThat(hours.after(later, work)).as(seed + ": later start").isAfterOrEqualTo(end);
    assertThat(hours.after(end, more.minus(work))).as(seed + ": in two parts").isEqualTo(hours.after(from, more));

    Instant latest = later.plusSeconds(random.nextInt(10 * 24 * 3600));
    assertThat(hours.between(from, later).plus(hours.between(later, latest))).as(seed + ": added up")
        .isEqualTo(hours.between(from, latest));

    Instant opening = hours.nextOpening(from);
    assertThat(hours.isOpen(opening)).as(seed + ": opening").isTrue();
    assertThat(hours.between(from, opening)).as(seed + ": nothing before the opening").isZero();
  }

  private static WorkingHours anyHours(Random random) {
    List<ZoneId> zones = List.of(JAKARTA, ZoneId.of("Asia/Makassar"), JAYAPURA);
    LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    SpecialHours special = new SpecialHours(from, from.plusDays(random.nextInt(60)), anyWeek(random).days());
    return new WorkingHours(zones.get(random.nextInt(zones.size())), anyWeek(random), List.of(special),
        random.nextBoolean(), HOLIDAYS);
  }

  private static Week anyWeek(Random random) {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    days.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(Hours.of("00:00-24:00")));
    for (int i = random.nextInt(5); i > 0; i--) {
      days.put(DayOfWeek.of(1 + random.nextInt(7)), anyDay(random));
    }
    return days.values().stream().allMatch(List::isEmpty) ? anyWeek(random) : new Week(days);
  }

  private static List<Hours> anyDay(Random random) {
    List<Hours> day = new ArrayList<>();
    int minute = random.nextInt(12 * 60);
    while (minute < 22 * 60) {
      int end = minute + 1 + random.nextInt(24 * 60 - minute - 1);
      day.add(new Hours(LocalTime.ofSecondOfDay(minute * 60L), LocalTime.ofSecondOfDay(end % (24 * 60) * 60L)));
      minute = end + random.nextInt(12 * 60);
    }
    return day;
  }

  private static Instant anyMoment(Random random) {
    Instant start = Instant.parse("2025-12-01T00:00:00Z");
    return start.plusSeconds(random.nextInt(800 * 24 * 3600)).plusNanos(random.nextInt(1_000_000_000));
  }

  private static Week week(String hours, DayOfWeek... days) {
    List<Hours> all = List.of(hours.split(", ")).stream().map(Hours::of).toList();
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    List.of(days).forEach(day -> week.put(day, all));
    return new Week(week);
  }

  private static WorkingHours withSpecialHours(SpecialHours... special) {
    return new WorkingHours(JAKARTA, Week.STANDARD, List.of(special), true, HOLIDAYS);
  }

  private static SpecialHours special(String from, String to, DayOfWeek... closed) {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    List.of(closed).forEach(day -> days.put(day, List.of()));
    return new SpecialHours(LocalDate.parse(from), LocalDate.parse(to), days);
  }

  private static List<Holiday> everyDayOf(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
        .map(date -> new Holiday(date, "Libur", Holiday.Kind.NATIONAL))
        .toList();
  }
}
