package id.alur.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A stretch of a day, such as 08:00-12:00.
 *
 * @param from its first moment, local time
 * @param to the first moment after it, later the same day; midnight is the end of the day
 */
record Hours(LocalTime from, LocalTime to) {

  private static final String END_OF_DAY = "24:00";

  Hours {
    if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException("Jam kerja " + from + "-" + to + " berakhir sebelum mulai. Jam kerja yang "
          + "melewati tengah malam ditulis pada dua hari: sampai " + END_OF_DAY + ", lalu mulai 00:00.");
    }
  }

  /** The hours that {@code text} writes as "08:00-12:00", up to 24:00; the settings are read by it. */
  public static Hours of(String text) {
    try {
      String[] ends = text.strip().split("\\s*-\\s*", 2);
      LocalTime to = END_OF_DAY.equals(ends[1]) ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
      return new Hours(LocalTime.parse(ends[0]), to);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
      // No cause: at the start only the innermost message is printed.
      throw new IllegalArgumentException("Jam kerja \"" + text + "\" tidak terbaca. Tulis seperti 08:00-12:00.");
    }
  }

  boolean overlaps(Hours later) {
    return later.from.isBefore(to) || to.equals(LocalTime.MIDNIGHT);
  }

  Instant opensOn(LocalDate date, ZoneId zone) {
    return date.atTime(from).atZone(zone).toInstant();
  }

  Instant closesOn(LocalDate date, ZoneId zone) {
    LocalDate lastDay = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    return lastDay.atTime(to).atZone(zone).toInstant();
  }

  @Override
  public String toString() {
    return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
  }
}
