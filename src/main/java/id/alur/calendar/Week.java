package id.alur.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hours of each weekday, local time, in their order; a day without hours is closed.
 *
 * @throws IllegalArgumentException with a sentence for the operator, if hours of a day overlap
 */
record Week(Map<DayOfWeek, List<Hours>> days) {

  /** The hours where nothing else is set: a noon break, on Friday a longer one. */
  static final Week STANDARD = standard();

  Week {
    Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
    days.forEach((day, hours) -> sorted.put(day, inOrder(day, hours)));
    days = Map.copyOf(sorted);
  }

  List<Hours> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /** This week with the hours of the days that {@code changes} names. */
  Week with(Map<DayOfWeek, List<Hours>> changes) {
    Map<DayOfWeek, List<Hours>> changed = new EnumMap<>(DayOfWeek.class);
    changed.putAll(days);
    changed.putAll(changes);
    return new Week(changed);
  }

  boolean neverOpens() {
    return days.values().stream().allMatch(List::isEmpty);
  }

  private static List<Hours> inOrder(DayOfWeek day, List<Hours> hours) {
    List<Hours> sorted = hours.stream().sorted(Comparator.comparing(Hours::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).overlaps(sorted.get(i))) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag("id"));
        throw new IllegalArgumentException(
            "Jam kerja hari " + name + " bertumpuk: " + sorted.get(i - 1) + " dan " + sorted.get(i) + ".");
      }
    }
    return sorted;
  }

  private static Week standard() {
    List<Hours> usual = List.of(Hours.of("08:00-12:00"), Hours.of("13:00-16:00"));
    List<Hours> friday = List.of(Hours.of("08:00-11:30"), Hours.of("13:30-16:00"));
    return new Week(Map.of(DayOfWeek.MONDAY, usual, DayOfWeek.TUESDAY, usual, DayOfWeek.WEDNESDAY, usual,
        DayOfWeek.THURSDAY, usual, DayOfWeek.FRIDAY, friday));
  }
}
