package id.alur.explore;

import id.alur.People;
import id.alur.cases.CaseRequests;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;

/** What can happen to a case of any procedure at any time, and what must hold of each. */
public final class AnyProcedure {

  private static final String DEVIATION = " reports a deviation";
  private static final String CANCELLATION = " cancels the case";

  private final People people;
  private final CaseRequests requests;
  private final TaskService tasks;

  AnyProcedure(People people, CaseRequests requests, TaskService tasks) {
    this.people = people;
    this.requests = requests;
    this.tasks = tasks;
  }

  /** Whoever started the case reports a deviation. */
  public Choice deviation(String starter) {
    Map<String, String> facts = Map.of("what", "Tombol lain tertekan", "why", "Layar kosong");
    return Choice.of(starter + DEVIATION, State::isRunning,
        state -> () -> accepted(requests.reportDeviation(starter, state.caseId(), facts))).alwaysAccepted().notAdvised();
  }

  /** Whoever started the case cancels it. */
  public Choice cancellation(String starter) {
    return cancellation(starter, CANCELLATION, State::isRunning).notAdvised();
  }

  /** The same on a certain occasion, which may make it a way on. */
  public Choice cancellation(String starter, String occasion, Predicate<State> isPossible) {
    return Choice.of(starter + occasion, state -> state.isRunning() && isPossible.test(state),
        state -> () -> accepted(requests.cancel(starter, state.caseId(), "Batal"))).alwaysAccepted();
  }

  /** @param outsider somebody in the same group of another unit */
  public Stream<Invariant> invariants(String starter, String outsider) {
    return Stream.of(
        Invariant.ofStep("a cancellation ends the case",
            step -> !step.isDone(starter + CANCELLATION) || step.after().isEndedAt("subProcess_cancel")),
        Invariant.ofStep("a deviation changes nothing else",
            step -> !step.isDone(starter + DEVIATION) || step.after().isSameAs(step.before())),
        Invariant.ofState("nobody of another unit sees a task",
            state -> people.as(outsider, () -> tasks.createTaskQuery().count()) == 0));
  }

  private static void accepted(CaseRequests.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new Choice.Refused(answer.body());
    }
  }
}
