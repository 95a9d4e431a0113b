package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inModel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ids say what an element is: people read them in Cockpit, tests and logs. */
class ElementIdTest {

  private static final Map<Class<? extends FlowElement>, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put(StartEvent.class, "startEvent_");
    PREFIXES.put(EndEvent.class, "endEvent_");
    PREFIXES.put(Event.class, "event_");
    PREFIXES.put(UserTask.class, "userTask_");
    PREFIXES.put(ServiceTask.class, "serviceTask_");
    PREFIXES.put(BusinessRuleTask.class, "businessRuleTask_");
    PREFIXES.put(CallActivity.class, "callActivity_");
    PREFIXES.put(SubProcess.class, "subProcess_");
    PREFIXES.put(Gateway.class, "gateway_");
    PREFIXES.put(SequenceFlow.class, "flow_");
  }

  /** What the Modeler makes up, such as Activity_0abc12d. */
  private static final Pattern GENERATED = Pattern.compile("[A-Z]\\w*_(?=[a-z]*\\d)[a-z0-9]{7}");

  @TestFactory
  Stream<DynamicTest> theHouseUsesOnlyTheKindsOfElementsThatHaveAPrefix() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> flowElements(model)
            .filter(element -> prefixOf(element) == null)
            .map(element -> model.fault(element, "is a %s: use one of %s", kindOf(element), PREFIXES.values()))),
        inModel("bpmn:userTask", "bpmn:manualTask", "userTask_checkCard"));
  }

  @TestFactory
  Stream<DynamicTest> anIdBeginsWithTheKindOfTheElement() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> flowElements(model)
            .filter(element -> prefixOf(element) != null)
            .filter(element -> !element.getId().matches(prefixOf(element) + "[a-z][a-zA-Z0-9]*"))
            .map(element -> model.fault(element, "call this %s %s… with a name in camelCase", kindOf(element),
                prefixOf(element)))),
        inModel("event_shelfEmptied\"", "boundaryEvent_shelfEmptied\"", "boundaryEvent_shelfEmptied: call this"),
        inModel("flow_returned", "flow_ReturnedBook", "flow_ReturnedBook"),
        inModel("gateway_again", "join_again", "join_again"));
  }

  @TestFactory
  Stream<DynamicTest> noIdIsGenerated() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(BaseElement.class)
            .filter(element -> element.getId() != null && GENERATED.matcher(element.getId()).matches())
            .map(element -> model.fault(element, "is a generated id: give this %s a name", kindOf(element)))),
        inModel("messageEventDefinition_bookReturned", "MessageEventDefinition_1q2w3e4",
            "MessageEventDefinition_1q2w3e4"));
  }

  private static Stream<FlowElement> flowElements(ProcessModel model) {
    return Stream.concat(model.all(FlowNode.class), model.all(SequenceFlow.class));
  }

  private static String prefixOf(FlowElement element) {
    return PREFIXES.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(element))
        .map(Map.Entry::getValue).findFirst().orElse(null);
  }

  private static String kindOf(BaseElement element) {
    return element.getElementType().getTypeName();
  }
}
