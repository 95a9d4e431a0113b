package id.alur.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a unit works, in its own zone: the hours of the weekday, or the special hours of that time, never on a holiday.
 *
 * <p>Holidays are those known at the moment of asking. A year without data has none, see {@link Holidays#knows}.
 */
public final class WorkingHours {

  private static final int DAYS_AHEAD = 400;

  private final ZoneId zone;
  private final Week week;
  private final List<SpecialHours> specialHours;
  private final boolean closedOnJointLeave;
  private final Holidays holidays;

  /**
   * @param zone one that keeps its offset all year, as all of Indonesia's do
   * @param closedOnJointLeave whether joint leave ("cuti bersama") closes as the other holidays do
   * @throws IllegalArgumentException with a sentence for the operator, if the zone does not keep its offset, the unit would
   *     never work, or two of its special hours share a day
   */
  WorkingHours(ZoneId zone, Week week, List<SpecialHours> specialHours, boolean closedOnJointLeave, Holidays holidays) {
    if (!zone.getRules().getTransitionRules().isEmpty()) {
      throw new IllegalArgumentException("Zona " + zone + " mengenal waktu musim panas. "
          + "Pilih Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.");
    }
    if (week.neverOpens()) {
      throw new IllegalArgumentException("Tidak ada satu pun jam kerja dalam seminggu.");
    }
    this.zone = zone;
    this.week = week;
    this.specialHours = inOrder(specialHours);
    this.closedOnJointLeave = closedOnJointLeave;
    this.holidays = holidays;
  }

  /** In which the unit reads its clock. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether {@code moment} is working time: from the first moment of an opening until just before its end. */
  public boolean isOpen(Instant moment) {
    return openingsOn(dateOf(moment)).anyMatch(opening -> opening.contains(moment));
  }

  /**
   * The first working moment that is not before {@code moment}: that moment itself if it is one.
   *
   * @throws IllegalStateException if holidays and special hours leave no working time within 400 days
   */
  public Instant nextOpening(Instant moment) {
    return later(moment, openingEndingAfter(moment).from());
  }

  /** How much working time lies in [{@code from}, {@code to}); none if {@code to} is not after {@code from}. */
  public Duration between(Instant from, Instant to) {
    return dateOf(from).datesUntil(later(dateOf(from), dateOf(to).plusDays(1)))
        .flatMap(this::openingsOn)
        .map(opening -> opening.shareOf(from, to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The first moment at which {@code work} is done that began at {@code from}: {@code from} itself for no work, and the
   * closing time, not the next opening, for work that ends with it.
   *
   * @param work not negative
   * @throws IllegalStateException if holidays and special hours leave no working time within 400 days
   */
  public Instant after(Instant from, Duration work) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("negative work: " + work);
    }
    Instant moment = from;
    Duration left = work;
    while (!left.isZero()) {
      Opening opening = openingEndingAfter(moment);
      Instant start = later(moment, opening.from());
      Duration done = shorter(left, Duration.between(start, opening.to()));
      moment = start.plus(done);
      left = left.minus(done);
    }
    return moment;
  }

  private Opening openingEndingAfter(Instant moment) {
    LocalDate today = dateOf(moment);
    return today.datesUntil(today.plusDays(DAYS_AHEAD))
        .flatMap(this::openingsOn)
        .filter(opening -> opening.to().isAfter(moment))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no working time within " + DAYS_AHEAD + " days of " + moment));
  }

  private Stream<Opening> openingsOn(LocalDate date) {
    return isHoliday(date) ? Stream.empty() : hoursOn(date).stream()
        .map(hours -> new Opening(hours.opensOn(date, zone), hours.closesOn(date, zone)));
  }

  private List<Hours> hoursOn(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return specialHours.stream().filter(special -> special.covers(date)).findFirst()
        .map(special -> special.workingHours().get(day)).orElse(week.on(day));
  }

  private boolean isHoliday(LocalDate date) {
    return holidays.on(date)
        .filter(holiday -> closedOnJointLeave || holiday.kind() != Holiday.Kind.JOINT_LEAVE)
        .isPresent();
  }

  private LocalDate dateOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private static List<SpecialHours> inOrder(List<SpecialHours> specialHours) {
    List<SpecialHours> sorted = specialHours.stream().sorted(Comparator.comparing(SpecialHours::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).overlaps(sorted.get(i))) {
        throw new IllegalArgumentException("Jam kerja khusus bertumpuk: satu sampai " + sorted.get(i - 1).to()
            + ", yang lain sudah mulai " + sorted.get(i).from() + ".");
      }
    }
    return sorted;
  }

  private static <T extends Comparable<? super T>> T later(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** An unbroken stretch of working time, [from, to). */
  private record Opening(Instant from, Instant to) {

    boolean contains(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }

    Duration shareOf(Instant start, Instant end) {
      Instant first = later(from, start);
      Instant last = to.isBefore(end) ? to : end;
      return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
  }
}
