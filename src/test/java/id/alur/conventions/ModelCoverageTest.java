package id.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.variable.Variables.putValue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

class ModelCoverageTest {

  private static final Procedure SAMPLE = House.SAMPLE.procedures().get(0);

  private static ProcessEngine engine;

  private final ModelCoverage coverage = new ModelCoverage(SAMPLE.processes());

  @BeforeAll
  static void startEngine() {
    StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("coverage");
    configuration.setJdbcUrl("jdbc:h2:mem:coverage");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setBeans(Map.of("recordLoan", (JavaDelegate) execution -> {
      if (!execution.hasVariable("title")) {
        throw new BpmnError("book-loan.shelfEmptied");
      }
    }));
    configuration.getProcessEnginePlugins().add(new ModelCoverage.Recorder());
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment()
        .addModelInstance("book-loan.bpmn", SAMPLE.processes().get(0).bpmn())
        .addModelInstance("book-loan-permission.dmn", SAMPLE.decisions().get(0).dmn())
        .deploy();
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @BeforeEach
  void forget() {
    coverage.beforeAll(contextOf(ModelCoverageTest.class));
  }

  @Test
  void listsEveryNodeAndFlowBeforeAnyCase() {
    assertThat(coverage.neverPassed()).hasSize(23).contains("startEvent_loanRequested", "flow_told");
  }

  @Test
  void listsWhatNoCasePassed() {
    lendAndReturn();

    assertThat(coverage.neverPassed()).containsExactlyInAnyOrder(
        "flow_cardUnclear", "flow_mayNotLend", "endEvent_refused",
        "event_shelfEmptied", "flow_shelfEmptied", "endEvent_shelfEmpty");
  }

  @Test
  void listsNothingWhenTheCasesTogetherPassedEverything() {
    lendAndReturn();
    refuseAfterAnUnclearCard();
    lendFromAnEmptyShelf();

    assertThat(coverage.neverPassed()).isEmpty();
  }

  @Test
  void followsAnEventBasedGatewayToTheEventThatOccurred() {
    BpmnModelInstance model = Bpmn.createExecutableProcess("waiting")
        .startEvent().eventBasedGateway().id("gateway_whatFirst")
        .intermediateCatchEvent("event_called").message("waiting.called").endEvent("endEvent_called")
        .moveToNode("gateway_whatFirst")
        .intermediateCatchEvent("event_written").message("waiting.written").endEvent("endEvent_written")
        .done();
    engine.getRepositoryService().createDeployment().addModelInstance("waiting.bpmn", model).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("waiting");
    engine.getRuntimeService().correlateMessage("waiting.called");

    assertThat(new ModelCoverage(List.of(new ProcessModel(Path.of("waiting.bpmn"), model))).neverPassed())
        .as("the other event, its end, and the flows to them")
        .hasSize(4).contains("event_written", "endEvent_written");
  }

  @Test
  void failsTheTestClassWithWhatIsMissing() {
    lendAndReturn();

    assertThatThrownBy(() -> coverage.afterAll(contextOf(ModelCoverageTest.class)))
        .isInstanceOf(AssertionError.class).hasMessageContaining("endEvent_refused");
  }

  @Test
  void waitsForTheEndOfTheOutermostTestClass() {
    assertThatCode(() -> coverage.afterAll(contextOf(Part.class))).doesNotThrowAnyException();
  }

  @Test
  void leavesAFailedTestToSpeakForItself() {
    coverage.testFailed(contextOf(ModelCoverageTest.class), new AssertionError());

    assertThatCode(() -> coverage.afterAll(contextOf(ModelCoverageTest.class))).doesNotThrowAnyException();
  }

  @Nested
  class Part {}

  private static ExtensionContext contextOf(Class<?> testClass) {
    ExtensionContext context = mock(ExtensionContext.class);
    when(context.getRequiredTestClass()).thenAnswer(call -> testClass);
    return context;
  }

  private static void lendAndReturn() {
    request(Map.of("title", "Laskar Pelangi"));
    complete("valid");
    engine.getRuntimeService().correlateMessage("book-loan.bookReturned");
    engine.getExternalTaskService().fetchAndLock(1, "worker").topic("tellReader", 1000).execute()
        .forEach(task -> engine.getExternalTaskService().complete(task.getId(), "worker"));
  }

  private static void refuseAfterAnUnclearCard() {
    request(Map.of());
    complete("blurred");
    complete("invalid");
  }

  private static void lendFromAnEmptyShelf() {
    request(Map.of());
    complete("valid");
  }

  private static void request(Map<String, Object> variables) {
    engine.getRuntimeService().startProcessInstanceByKey("book-loan", variables);
  }

  private static void complete(String card) {
    String task = engine.getTaskService().createTaskQuery().singleResult().getId();
    engine.getTaskService().complete(task, putValue("card", card));
  }
}
