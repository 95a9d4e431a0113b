package id.alur.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The holidays of the years that are known. A year without data has no holidays, and is not {@link #knows known}. */
public final class Holidays {

  private volatile Map<Year, Map<LocalDate, Holiday>> years;

  Holidays(Map<Year, List<Holiday>> years) {
    replace(years);
  }

  /** Whether there is data for {@code year}: without it, nobody can say that a day is not a holiday. */
  public boolean knows(int year) {
    return years.containsKey(Year.of(year));
  }

  /** The holiday on {@code date}, if it is one. */
  public Optional<Holiday> on(LocalDate date) {
    return Optional.ofNullable(years.getOrDefault(Year.from(date), Map.of()).get(date));
  }

  /** The years without data between two dates, both included. */
  List<Year> unknownBetween(LocalDate first, LocalDate last) {
    return IntStream.rangeClosed(first.getYear(), last.getYear())
        .filter(year -> !knows(year))
        .mapToObj(Year::of)
        .toList();
  }

  /** @return whether that changed anything */
  boolean replace(Map<Year, List<Holiday>> newYears) {
    Map<Year, Map<LocalDate, Holiday>> before = years;
    years = newYears.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, year -> byDate(year.getValue())));
    return !years.equals(before);
  }

  private static Map<LocalDate, Holiday> byDate(List<Holiday> holidays) {
    return holidays.stream().collect(Collectors.toUnmodifiableMap(Holiday::date, Function.identity()));
  }
}
