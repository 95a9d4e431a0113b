package id.alur.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Working hours as an operator sets them, with the holidays that come with Alur and those that a test adds. */
public final class TestCalendars {

  private final Holidays holidays = new Holidays(DeclaredHolidays.shipped());
  private final DeclaredHolidays declared = new DeclaredHolidays(holidays);
  private final WorkingCalendars calendars;

  /** @param settings below {@code alur.calendar} */
  public TestCalendars(Map<String, String> settings) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("alur.calendar." + name, value));
    this.calendars = new WorkingCalendars(
        new Binder(source).bindOrCreate("alur.calendar", CalendarSettings.class), holidays);
  }

  public WorkingCalendars calendars() {
    return calendars;
  }

  /** Makes {@code date} a holiday. */
  public void declareHoliday(LocalDate date) {
    declared.declare(date);
  }

  /** Takes back what was declared. */
  public void withdrawHolidays() {
    declared.withdraw();
  }
}
