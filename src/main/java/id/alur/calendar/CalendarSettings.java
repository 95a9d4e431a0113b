package id.alur.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When units work.
 *
 * @param zone in which all hours are meant
 * @param workingHours of the weekdays that differ from {@link Week#STANDARD}, such as "08:00-12:00, 13:00-16:00"; a day
 *     without hours is closed
 * @param specialHours other hours for some time, such as Ramadan
 * @param closedOnJointLeave whether nobody works on joint leave ("cuti bersama")
 * @param units what differs in a unit, by its kode PT or NPSN
 */
@ConfigurationProperties("alur.calendar")
record CalendarSettings(
    @DefaultValue("Asia/Jakarta") ZoneId zone,
    @DefaultValue Map<DayOfWeek, List<Hours>> workingHours,
    @DefaultValue List<SpecialHours> specialHours,
    @DefaultValue("true") boolean closedOnJointLeave,
    @DefaultValue Map<String, Unit> units) {

  /** The hours of a unit for which nothing else is set. */
  WorkingHours usual(Holidays holidays) {
    return new WorkingHours(zone, usualWeek(), specialHours, closedOnJointLeave, holidays);
  }

  /** The hours of one of {@link #units}. */
  WorkingHours of(Unit unit, Holidays holidays) {
    return new WorkingHours(
        Objects.requireNonNullElse(unit.zone, zone),
        usualWeek().with(unit.workingHours),
        Objects.requireNonNullElse(unit.specialHours, specialHours),
        Objects.requireNonNullElse(unit.closedOnJointLeave, closedOnJointLeave),
        holidays);
  }

  private Week usualWeek() {
    return Week.STANDARD.with(workingHours);
  }

  /** What differs in a unit; null where nothing does. Its special hours replace the usual ones. */
  record Unit(ZoneId zone, @DefaultValue Map<DayOfWeek, List<Hours>> workingHours, List<SpecialHours> specialHours,
      Boolean closedOnJointLeave) {}
}
