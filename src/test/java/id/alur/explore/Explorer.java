package id.alur.explore;

import static id.alur.explore.Choice.Expected.ACCEPTED;
import static id.alur.explore.Choice.Expected.REFUSED;

import id.alur.engine.RejectedInput;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes one case of a procedure through everything that can happen to it, depth first, in the real engine: a savepoint
 * per state, a rollback to come back to it, and the clock set anew.
 *
 * <p>Each choice is also cut off by a crash after each of its commits but the last. Before the first the database has
 * kept nothing, after the last everything: a crash there leads to no other state.
 */
public final class Explorer {

  /** More than any procedure should have: beyond it, something in the key grows without end. */
  private static final int MOST_STATES = 50_000;

  private final RewindableDataSource database;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  Explorer(RewindableDataSource database, ProcessEngine engine, JdbcClient jdbc) {
    this.database = database;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  /** Every state, each explored once. */
  public Findings exploreAll(Exploration exploration) {
    return exploreAll(exploration, List.of());
  }

  /** Every state beyond this way, each explored once. */
  public Findings exploreAll(Exploration exploration, List<String> way) {
    return explore(exploration, new Search(Integer.MAX_VALUE, true, way));
  }

  /** Every state that {@code bound} steps lead to, each explored once. */
  public Findings explore(Exploration exploration, int bound) {
    return explore(exploration, new Search(bound, true, List.of()));
  }

  /**
   * Every state within {@code bound} steps.
   *
   * @param merging whether equal states are explored once, else every way is walked to its end
   * @param way to take before the exploration begins, by the names of choices
   */
  public Findings explore(Exploration exploration, int bound, boolean merging, List<String> way) {
    return explore(exploration, new Search(bound, merging, way));
  }

  private Findings explore(Exploration exploration, Search search) {
    try (Timeline timeline = database.open(exploration.journals())) {
      Clockwork.set(exploration.begin());
      exploration.prepare();
      return new Walk(exploration, search, timeline).walk();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      ClockUtil.reset();
    }
  }

  private record Search(int bound, boolean merging, List<String> way) {}

  private final class Walk {

    private final Exploration exploration;
    private final Search search;
    private final Timeline timeline;
    private final StateReader reader;
    private final Clockwork clockwork = new Clockwork(engine.getManagementService());
    private final List<Choice> declared;
    private final Map<String, Integer> depthByKey = new HashMap<>();
    private Findings findings;

    Walk(Exploration exploration, Search search, Timeline timeline) {
      this.exploration = exploration;
      this.search = search;
      this.timeline = timeline;
      this.reader = new StateReader(exploration, engine, jdbc);
      this.declared = exploration.choices();
    }

    Findings walk() throws SQLException {
      long began = System.nanoTime();
      State start = reader.read(firstMonitors());
      for (String name : search.way()) {
        start = take(start, name);
      }
      findings = new Findings(start, declared.stream().filter(choice -> choice.expected() != REFUSED)
          .map(Choice::name).filter(name -> !search.way().contains(name))
          .collect(Collectors.toCollection(LinkedHashSet::new)));
      visit(start, 0);
      findings.complete(Duration.ofNanos(System.nanoTime() - began));
      return findings;
    }

    private Map<String, String> firstMonitors() {
      Map<String, String> first = new TreeMap<>();
      exploration.monitors().forEach(monitor -> first.put(monitor.name(), monitor.first()));
      return first;
    }

    private State take(State state, String name) {
      Choice choice = choicesIn(state).stream().filter(possible -> possible.name().equals(name)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is not possible here:\n" + state.key()));
      choice.attempt().prepare(state).run();
      return follow(state, choice, false).after();
    }

    private void visit(State state, int depth) throws SQLException {
      depthByKey.put(state.key(), depth);
      if (depthByKey.size() > MOST_STATES) {
        throw new IllegalStateException(
            "more than " + MOST_STATES + " states: what grows in this one?\n" + state.key());
      }
      if (state.isEnded() || depth == search.bound() || exploration.isBeyond(state)) {
        return;
      }
      findings.expanded(state);
      Savepoint here = timeline.mark(depth);
      for (Choice choice : choicesIn(state)) {
        int moments = attempt(state, choice, Timeline.NEVER, depth);
        rewind(here, state);
        for (int moment = 1; moment < moments; moment++) {
          attempt(state, choice, moment, depth);
          rewind(here, state);
        }
      }
    }

    private List<Choice> choicesIn(State state) {
      List<Choice> byItself = exploration.timePasses(state) ? clockwork.choicesIn(state) : List.of();
      return Stream.concat(declared.stream(), byItself.stream())
          .filter(choice -> choice.isPossible().test(state)).toList();
    }

    private void rewind(Savepoint here, State state) throws SQLException {
      timeline.rewindTo(here);
      Clockwork.set(state.now());
    }

    /** @return at how many moments it could have been cut off; 0 if it was refused */
    private int attempt(State state, Choice choice, int crashAt, int depth) throws SQLException {
      timeline.crashAt(crashAt);
      Throwable thrown = perform(state, choice);
      int moments = timeline.moments();
      boolean crashed = timeline.isDead();
      timeline.crashAt(Timeline.NEVER);
      if (thrown != null && !crashed) {
        judgeFailure(state, choice, thrown);
        return 0;
      }
      arrive(follow(state, choice, crashed), depth + 1);
      return moments;
    }

    /** What it failed with; null if it did not. */
    private Throwable perform(State state, Choice choice) {
      int prepared = timeline.writingCommits();
      try {
        Runnable act = choice.attempt().prepare(state);
        prepared = timeline.writingCommits();
        act.run();
        return null;
      } catch (RuntimeException | Error thrown) {
        if (!timeline.isDead() && timeline.writingCommits() != prepared) {
          findings.broke("what is refused leaves no trace", state, choice.name());
        }
        return thrown;
      }
    }

    private void judgeFailure(State state, Choice choice, Throwable thrown) {
      if (!isRefusal(thrown)) {
        findings.broke("nothing fails otherwise than by a refusal", state, choice.name() + ": " + thrown);
      } else if (choice.expected() == ACCEPTED) {
        findings.broke("is always accepted: " + choice.name(), state, choice.name() + ": " + thrown.getMessage());
      }
    }

    private Step follow(State before, Choice choice, boolean crashed) {
      State after = reader.read(before.monitors());
      Map<String, String> monitors = new TreeMap<>();
      Step seen = new Step(before, choice, crashed, after);
      exploration.monitors().forEach(monitor ->
          monitors.put(monitor.name(), monitor.next().apply(before.monitor(monitor), seen)));
      return new Step(before, choice, crashed, after.with(monitors));
    }

    private void arrive(Step step, int depth) throws SQLException {
      findings.stepped(step);
      State after = step.after();
      Integer earlier = depthByKey.get(after.key());
      judge(step, earlier == null);
      boolean isBounded = search.bound() != Integer.MAX_VALUE;
      if (!search.merging() || earlier == null || isBounded && depth < earlier) {
        visit(after, depth);
      }
    }

    private void judge(Step step, boolean isNew) {
      if (!step.crashed() && step.choice().expected() == REFUSED) {
        findings.broke("is always refused: " + step.choice().name(), step.before(), step.label());
      }
      exploration.invariants().stream()
          .filter(invariant -> isNew || !invariant.ofState() || !search.merging())
          .filter(invariant -> !invariant.holds().test(step))
          .forEach(invariant -> broke(invariant, step));
    }

    private void broke(Invariant invariant, Step step) {
      if (invariant.ofState()) {
        findings.broke(invariant.name(), step.after());
      } else {
        findings.broke(invariant.name(), step.before(), step.label());
      }
    }
  }

  private static boolean isRefusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RejectedInput || cause instanceof AuthorizationException
          || cause instanceof Choice.Refused) {
        return true;
      }
    }
    return false;
  }
}
