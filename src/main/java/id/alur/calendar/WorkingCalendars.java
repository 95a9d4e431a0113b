package id.alur.calendar;

import id.alur.engine.UnusableSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The working hours of each unit, with the holidays of now. */
public final class WorkingCalendars {

  private static final String PREFIX = "alur.calendar";

  private final WorkingHours usual;
  private final Map<String, WorkingHours> units = new HashMap<>();

  WorkingCalendars(CalendarSettings settings, Holidays holidays) {
    this.usual = usable(PREFIX, () -> settings.usual(holidays));
    settings.units().forEach((code, unit) ->
        units.put(code, usable(PREFIX + ".units.\"[" + code + "]\"", () -> settings.of(unit, holidays))));
  }

  /**
   * The hours of a unit; the usual ones if nothing else is set for it.
   *
   * @param unit its kode PT or NPSN
   */
  public WorkingHours of(String unit) {
    return units.getOrDefault(unit, usual);
  }

  private static WorkingHours usable(String setting, Supplier<WorkingHours> hours) {
    try {
      return hours.get();
    } catch (IllegalArgumentException e) {
      throw new UnusableSetting(e.getMessage(), "Perbaiki pengaturan " + setting + ", lalu jalankan Alur lagi.");
    }
  }
}
