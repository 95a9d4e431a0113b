package id.alur.explore;

import id.alur.explore.State.PendingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What happens without anybody: jobs that are due, in any order, and time that passes to whatever is next: a due job,
 * the end of a lease, a moment of the calendar or of an own row. Nothing in between makes a difference.
 *
 * <p>Timers may be one such step late, as if Alur had been down: whoever waits may act before them. They are never
 * later, and other jobs never late at all, else a case could wait for ever in ever new states. Acts may be late as long
 * as one likes: how long they have been free makes no difference.
 */
final class Clockwork {

  private final ManagementService management;

  Clockwork(ManagementService management) {
    this.management = management;
  }

  static void set(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  List<Choice> choicesIn(State state) {
    List<Choice> choices = new ArrayList<>();
    state.jobs().stream().filter(PendingJob::isDue).forEach(job -> choices.add(Choice.of(
        "job " + job.activity() + " runs", now -> true, now -> () -> management.executeJob(job.id()))));
    passing(state).ifPresent(choices::add);
    return choices;
  }

  private static Optional<Choice> passing(State state) {
    boolean mustRunFirst = state.jobs().stream().anyMatch(job -> job.due() == null || job.isOverdue());
    return mustRunFirst ? Optional.empty() : next(state).map(next -> Choice.of(
        "time passes: " + next.getValue(), now -> true, now -> () -> set(now.now().plus(next.getKey()))));
  }

  /** What is next, and when. */
  private static Optional<Map.Entry<Duration, String>> next(State state) {
    Stream<Map.Entry<String, Duration>> timers = state.jobs().stream().filter(job -> !job.isDue())
        .map(job -> Map.entry(job.activity() + " is due", job.due()));
    Stream<Map.Entry<String, Duration>> acts = state.acts().stream().filter(act -> act.free() != null)
        .map(act -> Map.entry(act.activity() + " is free", act.free()));
    TreeMap<Duration, List<String>> ahead = Stream.of(timers, acts, state.moments().entrySet().stream())
        .flatMap(moments -> moments)
        .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new,
            Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return Optional.ofNullable(ahead.firstEntry())
        .map(first -> Map.entry(first.getKey(), first.getValue().stream().sorted().collect(Collectors.joining(", "))));
  }
}
