package id.alur.oversight;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** The words of one deployed version of a procedure. */
final class ProcedureModel {

  /** The event sub-process by which every procedure can be cancelled. */
  private static final String CANCELLATION = "subProcess_cancel";

  private final BpmnModelInstance model;

  ProcedureModel(BpmnModelInstance model) {
    this.model = model;
  }

  /**
   * Whether a reader needs this element: what only joins or frames other steps is left out unless the SOP names it, and
   * so is what the engine adds to the model.
   */
  boolean isStep(String elementId) {
    FlowElement element = element(elementId);
    return element != null
        && (!sopLines(elementId).isEmpty() || isDecision(element) || isDoing(element) || isEventOfItsOwn(element));
  }

  /** The element's name; of an event sub-process without one, that of the event which starts it. */
  String name(String elementId) {
    FlowElement element = element(elementId);
    if (element.getName() == null && element instanceof SubProcess subProcess) {
      return theOnlyName(subProcess, StartEvent.class).orElse(elementId);
    }
    return Optional.ofNullable(element.getName()).orElse(elementId);
  }

  List<String> sopLines(String elementId) {
    return Optional.ofNullable(element(elementId).getExtensionElements()).stream()
        .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> "sop".equals(property.getCamundaName()))
        .flatMap(property -> words(property.getCamundaValue()))
        .toList();
  }

  /** The name of the end that was reached, given the element at which the case ended. */
  String outcome(String endElementId) {
    if (element(endElementId) instanceof SubProcess subProcess) {
      return theOnlyName(subProcess, EndEvent.class).orElseGet(() -> name(endElementId));
    }
    return name(endElementId);
  }

  /** Whether a case that ended at this element was cancelled. */
  static boolean isCancellation(String endElementId) {
    return CANCELLATION.equals(endElementId);
  }

  /** The ways out of a gateway that asks a question; none of any other element. */
  Collection<SequenceFlow> waysOut(String elementId) {
    return isDecision(element(elementId)) ? ((FlowNode) element(elementId)).getOutgoing() : List.of();
  }

  static Stream<String> words(String text) {
    return Arrays.stream(text.trim().split("\\s+")).filter(Predicate.not(String::isEmpty));
  }

  private static boolean isDecision(FlowElement element) {
    return element instanceof ExclusiveGateway gateway && gateway.getOutgoing().size() > 1;
  }

  private static boolean isDoing(FlowElement element) {
    return element instanceof SubProcess subProcess ? subProcess.triggeredByEvent() : element instanceof Activity;
  }

  private static boolean isEventOfItsOwn(FlowElement element) {
    boolean frame = element instanceof StartEvent || element instanceof EndEvent;
    return element instanceof Event && !(frame && element.getParentElement() instanceof SubProcess);
  }

  private static Optional<String> theOnlyName(SubProcess subProcess, Class<? extends BaseElement> type) {
    Collection<? extends BaseElement> found = subProcess.getChildElementsByType(type);
    return found.size() == 1 ? found.stream().map(e -> ((FlowElement) e).getName()).findFirst() : Optional.empty();
  }

  private FlowElement element(String elementId) {
    return model.getModelElementById(elementId);
  }
}
