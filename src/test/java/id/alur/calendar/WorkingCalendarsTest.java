package id.alur.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.engine.UnusableSetting;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkingCalendarsTest {

  private static final String PT = "alur.calendar.units.\"[001999]\".";

  private final ApplicationContextRunner product = new ApplicationContextRunner()
      .withPropertyValues("alur.data=no-such-folder")
      .withBean(Clock.class, Clock::systemUTC)
      .withUserConfiguration(CalendarConfiguration.class, Enabled.class);

  @Test
  void giveEveryUnitTheStandardWeekWhereNothingIsSet() {
    product.run(context -> {
      assertThat(openingAfter(context, "001999", "2026-11-23T05:00:00Z")).isEqualTo("2026-11-23T06:00:00Z");
      assertThat(openingAfter(context, "001999", "2026-11-27T05:00:00Z")).isEqualTo("2026-11-27T06:30:00Z");
      assertThat(openingAfter(context, "001999", "2026-12-23T09:00:00Z")).isEqualTo("2026-12-28T01:00:00Z");
    });
  }

  @Test
  void giveAUnitWhatIsSetForItAndElseTheUsual() {
    product.withPropertyValues(
        "alur.calendar.working-hours.friday=09:00-11:00",
        "alur.calendar.working-hours.saturday=08:00-12:00",
        PT + "zone=Asia/Jayapura",
        PT + "working-hours.saturday=",
        PT + "closed-on-joint-leave=false").run(context -> {
          assertThat(openingAfter(context, "001998", "2026-11-27T00:00:00Z")).isEqualTo("2026-11-27T02:00:00Z");
          assertThat(openingAfter(context, "001998", "2026-11-27T04:00:00Z")).isEqualTo("2026-11-28T01:00:00Z");
          assertThat(openingAfter(context, "001999", "2026-11-26T23:00:00Z")).isEqualTo("2026-11-27T00:00:00Z");
          assertThat(openingAfter(context, "001999", "2026-11-27T04:00:00Z")).isEqualTo("2026-11-29T23:00:00Z");
          assertThat(openingAfter(context, "001999", "2026-12-23T09:00:00Z")).isEqualTo("2026-12-23T23:00:00Z");
          assertThat(openingAfter(context, "001998", "2026-12-23T09:00:00Z")).isEqualTo("2026-12-26T01:00:00Z");
        });
  }

  @Test
  void replaceTheSpecialHoursOfAUnitThatHasItsOwn() {
    product.withPropertyValues(
        "alur.calendar.special-hours[0].from=2027-02-08", "alur.calendar.special-hours[0].to=2027-03-09",
        "alur.calendar.special-hours[0].working-hours.monday=09:00-14:00",
        PT + "special-hours[0].from=2027-02-08", PT + "special-hours[0].to=2027-02-08",
        PT + "special-hours[0].working-hours.monday=").run(context -> {
          assertThat(openingAfter(context, "001998", "2027-02-08T00:00:00Z")).isEqualTo("2027-02-08T02:00:00Z");
          assertThat(openingAfter(context, "001999", "2027-02-08T00:00:00Z")).isEqualTo("2027-02-09T01:00:00Z");
          assertThat(openingAfter(context, "001999", "2027-02-15T00:00:00Z")).isEqualTo("2027-02-15T01:00:00Z");
        });
  }

  @Test
  void knowAHolidayAsSoonAsItIsRead() {
    product.run(context -> {
      WorkingHours hours = context.getBean(WorkingCalendars.class).of("001999");
      Holiday election = new Holiday(LocalDate.of(2026, 11, 24), "Pemilihan Umum", Holiday.Kind.NATIONAL);
      context.getBean(Holidays.class).replace(Map.of(Year.of(2026), List.of(election)));
      assertThat(hours.nextOpening(Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo("2026-11-25T01:00:00Z");
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "working-hours.friday=08:00-12:00,11:00-16:00 | Jumat bertumpuk",
      "units.001999.zone=Europe/Berlin              | Europe/Berlin"})
  void areRefusedAtTheStartWithASentence(String setting, String sentence) {
    product.withPropertyValues("alur.calendar." + setting).run(context -> assertThat(context)
        .getFailure().rootCause().isInstanceOf(UnusableSetting.class).hasMessageContaining(sentence));
  }

  @Test
  void areRefusedIfAUnitWouldNeverWork() {
    String[] closed = List.of(DayOfWeek.values()).stream().map(day -> PT + "working-hours." + day + "=")
        .toArray(String[]::new);
    product.withPropertyValues(closed).run(context -> assertThat(context).getFailure().rootCause()
        .isInstanceOf(UnusableSetting.class).hasMessage("Tidak ada satu pun jam kerja dalam seminggu."));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "zone=WIB                                  | WIB",
      "working-hours.senin=08:00-12:00           | senin",
      "working-hours.monday=8-12                 | Jam kerja \"8-12\" tidak terbaca",
      "special-hours[0].from=2027-02-08          | memerlukan from dan to",
      "special-hours[0].from=08/02/27            | 08/02/27"})
  void areRefusedAtTheStartWhereTheyCannotBeRead(String setting, String sentence) {
    product.withPropertyValues("alur.calendar." + setting).run(context -> assertThat(context)
        .getFailure().rootCause().hasMessageContaining(sentence));
  }

  private static Instant openingAfter(AssertableApplicationContext context, String unit, String moment) {
    return context.getBean(WorkingCalendars.class).of(unit).nextOpening(Instant.parse(moment));
  }

  @EnableConfigurationProperties(CalendarSettings.class)
  static class Enabled {}
}
