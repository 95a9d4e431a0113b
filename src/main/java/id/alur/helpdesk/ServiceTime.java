package id.alur.helpdesk;

import id.alur.calendar.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The working time that a case takes while its service clock runs (HD-T).
 *
 * @param intervals one after the other; only the last one may still run
 * @param hours of the unit that serves the case
 */
record ServiceTime(List<ServiceInterval> intervals, WorkingHours hours) {

  /** How much has been spent until {@code now}. */
  Duration spent(Instant now) {
    return intervals.stream().map(interval -> spentIn(interval, now)).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The moment at which {@code limit} is spent, past or to come. While the clock is paused before that, it is the moment
   * that results if the clock goes on {@code now}.
   */
  Instant due(Duration limit, Instant now) {
    Duration left = limit;
    for (ServiceInterval interval : intervals) {
      Duration spent = spentIn(interval, now);
      if (interval.isRunning() || spent.compareTo(left) >= 0) {
        return hours.after(interval.startedAt(), left);
      }
      left = left.minus(spent);
    }
    return hours.after(now, left);
  }

  private Duration spentIn(ServiceInterval interval, Instant now) {
    return hours.between(interval.startedAt(), interval.isRunning() ? now : interval.endedAt());
  }
}
