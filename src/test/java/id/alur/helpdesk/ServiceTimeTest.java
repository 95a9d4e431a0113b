package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import id.alur.calendar.TestCalendars;
import id.alur.calendar.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Sop("HD-T")
class ServiceTimeTest {

  private static final WorkingHours HOURS = new TestCalendars(Map.of()).calendars().of("001999");
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  /** For any clock and limit: once due, exactly the limit is spent, and a moment earlier less. */
  @Test
  void isDueAtTheMomentAtWhichTheLimitIsSpent() {
    forAny((random, seed) -> {
      ServiceTime running = new ServiceTime(anyIntervals(random), HOURS);
      Duration limit = Duration.ofMinutes(1 + random.nextInt(40 * 60));
      Instant due = running.due(limit, START);
      assertThat(until(due, running).spent(due)).as(seed).isEqualTo(limit);
      Instant earlier = due.minusSeconds(1);
      assertThat(until(earlier, running).spent(earlier)).as(seed).isLessThan(limit);
    });
  }

  @Test
  void isNeverDueEarlierForAPause() {
    forAny((random, seed) -> {
      List<ServiceInterval> intervals = anyIntervals(random);
      ServiceInterval last = intervals.get(intervals.size() - 1);
      Instant pause = last.startedAt().plusSeconds(random.nextInt(5 * 24 * 3600));
      Instant resumed = pause.plusSeconds(random.nextInt(5 * 24 * 3600));
      Duration limit = Duration.ofMinutes(random.nextInt(40 * 60));

      List<ServiceInterval> paused = new ArrayList<>(intervals.subList(0, intervals.size() - 1));
      paused.add(new ServiceInterval(last.startedAt(), pause));
      Instant whilePaused = new ServiceTime(List.copyOf(paused), HOURS).due(limit, pause);
      paused.add(new ServiceInterval(resumed, null));

      Instant unpaused = new ServiceTime(intervals, HOURS).due(limit, START);
      Instant due = new ServiceTime(paused, HOURS).due(limit, START);
      assertThat(due).as(seed).isAfterOrEqualTo(unpaused);
      assertThat(whilePaused).as(seed + ": going on at once").isEqualTo(unpaused);
    });
  }

  private interface Check {
    void of(Random random, String seed);
  }

  private static void forAny(Check check) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      check.of(random, "seed " + seed + ", round " + i);
    }
  }

  /** Up to four intervals, the last of which runs. */
  private static List<ServiceInterval> anyIntervals(Random random) {
    List<ServiceInterval> intervals = new ArrayList<>();
    Instant moment = START.plusSeconds(random.nextInt(60 * 24 * 3600));
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant end = moment.plusSeconds(random.nextInt(2 * 24 * 3600));
      intervals.add(new ServiceInterval(moment, end));
      moment = end.plusSeconds(random.nextInt(2 * 24 * 3600));
    }
    intervals.add(new ServiceInterval(moment, null));
    return intervals;
  }

  /** What had happened at {@code moment}. */
  private static ServiceTime until(Instant moment, ServiceTime time) {
    List<ServiceInterval> intervals = time.intervals().stream()
        .filter(interval -> interval.startedAt().isBefore(moment))
        .map(interval -> interval.isRunning() || interval.endedAt().isAfter(moment)
            ? new ServiceInterval(interval.startedAt(), null) : interval)
        .toList();
    return new ServiceTime(intervals, time.hours());
  }
}
