package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.Sop;
import id.alur.calendar.TestCalendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the service clock shows, worked out by hand. Units work Monday to Thursday 08.00-12.00 and 13.00-16.00 (7 hours),
 * Friday 08.00-11.30 and 13.30-16.00 (6 hours); in Ramadan, 8 February to 9 March 2027, Monday to Thursday 08.00-12.00
 * and 12.30-15.00, Friday 08.00-11.30 and 12.30-15.30. WIB, WITA and WIT lie in these zones; PIKET, in WIB, works on
 * joint leave.
 *
 * <p>A clock is written as start-pause, start-pause, and so on, in the unit's own time. Where no year is written,
 * November and December are those of 2026, the other months those of 2027.
 */
@Sop("HD-T")
class ServiceClockTest {

  private static final Map<String, ZoneId> ZONES = Map.of("WIB", ZoneId.of("Asia/Jakarta"),
      "PIKET", ZoneId.of("Asia/Jakarta"), "WITA", ZoneId.of("Asia/Makassar"), "WIT", ZoneId.of("Asia/Jayapura"));
  // The weekday is checked against the date.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uu HH:mm", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  private static DataSource database;

  private final TestCalendars calendars = new TestCalendars(Map.ofEntries(
      Map.entry("special-hours[0].from", "2027-02-08"),
      Map.entry("special-hours[0].to", "2027-03-09"),
      Map.entry("special-hours[0].working-hours.monday", "08:00-12:00, 12:30-15:00"),
      Map.entry("special-hours[0].working-hours.tuesday", "08:00-12:00, 12:30-15:00"),
      Map.entry("special-hours[0].working-hours.wednesday", "08:00-12:00, 12:30-15:00"),
      Map.entry("special-hours[0].working-hours.thursday", "08:00-12:00, 12:30-15:00"),
      Map.entry("special-hours[0].working-hours.friday", "08:00-11:30, 12:30-15:30"),
      Map.entry("units.WITA.zone", "Asia/Makassar"),
      Map.entry("units.WIT.zone", "Asia/Jayapura"),
      Map.entry("units.PIKET.closed-on-joint-leave", "false")));
  private final String caseId = UUID.randomUUID().toString();

  @BeforeAll
  static void createTables() {
    database = Database.H2.migrated();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      # what it shows                   | unit  | clock                                       | now                 | minutes
      nothing at the start              | WIB   | Mon 23 Nov 09:00-                           | Mon 23 Nov 09:00    | 0
      half an hour of a morning         | WIB   | Mon 23 Nov 09:00-                           | Mon 23 Nov 09:30    | 30
      noon break in between             | WIB   | Mon 23 Nov 11:30-                           | Mon 23 Nov 13:30    | 60
      stands still in the noon break    | WIB   | Mon 23 Nov 11:30-                           | Mon 23 Nov 12:45    | 30
      start in the noon break           | WIB   | Mon 23 Nov 12:15-                           | Mon 23 Nov 13:05    | 5
      start and end in the noon break   | WIB   | Mon 23 Nov 12:05-                           | Mon 23 Nov 12:55    | 0
      start exactly at opening          | WIB   | Mon 23 Nov 08:00-                           | Mon 23 Nov 08:01    | 1
      start before opening              | WIB   | Mon 23 Nov 06:00-                           | Mon 23 Nov 08:10    | 10
      last minute before closing        | WIB   | Mon 23 Nov 15:59-                           | Mon 23 Nov 16:00    | 1
      start exactly at closing          | WIB   | Mon 23 Nov 16:00-                           | Tue 24 Nov 08:00    | 0
      start after closing               | WIB   | Mon 23 Nov 17:00-                           | Tue 24 Nov 08:20    | 20
      whole Monday                      | WIB   | Mon 23 Nov 00:00-                           | Tue 24 Nov 00:00    | 420
      night                             | WIB   | Mon 23 Nov 15:30-                           | Tue 24 Nov 08:30    | 60
      longer break on Friday            | WIB   | Fri 27 Nov 11:00-                           | Fri 27 Nov 13:45    | 45
      nothing in the break on Friday    | WIB   | Fri 27 Nov 11:30-                           | Fri 27 Nov 13:30    | 0
      whole Friday                      | WIB   | Fri 27 Nov 00:00-                           | Sat 28 Nov 00:00    | 360
      weekend                           | WIB   | Fri 27 Nov 15:50-                           | Mon 30 Nov 08:05    | 15
      nothing on Saturday               | WIB   | Sat 28 Nov 10:00-                           | Sat 28 Nov 15:00    | 0
      whole week                        | WIB   | Mon 23 Nov 00:00-                           | Mon 30 Nov 00:00    | 2040
      six weeks, less 24, 25 Dec, 1 Jan | WIB   | Mon 23 Nov 00:00-                           | Mon 4 Jan 00:00     | 11100
      pause                             | WIB   | Mon 23 Nov 09:00-09:20, 10:00-              | Mon 23 Nov 10:10    | 30
      pause of no length                | WIB   | Mon 23 Nov 09:00-09:10, 09:10-              | Mon 23 Nov 09:30    | 30
      pause over a night                | WIB   | Mon 23 Nov 15:00-15:30, Tue 24 Nov 09:00-   | Tue 24 Nov 09:10    | 40
      pause over a weekend              | WIB   | Fri 27 Nov 15:00-15:15, Mon 30 Nov 10:00-   | Mon 30 Nov 10:20    | 35
      pause from evening to morning     | WIB   | Mon 23 Nov 15:00-18:00, Tue 24 Nov 07:00-   | Tue 24 Nov 08:30    | 90
      pause within the noon break       | WIB   | Mon 23 Nov 11:00-12:10, 12:50-              | Mon 23 Nov 13:30    | 90
      two pauses                        | WIB   | Mon 23 Nov 08:00-08:30, 09:00-09:15, 10:00- | Mon 23 Nov 10:05    | 50
      still paused after days           | WIB   | Mon 23 Nov 09:00-09:40                      | Thu 26 Nov 12:00    | 40
      reopened after days               | WIB   | Mon 23 Nov 09:00-09:50, Fri 27 Nov 14:00-   | Fri 27 Nov 14:05    | 55
      ran on Saturday only              | WIB   | Sat 28 Nov 09:00-12:00                      | Mon 30 Nov 09:00    | 0
      never started                     | WIB   |                                             | Mon 23 Nov 09:00    | 0
      joint leave and 25 December       | WIB   | Wed 23 Dec 15:00-                           | Mon 28 Dec 08:30    | 90
      at work on joint leave            | PIKET | Wed 23 Dec 15:00-                           | Mon 28 Dec 08:30    | 510
      nobody at work on 25 December     | PIKET | Fri 25 Dec 08:00-                           | Fri 25 Dec 16:00    | 0
      turn of the year                  | WIB   | Thu 31 Dec 15:30-                           | Mon 4 Jan 08:30     | 60
      whole Monday in Ramadan           | WIB   | Mon 8 Feb 00:00-                            | Tue 9 Feb 00:00     | 390
      shorter break in Ramadan          | WIB   | Mon 8 Feb 11:30-                            | Mon 8 Feb 13:30     | 90
      earlier closing in Ramadan        | WIB   | Mon 8 Feb 14:30-                            | Tue 9 Feb 08:30     | 60
      Friday in Ramadan                 | WIB   | Fri 12 Feb 11:00-                           | Fri 12 Feb 13:00    | 60
      into Ramadan                      | WIB   | Thu 4 Feb 15:30-                            | Mon 8 Feb 12:45     | 285
      out of Ramadan, over Idul Fitri   | WIB   | Fri 5 Mar 15:00-                            | Tue 16 Mar 08:30    | 60
      usual noon break after Ramadan    | WIB   | Tue 16 Mar 12:15-                           | Tue 16 Mar 15:45    | 165
      morning in WITA                   | WITA  | Mon 23 Nov 07:30-                           | Mon 23 Nov 08:45    | 45
      Monday in WIT, Sunday in UTC      | WIT   | Mon 23 Nov 07:00-                           | Mon 23 Nov 08:59    | 59
      Saturday in WIT, Friday in UTC    | WIT   | Fri 27 Nov 15:30-                           | Sat 28 Nov 08:30    | 30
      leave in WIT, day before in UTC   | WIT   | Wed 23 Dec 15:00-                           | Thu 24 Dec 08:30    | 60
      night to Monday, Sunday in UTC    | WIB   | Mon 23 Nov 00:30-                           | Mon 23 Nov 09:00    | 60
      year of unknown holidays          | WIB   | Mon 3 Jan 28 08:00-                         | Tue 4 Jan 28 08:00  | 420
      17 August of such a year          | WIB   | Thu 17 Aug 28 00:00-                        | Fri 18 Aug 28 00:00 | 420
      """)
  void hasSpent(String shows, String unit, String written, String askedAt, long minutes) {
    run(written, unit);
    assertThat(at(moment(askedAt, unit)).spent(caseId, unit)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      # what it shows                  | unit  | clock                                       | limit | due
      within a morning                 | WIB   | Mon 23 Nov 09:00-                           | 60    | Mon 23 Nov 10:00
      exactly as the noon break begins | WIB   | Mon 23 Nov 11:00-                           | 60    | Mon 23 Nov 12:00
      a minute more, after noon break  | WIB   | Mon 23 Nov 11:00-                           | 61    | Mon 23 Nov 13:01
      noon break                       | WIB   | Mon 23 Nov 11:30-                           | 60    | Mon 23 Nov 13:30
      start in the noon break          | WIB   | Mon 23 Nov 12:20-                           | 60    | Mon 23 Nov 14:00
      start before opening             | WIB   | Mon 23 Nov 05:00-                           | 60    | Mon 23 Nov 09:00
      start exactly at opening         | WIB   | Mon 23 Nov 08:00-                           | 60    | Mon 23 Nov 09:00
      start exactly at closing         | WIB   | Mon 23 Nov 16:00-                           | 60    | Tue 24 Nov 09:00
      start after closing              | WIB   | Mon 23 Nov 20:00-                           | 60    | Tue 24 Nov 09:00
      exactly at closing               | WIB   | Mon 23 Nov 15:00-                           | 60    | Mon 23 Nov 16:00
      night                            | WIB   | Mon 23 Nov 15:30-                           | 60    | Tue 24 Nov 08:30
      longer break on Friday           | WIB   | Fri 27 Nov 11:00-                           | 60    | Fri 27 Nov 14:00
      start as Friday's break begins   | WIB   | Fri 27 Nov 11:30-                           | 60    | Fri 27 Nov 14:30
      weekend                          | WIB   | Fri 27 Nov 15:30-                           | 60    | Mon 30 Nov 08:30
      start on Sunday                  | WIB   | Sun 29 Nov 12:00-                           | 60    | Mon 30 Nov 09:00
      no work                          | WIB   | Mon 23 Nov 09:00-                           | 0     | Mon 23 Nov 09:00
      no work on Saturday              | WIB   | Sat 28 Nov 10:00-                           | 0     | Sat 28 Nov 10:00
      a day                            | WIB   | Mon 23 Nov 08:00-                           | 420   | Mon 23 Nov 16:00
      a day and a minute               | WIB   | Mon 23 Nov 08:00-                           | 421   | Tue 24 Nov 08:01
      a week                           | WIB   | Mon 23 Nov 08:00-                           | 2040  | Fri 27 Nov 16:00
      pause                            | WIB   | Mon 23 Nov 09:00-09:20, 10:00-              | 60    | Mon 23 Nov 10:40
      pause over a night               | WIB   | Mon 23 Nov 15:00-15:30, Tue 24 Nov 10:00-   | 60    | Tue 24 Nov 10:30
      pause over a weekend             | WIB   | Fri 27 Nov 15:00-15:20, Mon 30 Nov 14:00-   | 60    | Mon 30 Nov 14:40
      pause from evening to morning    | WIB   | Mon 23 Nov 15:30-19:00, Tue 24 Nov 06:00-   | 60    | Tue 24 Nov 08:30
      pause within the noon break      | WIB   | Mon 23 Nov 11:30-12:05, 12:55-              | 60    | Mon 23 Nov 13:30
      pause from noon to afternoon     | WIB   | Mon 23 Nov 11:30-12:30, 14:00-              | 60    | Mon 23 Nov 14:30
      two pauses and a night           | WIB   | Mon 23 Nov 08:00-08:20, 09:00-09:20, 15:50- | 60    | Tue 24 Nov 08:10
      reopened with time left          | WIB   | Mon 23 Nov 09:00-09:50, Fri 27 Nov 14:00-   | 60    | Fri 27 Nov 14:10
      reopened though it was late      | WIB   | Mon 23 Nov 09:00-11:00, Fri 27 Nov 14:00-   | 60    | Mon 23 Nov 10:00
      paused exactly at the limit      | WIB   | Mon 23 Nov 09:00-10:00, Tue 24 Nov 09:00-   | 60    | Mon 23 Nov 10:00
      joint leave and 25 December      | WIB   | Wed 23 Dec 15:30-                           | 60    | Mon 28 Dec 08:30
      at work on joint leave           | PIKET | Wed 23 Dec 15:30-                           | 60    | Thu 24 Dec 08:30
      nobody at work on 25 December    | PIKET | Thu 24 Dec 15:30-                           | 60    | Mon 28 Dec 08:30
      start on 25 December             | WIB   | Fri 25 Dec 09:00-                           | 60    | Mon 28 Dec 09:00
      turn of the year                 | WIB   | Thu 31 Dec 15:30-                           | 60    | Mon 4 Jan 08:30
      holiday between two working days | WIB   | Mon 4 Jan 15:30-                            | 60    | Wed 6 Jan 08:30
      into Ramadan                     | WIB   | Thu 4 Feb 15:30-                            | 300   | Mon 8 Feb 13:00
      earlier closing in Ramadan       | WIB   | Tue 9 Feb 14:30-                            | 60    | Wed 10 Feb 08:30
      break on Friday in Ramadan       | WIB   | Fri 12 Feb 11:00-                           | 60    | Fri 12 Feb 13:00
      closing on Friday in Ramadan     | WIB   | Fri 12 Feb 15:00-                           | 60    | Mon 15 Feb 08:30
      out of Ramadan, over Idul Fitri  | WIB   | Fri 5 Mar 15:00-                            | 60    | Tue 16 Mar 08:30
      leave within Ramadan             | PIKET | Fri 5 Mar 15:00-                            | 60    | Tue 9 Mar 08:30
      leave after Ramadan              | PIKET | Tue 9 Mar 14:30-                            | 60    | Fri 12 Mar 08:30
      holidays on a weekend            | WIB   | Thu 23 Dec 27 15:30-                        | 60    | Mon 27 Dec 27 08:30
      night in WITA                    | WITA  | Mon 23 Nov 15:30-                           | 60    | Tue 24 Nov 08:30
      night in WIT, one day in UTC     | WIT   | Mon 23 Nov 15:30-                           | 60    | Tue 24 Nov 08:30
      Monday in WIT, Sunday in UTC     | WIT   | Mon 23 Nov 07:30-                           | 45    | Mon 23 Nov 08:45
      into a year of unknown holidays  | WIB   | Fri 31 Dec 27 15:30-                        | 60    | Mon 3 Jan 28 08:30
      17 August of such a year         | WIB   | Wed 16 Aug 28 15:30-                        | 60    | Thu 17 Aug 28 08:30
      """)
  void isDue(String shows, String unit, String written, long limit, String due) {
    Instant last = run(written, unit);
    assertThat(at(last).due(caseId, unit, Duration.ofMinutes(limit))).isEqualTo(moment(due, unit));
  }

  @Test
  void isDueLaterTheLongerItIsPaused() {
    run("Mon 23 Nov 09:00 - 09:20", "WIB");
    assertThat(dueAt("Mon 23 Nov 10:00")).isEqualTo(wib("Mon 23 Nov 10:40"));
    assertThat(dueAt("Mon 23 Nov 15:30")).isEqualTo(wib("Tue 24 Nov 08:10"));
    assertThat(dueAt("Sun 29 Nov 15:30")).isEqualTo(wib("Mon 30 Nov 08:40"));
  }

  @Test
  void staysDueWhenItWasIfItIsPausedTooLate() {
    run("Mon 23 Nov 09:00 - 10:30", "WIB");
    assertThat(dueAt("Fri 27 Nov 09:00")).isEqualTo(wib("Mon 23 Nov 10:00"));
  }

  @Test
  void isDueAsIfItStartedNowBeforeItStarts() {
    assertThat(dueAt("Mon 23 Nov 15:30")).isEqualTo(wib("Tue 24 Nov 08:30"));
  }

  @Test
  void warnsAtTheShareOfTheLimitThatIsSet() {
    Instant start = run("Mon 23 Nov 11:30 -", "WIB");
    assertThat(at(start).warnAt(caseId, "WIB", Duration.ofMinutes(60))).isEqualTo(wib("Mon 23 Nov 13:18"));
    assertThat(at(start).warnAt(caseId, "WIB", Duration.ofMinutes(20))).isEqualTo(wib("Mon 23 Nov 11:46"));
  }

  @Test
  void isDueADayLaterIfADayBecomesAHolidayWhileItRuns() {
    run("Mon 23 Nov 15:30 -", "WIB");
    assertThat(dueAt("Mon 23 Nov 15:45")).isEqualTo(wib("Tue 24 Nov 08:30"));
    calendars.declareHoliday(LocalDate.of(2026, 11, 24));
    assertThat(dueAt("Mon 23 Nov 15:45")).isEqualTo(wib("Wed 25 Nov 08:30"));
    calendars.withdrawHolidays();
    assertThat(dueAt("Mon 23 Nov 15:45")).isEqualTo(wib("Tue 24 Nov 08:30"));
  }

  @Test
  void givesBackWhatWasSpentOnADayThatBecomesAHolidayAfterwards() {
    run("Mon 23 Nov 15:30 -", "WIB");
    ServiceClock later = at(wib("Tue 24 Nov 08:20"));
    assertThat(later.spent(caseId, "WIB")).isEqualTo(Duration.ofMinutes(50));
    calendars.declareHoliday(LocalDate.of(2026, 11, 24));
    assertThat(later.spent(caseId, "WIB")).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void keepsTheClocksOfCasesApart() {
    run("Mon 23 Nov 09:00 -", "WIB");
    assertThat(at(wib("Mon 23 Nov 09:30")).spent("other", "WIB")).isZero();
  }

  /** Starts and pauses the clock as {@code written}; the last of these moments. */
  private Instant run(String written, String unit) {
    List<Instant> moments = moments(written, unit);
    for (int i = 0; i < moments.size(); i++) {
      ServiceClock clock = at(moments.get(i));
      if (i % 2 == 0) {
        clock.start(caseId);
      } else {
        clock.pause(caseId);
      }
    }
    return moments.isEmpty() ? null : moments.get(moments.size() - 1);
  }

  /** A moment without a date lies on the day of the one before. */
  private static List<Instant> moments(String written, String unit) {
    List<Instant> moments = new ArrayList<>();
    if (written == null) {
      return moments;
    }
    for (String moment : written.split("\\s*[-,]\\s*")) {
      moments.add(moment.length() > "HH:mm".length() ? moment(moment, unit)
          : moments.get(moments.size() - 1).atZone(ZONES.get(unit)).with(LocalTime.parse(moment)).toInstant());
    }
    return moments;
  }

  private static Instant moment(String written, String unit) {
    String year = written.matches(".*(Nov|Dec).*") ? "26" : "27";
    String complete = written.replaceFirst("(\\w+ \\d+ \\w+) (\\d+:\\d+)", "$1 " + year + " $2");
    return LocalDateTime.parse(complete, MOMENT).atZone(ZONES.get(unit)).toInstant();
  }

  private static Instant wib(String written) {
    return moment(written, "WIB");
  }

  private Instant dueAt(String now) {
    return at(wib(now)).due(caseId, "WIB", Duration.ofMinutes(60));
  }

  private ServiceClock at(Instant now) {
    return new ServiceClock(JdbcClient.create(database), calendars.calendars(), HelpDeskSettingsTest.OF_SOURCE,
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
