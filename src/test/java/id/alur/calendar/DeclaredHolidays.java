package id.alur.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holidays that a test adds to those that come with Alur, as the holiday file of a morning does. */
public final class DeclaredHolidays {

  private final Map<Year, List<Holiday>> years = shipped();
  private final Holidays holidays;

  public DeclaredHolidays(Holidays holidays) {
    this.holidays = holidays;
  }

  static Map<Year, List<Holiday>> shipped() {
    return new HolidayFiles(Path.of("no-such-folder")).read();
  }

  /** Makes {@code date} a holiday. */
  public void declare(LocalDate date) {
    Map<Year, List<Holiday>> changed = new HashMap<>(years);
    List<Holiday> ofYear = new ArrayList<>(years.getOrDefault(Year.from(date), List.of()));
    ofYear.add(new Holiday(date, "Pemilihan Umum", Holiday.Kind.NATIONAL));
    changed.put(Year.from(date), ofYear);
    holidays.replace(changed);
  }

  /** Takes back what was declared. */
  public void withdraw() {
    holidays.replace(years);
  }
}
