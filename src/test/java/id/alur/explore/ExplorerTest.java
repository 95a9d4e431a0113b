package id.alur.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The explorer itself, on a lamp that is pressed on and off and goes out after an hour. */
@ExplorationTest
class ExplorerTest {

  private static final String START = "start";
  private static final String PRESS = "press";
  private static final String BREAK = "break";
  private static final String CALL = "call";
  private static final String SAID = "select distinct said from said";

  @Autowired private Explorer explorer;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void makeJournal() {
    jdbc.sql("create table if not exists said (said varchar(40))").update();
  }

  @AfterEach
  void leavesTheDatabaseAsItWas() {
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("lamp").count()).isZero();
    assertThat(jdbc.sql("select count(*) from said").query(Integer.class).single()).isZero();
  }

  @Test
  void walksEachStateOnce() {
    Findings findings = explorer.exploreAll(new Lamp());
    // not started; off; on, on with the hour gone; broken
    assertThat(findings.keys()).hasSize(5);
    assertThat(findings.ends()).containsExactly("endEvent_broken");
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
  }

  @Test
  void findsTheSameStatesAndViolationsWithoutMerging() {
    Lamp lamp = new Lamp().holding(Invariant.ofState("the lamp is never on", state -> !state.isAt("userTask_on")));
    Findings merged = explorer.explore(lamp, 5, true, List.of());
    Findings unmerged = explorer.explore(lamp, 5, false, List.of());
    assertThat(unmerged.keys()).isEqualTo(merged.keys());
    assertThat(unmerged.violations()).isEqualTo(merged.violations());
  }

  /** The agreement of both searches is what shows that a key holds too little. */
  @Test
  void findsFewerStatesIfTheKeyHoldsTooLittle() {
    Lamp countingUnseen = new Lamp() {
      @Override
      public Object normal(String variable, Object value, Set<String> open) {
        return variable.equals("pressed") && (long) value < 4 ? null : value;
      }
    };
    Findings merged = explorer.explore(countingUnseen, 6, true, List.of());
    Findings unmerged = explorer.explore(countingUnseen, 6, false, List.of());
    assertThat(unmerged.keys().size()).isGreaterThan(merged.keys().size());
  }

  @Test
  void tellsTheShortestWayToAViolation() {
    Findings findings = explorer.exploreAll(new Lamp()
        .holding(Invariant.ofStep("nobody presses twice",
            step -> !step.isDone(PRESS) || !step.before().isAt("userTask_on"))));
    assertThat(findings.violations()).isEqualTo(Map.of("nobody presses twice", List.of(START, PRESS, PRESS)));
    assertThat(findings.toString()).contains("BROKEN: nobody presses twice", "3. press");
  }

  @Test
  void findsAStateThatNobodyCanLeave() {
    Findings findings = explorer.exploreAll(new Lamp().without(BREAK).without(PRESS));
    assertThat(findings.violations().values()).containsExactly(List.of());
    assertThat(findings.violations())
        .containsOnlyKeys("each state has a way on to an end: by a person, a partner or a clock");
  }

  @Test
  void countsNoWayOnThatIsNotAdvised() {
    Findings findings = explorer.exploreAll(new Lamp().without(BREAK).with(breaking().notAdvised()));
    assertThat(findings.violations()).hasSize(1);
  }

  @Test
  void movesTheClockToWhatIsDue() {
    Findings findings = explorer.exploreAll(new Lamp()
        .holding(Invariant.ofStep("the lamp goes out only when somebody presses",
            step -> !step.before().isAt("userTask_on") || !step.after().isAt("userTask_off") || step.isDone(PRESS))));
    assertThat(findings.violations().values()).containsExactly(
        List.of(START, PRESS, "time passes: event_hourGone is due", "job event_hourGone runs"));
  }

  @Test
  void stopsAtMomentsOfTheCalendar() {
    Lamp lamp = new Lamp().at(new Moment("noon", now ->
        Stream.of(Instant.parse("2026-11-24T12:00:00Z")).filter(now::isBefore).findFirst()));
    assertThat(explorer.exploreAll(lamp.holding(Invariant.ofStep("noon never comes",
        step -> !step.choice().name().equals("time passes: noon")))).violations()).hasSize(1);
  }

  @Test
  void undoesInACrashWhatTheEngineDidNotCommitAndKeepsTheJournal() {
    Findings findings = explorer.exploreAll(new Lamp().with(calling())
        .holding(Invariant.ofState("who said that he called has pressed",
            state -> state.isEnded() || !state.facts().contains("{SAID=done}") || state.isAt("userTask_on")))
        .holding(Invariant.ofState("nothing is ever said", state -> !state.facts().toString().contains("SAID"))));
    assertThat(findings.violations()).isEqualTo(Map.of(
        "who said that he called has pressed", List.of(START, "call, and Alur stops meanwhile"),
        "nothing is ever said", List.of(START, CALL)));
    assertThat(findings.keys()).anyMatch(key -> key.contains("{SAID=intent}") && !key.contains("{SAID=done}"));
  }

  @Test
  void noticesWhatARefusalLeavesBehind() {
    Choice refused = Choice.of("press too hard", state -> state.isAt("userTask_off"), state -> () -> {
      say("tried");
      throw new Choice.Refused("too hard");
    });
    assertThat(explorer.exploreAll(new Lamp().with(refused)).violations()).isEqualTo(
        Map.of("what is refused leaves no trace", List.of(START, "press too hard")));
  }

  @Test
  void noticesWhatIsAcceptedOrRefusedAgainstTheDeclaration() {
    Choice refused = Choice.of("never", State::isStarted, state -> () -> {
      throw new Choice.Refused("no");
    });
    Findings findings = explorer.explore(new Lamp().without(PRESS).with(pressing().alwaysRefused())
        .with(refused.alwaysAccepted()), 3);
    assertThat(findings.violations()).isEqualTo(Map.of(
        "is always refused: press", List.of(START, PRESS),
        "is always accepted: never", List.of(START, "never: no")));
    assertThat(findings.neverAccepted()).containsExactly("never");
  }

  @Test
  void noticesAFailureThatIsNoRefusal() {
    Choice failing = Choice.of("fall", State::isStarted, state -> () -> {
      throw new IllegalStateException("broken glass");
    });
    assertThat(explorer.explore(new Lamp().with(failing), 2).violations().values()).containsExactly(
        List.of(START, "fall: java.lang.IllegalStateException: broken glass"));
  }

  @Test
  void beginsWhereAWayLeads() {
    assertThat(explorer.explore(new Lamp(), 0, true, List.of(START, PRESS)).keys())
        .singleElement().asString().contains("userTask_on");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> explorer.explore(new Lamp(), 0, true, List.of(START, "time passes: event_hourGone is due")));
  }

  private Choice pressing() {
    return Choice.of(PRESS, running(), state -> () -> tasks.complete(state.tasks().get(0).id(), Map.of("broken", false,
        "pressed", (long) state.variable("pressed") + 1)));
  }

  private Choice breaking() {
    return Choice.of(BREAK, running(), state -> () ->
        tasks.complete(state.tasks().get(0).id(), Map.of("broken", true)));
  }

  /** Says what it is about to do, does it, and says so: each in a transaction of its own, within the engine's. */
  private Choice calling() {
    return Choice.of(CALL, state -> state.isAt("userTask_off"), state -> () ->
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
          say("intent");
          tasks.complete(state.tasks().get(0).id(), Map.of("broken", false));
          say("done");
        }));
  }

  private void say(String word) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.executeWithoutResult(status -> jdbc.sql("insert into said values (?)").param(word).update());
  }

  private static Predicate<State> running() {
    return state -> state.isStarted() && !state.isEnded();
  }

  private class Lamp implements Exploration {

    private List<Choice> choices = List.of(
        Choice.of(START, state -> !state.isStarted(), state -> () ->
            runtime.startProcessInstanceByKey("lamp", Map.of("unitCode", "001042", "pressed", 0L))),
        pressing(), breaking());
    private List<Invariant> invariants = List.of();
    private List<Moment> moments = List.of();

    Lamp with(Choice choice) {
      choices = Stream.concat(choices.stream(), Stream.of(choice)).toList();
      return this;
    }

    Lamp without(String name) {
      choices = choices.stream().filter(choice -> !choice.name().equals(name)).toList();
      return this;
    }

    Lamp holding(Invariant invariant) {
      invariants = Stream.concat(invariants.stream(), Stream.of(invariant)).toList();
      return this;
    }

    Lamp at(Moment moment) {
      moments = List.of(moment);
      return this;
    }

    @Override
    public String process() {
      return "lamp";
    }

    @Override
    public Instant begin() {
      return Instant.parse("2026-11-24T03:00:00Z");
    }

    @Override
    public void prepare() {
      repository.createDeployment().addModelInstance("processes/lamp/lamp.bpmn", model()).deploy();
    }

    private BpmnModelInstance model() {
      return Bpmn.createExecutableProcess("lamp").camundaHistoryTimeToLiveString("P1D").startEvent()
          .exclusiveGateway("gateway_off").userTask("userTask_off").exclusiveGateway()
          .condition("broken", "${broken}").endEvent("endEvent_broken").moveToLastGateway()
          .condition("whole", "${!broken}").userTask("userTask_on").exclusiveGateway("gateway_on")
          .condition("broken", "${broken}").connectTo("endEvent_broken").moveToNode("gateway_on")
          .condition("whole", "${!broken}").connectTo("gateway_off")
          .moveToActivity("userTask_on").boundaryEvent("event_hourGone").timerWithDuration("PT1H")
          .connectTo("gateway_off").done();
    }

    @Override
    public List<Choice> choices() {
      return choices;
    }

    @Override
    public List<Invariant> invariants() {
      return invariants;
    }

    @Override
    public List<Moment> moments() {
      return moments;
    }

    @Override
    public Object normal(String variable, Object value, Set<String> open) {
      return null;
    }

    @Override
    public List<String> ownRows() {
      return List.of(SAID);
    }

    @Override
    public Set<String> journals() {
      return Set.of("said");
    }
  }
}
