package id.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Fails the test of a process that leaves a node or flow of its model unpassed.
 *
 * <pre>{@code
 * @Import(ModelCoverage.Recorder.class)
 * class HelpDeskProcessTest {
 *   @RegisterExtension
 *   static final ModelCoverage COVERAGE = ModelCoverage.of("help-desk");
 * }</pre>
 *
 * <p>Nested test classes count; what other test classes passed does not.
 */
public final class ModelCoverage implements BeforeAllCallback, AfterAllCallback, TestWatcher {

  private final List<ProcessModel> models;
  private boolean testFailed;

  ModelCoverage(List<ProcessModel> models) {
    this.models = models;
  }

  /** Coverage of the model of this process. */
  public static ModelCoverage of(String process) {
    return new ModelCoverage(House.ALUR.procedures().stream().flatMap(procedure -> procedure.processes().stream())
        .filter(model -> model.stem().equals(process)).toList());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!isNested(context)) {
      forget();
    }
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    testFailed = true;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!isNested(context) && !testFailed) {
      assertThat(neverPassed())
          .as("nodes and flows that no test of %s passed: add a scenario (or run the whole class)",
              context.getDisplayName())
          .isEmpty();
    }
  }

  private static boolean isNested(ExtensionContext context) {
    return context.getRequiredTestClass().isAnnotationPresent(Nested.class);
  }

  void forget() {
    models.forEach(model -> Recorder.PASSED.removeIf(passed -> passed.process().equals(model.process().getId())));
  }

  List<String> neverPassed() {
    return models.stream().flatMap(model -> Stream.concat(model.all(FlowNode.class), model.all(SequenceFlow.class))
        .filter(element -> !isPassed(model, element))
        .map(FlowElement::getId)).toList();
  }

  /** The engine goes from an event-based gateway to the event that occurred without taking the flow. */
  private static boolean isPassed(ProcessModel model, FlowElement element) {
    FlowElement passed = element instanceof SequenceFlow flow && flow.getSource() instanceof EventBasedGateway
        ? flow.getTarget() : element;
    return Recorder.PASSED.contains(new Passed(model.process().getId(), passed.getId()));
  }

  private record Passed(String process, String element) {}

  /** Lets the engine of a test record what its cases pass. */
  public static final class Recorder extends AbstractProcessEnginePlugin {

    private static final Set<Passed> PASSED = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      List<BpmnParseListener> listeners = new ArrayList<>(List.of(new RecordingListeners()));
      if (engine.getCustomPostBPMNParseListeners() != null) {
        listeners.addAll(engine.getCustomPostBPMNParseListeners());
      }
      engine.setCustomPostBPMNParseListeners(listeners);
    }
  }

  private static final class RecordingListeners extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
      addTo(process, process.getKey());
    }

    private static void addTo(ScopeImpl scope, String process) {
      for (ActivityImpl activity : scope.getActivities()) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, recording(process, activity.getId()));
        activity.getOutgoingTransitions().forEach(flow ->
            ((TransitionImpl) flow).addExecutionListener(recording(process, flow.getId())));
        addTo(activity, process);
      }
    }

    private static ExecutionListener recording(String process, String element) {
      return execution -> Recorder.PASSED.add(new Passed(process, element));
    }
  }
}
