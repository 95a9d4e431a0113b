package id.alur.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Recurring opening hours in an explicit zone, shut on holidays.
 *
 * @param from the first moment that is open, local time
 * @param to the first moment that is shut again, later the same day
 */
public record Window(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Holidays holidays) {

  private static final int DAYS_AHEAD = 400;

  public Window {
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException("a window needs a day, and a start before its end: " + days + from + "-" + to);
    }
  }

  /** Whether {@code moment} lies within the opening hours, [from, to). */
  public boolean isOpen(Instant moment) {
    LocalDate date = moment.atZone(zone).toLocalDate();
    return opensOn(date) && !moment.isBefore(at(date, from)) && moment.isBefore(at(date, to));
  }

  /**
   * The first open moment that is not before {@code moment}: that moment itself if the window is open.
   *
   * @throws IllegalStateException if the window stays shut for the next 400 days
   */
  public Instant nextOpening(Instant moment) {
    if (isOpen(moment)) {
      return moment;
    }
    LocalDate today = moment.atZone(zone).toLocalDate();
    return today.datesUntil(today.plusDays(DAYS_AHEAD))
        .map(date -> at(date, from))
        .filter(moment::isBefore)
        .filter(this::isOpen)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "no opening within " + DAYS_AHEAD + " days of " + moment + ": " + days + from + "-" + to + " " + zone));
  }

  private boolean opensOn(LocalDate date) {
    return days.contains(date.getDayOfWeek()) && holidays.on(date).isEmpty();
  }

  private Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }
}
