package id.alur.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Working hours as an operator sets them, with the holidays that come with Alur and those that a test adds. */
public final class TestCalendars {

  private final Map<Year, List<Holiday>> years = new HolidayFiles(Path.of("no-such-folder")).read();
  private final Holidays holidays = new Holidays(years);
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

  /** Makes {@code date} a holiday, as the holiday file of a morning does. */
  public void declareHoliday(LocalDate date) {
    Map<Year, List<Holiday>> changed = new HashMap<>(years);
    List<Holiday> ofYear = new ArrayList<>(years.getOrDefault(Year.from(date), List.of()));
    ofYear.add(new Holiday(date, "Pemilihan Umum", Holiday.Kind.NATIONAL));
    changed.put(Year.from(date), ofYear);
    holidays.replace(changed);
  }

  /** Takes back what was declared. */
  public void withdrawHolidays() {
    holidays.replace(years);
  }
}
