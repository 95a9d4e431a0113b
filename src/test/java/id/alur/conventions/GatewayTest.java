package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inModel;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A diagram says what is decided, where ways part and where they meet. */
class GatewayTest {

  @TestFactory
  Stream<DynamicTest> aDecidingGatewayIsNamedWithAQuestion() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> deciding(model)
            .filter(gateway -> gateway.getName() == null || !gateway.getName().strip().endsWith("?"))
            .map(gateway -> model.fault(gateway,
                "is named \"%s\": name it with the question that it decides, ending in ?", gateway.getName()))),
        inModel("name=\"Boleh dipinjam?\"", "name=\"Cek izin\"", "gateway_mayLend"),
        inModel("name=\"Boleh dipinjam?\" ", "", "gateway_mayLend"));
  }

  @TestFactory
  Stream<DynamicTest> everyWayOutOfADecisionIsNamedWithAnAnswer() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> deciding(model)
            .flatMap(gateway -> gateway.getOutgoing().stream())
            .filter(flow -> isBlank(flow.getName()))
            .map(flow -> model.fault(flow, "has no name: name it with the answer that leads this way"))),
        inModel("<bpmn:sequenceFlow id=\"flow_mayLend\" name=\"Ya\"", "<bpmn:sequenceFlow id=\"flow_mayLend\"",
            "flow_mayLend"));
  }

  @TestFactory
  Stream<DynamicTest> aDecidingGatewayHasOneDefaultAndAConditionOnEveryOtherWay() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> deciding(model)
            .filter(gateway -> gateway.getOutgoing().stream()
                .filter(flow -> flow.getConditionExpression() == null).count() != 1
                || defaultOf(gateway) == null || defaultOf(gateway).getConditionExpression() != null)
            .map(gateway -> model.fault(gateway,
                "must have exactly one way out without a condition, and that one as its default"))),
        inModel(" default=\"flow_mayNotLend\"", "", "gateway_mayLend"),
        inModel("default=\"flow_mayNotLend\"", "default=\"flow_mayLend\"", "gateway_mayLend"));
  }

  @TestFactory
  Stream<DynamicTest> noGatewayBothJoinsAndSplits() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(Gateway.class)
            .filter(gateway -> gateway.getIncoming().size() > 1 && gateway.getOutgoing().size() > 1)
            .map(gateway -> model.fault(gateway, "joins and splits: put a joining gateway in front of it"))),
        inModel("<bpmn:outgoing>flow_again</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
            "<bpmn:outgoing>flow_again</bpmn:outgoing>\n      <bpmn:outgoing>flow_toDecide</bpmn:outgoing>\n    "
                + "</bpmn:exclusiveGateway>",
            "gateway_again"));
  }

  @TestFactory
  Stream<DynamicTest> everyGatewayJoinsOrSplits() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(Gateway.class)
            .filter(gateway -> gateway.getIncoming().size() < 2 && gateway.getOutgoing().size() < 2)
            .map(gateway -> model.fault(gateway, "neither joins nor splits: take it out"))),
        inModel("      <bpmn:incoming>flow_cardUnclear</bpmn:incoming>\n", "", "gateway_again"));
  }

  @TestFactory
  Stream<DynamicTest> waysMeetOnlyAtAGateway() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(FlowNode.class)
            .filter(node -> !(node instanceof Gateway) && node.getIncoming().size() > 1)
            .map(node -> model.fault(node, "has %d ways in: let them meet at a joining gateway",
                node.getIncoming().size()))),
        inModel("<bpmn:incoming>flow_mayNotLend</bpmn:incoming>",
            "<bpmn:incoming>flow_mayNotLend</bpmn:incoming>\n      <bpmn:incoming>flow_shelfEmptied</bpmn:incoming>",
            "endEvent_refused"));
  }

  @TestFactory
  Stream<DynamicTest> waysPartOnlyAtAGateway() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(FlowNode.class)
            .filter(node -> !(node instanceof Gateway))
            .filter(node -> node.getOutgoing().size() > 1
                || node.getOutgoing().stream().anyMatch(flow -> flow.getConditionExpression() != null))
            .map(node -> model.fault(node, "decides which way to go: put a gateway behind it"))),
        inModel("<bpmn:outgoing>flow_told</bpmn:outgoing>",
            "<bpmn:outgoing>flow_told</bpmn:outgoing>\n      <bpmn:outgoing>flow_mayNotLend</bpmn:outgoing>",
            "serviceTask_tellReader"));
  }

  private static Stream<Gateway> deciding(ProcessModel model) {
    return model.all(Gateway.class)
        .filter(gateway -> gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
        .filter(gateway -> gateway.getOutgoing().size() > 1);
  }

  private static SequenceFlow defaultOf(Gateway gateway) {
    return gateway instanceof ExclusiveGateway exclusive
        ? exclusive.getDefault()
        : ((InclusiveGateway) gateway).getDefault();
  }

  private static boolean isBlank(String name) {
    return name == null || name.isBlank();
  }
}
