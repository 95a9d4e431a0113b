package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inModel;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A diagram that people can read: complete, not crowded, left to right, no line through what it does not concern. */
class LayoutTest {

  private static final int MOST_NODES = 30;

  /** Half a task: what lies below or above another node may be a little to its left. */
  private static final double BACKWARDS = 50;

  private static final Map<ModelInstance, Map<String, BpmnShape>> SHAPES = new WeakHashMap<>();

  @TestFactory
  Stream<DynamicTest> aLevelHasAtMostThirtyNodes() {
    return holds(LayoutTest::crowdedLevels,
        inModel("<bpmn:sequenceFlow id=\"flow_told\"", taskElements(19) + "<bpmn:sequenceFlow id=\"flow_told\"",
            "31 nodes"));
  }

  private static Stream<String> crowdedLevels(Procedure procedure) {
    return procedure.processes().stream().flatMap(model ->
        Stream.concat(model.all(Process.class), model.all(SubProcess.class))
            .filter(level -> nodesOf(level) > MOST_NODES)
            .map(level -> model.fault("%s has %d nodes on one level: move a part into a sub-process or a model "
                + "of its own",
                level.getAttributeValue("id"), nodesOf(level))));
  }

  private static long nodesOf(ModelElementInstance level) {
    return level.getChildElementsByType(FlowNode.class).size();
  }

  private static String taskElements(int count) {
    StringBuilder tasks = new StringBuilder();
    IntStream.rangeClosed(1, count).forEach(i -> tasks.append("<bpmn:task id=\"task_" + i + "\" name=\"Tugas\" />"));
    return tasks.toString();
  }

  @TestFactory
  Stream<DynamicTest> noModelHasLanes() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(LaneSet.class)
            .map(lanes -> model.fault(lanes, "are lanes: who does a step is said by its candidate groups"))),
        inModel("<bpmn:startEvent", "<bpmn:laneSet id=\"laneSet_staff\" /><bpmn:startEvent", "laneSet_staff"));
  }

  @TestFactory
  Stream<DynamicTest> everyNodeAndFlowIsDrawn() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> Stream.concat(
            model.all(FlowNode.class).filter(node -> shapeOf(node).isEmpty())
                .map(node -> model.fault(node, "is not drawn: add its shape to the diagram")),
            model.all(SequenceFlow.class).filter(flow -> waypointsOf(flow).size() < 2)
                .map(flow -> model.fault(flow, "is not drawn: add its edge to the diagram")))),
        inModel("bpmnElement=\"endEvent_refused\"", "bpmnElement=\"book-loan\"", "endEvent_refused"),
        inModel("bpmnElement=\"flow_told\"", "bpmnElement=\"book-loan\"", "flow_told"));
  }

  @TestFactory
  Stream<DynamicTest> noFlowRunsThroughAShapeThatItDoesNotConcern() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(SequenceFlow.class)
            .flatMap(flow -> crossedBy(flow, model).map(node ->
                model.fault(flow, "runs through %s: lead it around", node.getId())))),
        inModel("<di:waypoint x=\"620\" y=\"110\" />\n        <di:waypoint x=\"211\" y=\"110\" />",
            "<di:waypoint x=\"620\" y=\"170\" />\n        <di:waypoint x=\"211\" y=\"170\" />",
            "runs through userTask_checkCard"));
  }

  @TestFactory
  Stream<DynamicTest> noShapeCoversAnother() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(FlowNode.class)
            .flatMap(node -> coveredBy(node, model).map(other ->
                model.fault(node, "lies on %s: move one of them away", other.getId())))),
        inModel("<dc:Bounds x=\"440\"", "<dc:Bounds x=\"350\"", "lies on businessRuleTask_decideLoan"));
  }

  @TestFactory
  Stream<DynamicTest> flowsRunFromLeftToRightExceptBackToAJoinOfTheirLoop() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(SequenceFlow.class)
            .filter(flow -> runsBackwards(flow) && !closesALoop(flow))
            .map(flow -> model.fault(flow, "runs to the left: place %s to the right of %s",
                flow.getTarget().getId(), flow.getSource().getId()))),
        inModel("<dc:Bounds x=\"702\" y=\"382\"", "<dc:Bounds x=\"402\" y=\"382\"", "flow_mayNotLend"));
  }

  private static Stream<FlowNode> crossedBy(SequenceFlow flow, ProcessModel model) {
    List<Line2D> segments = segmentsOf(flow);
    return model.all(FlowNode.class)
        .filter(node -> !node.equals(flow.getSource()) && !node.equals(flow.getTarget()) && !isAround(node, flow))
        .filter(node -> Objects.equals(planeOf(node), planeOf(flow)))
        .filter(node -> segments.stream().anyMatch(segment -> inside(node).intersectsLine(segment)));
  }

  private static Stream<FlowNode> coveredBy(FlowNode node, ProcessModel model) {
    return model.all(FlowNode.class)
        .filter(other -> !other.equals(node) && !isAround(other, node) && !isAround(node, other))
        .filter(other -> !isAttached(node, other) && !isAttached(other, node))
        .filter(other -> Objects.equals(planeOf(node), planeOf(other)))
        .filter(other -> inside(node).intersects(inside(other)));
  }

  /** What is inside a collapsed sub-process is drawn on a plane of its own. */
  private static ModelElementInstance planeOf(FlowNode node) {
    return shapeOf(node).map(ModelElementInstance::getParentElement).orElse(null);
  }

  private static ModelElementInstance planeOf(SequenceFlow flow) {
    return flow.getDiagramElement() == null ? null : flow.getDiagramElement().getParentElement();
  }

  /** A collapsed sub-process has a plane besides its shape: its "diagram element" may be either. */
  private static Optional<BpmnShape> shapeOf(FlowNode node) {
    return Optional.ofNullable(SHAPES.computeIfAbsent(node.getModelInstance(), LayoutTest::shapesById).get(node.getId()));
  }

  private static Map<String, BpmnShape> shapesById(ModelInstance model) {
    return model.getModelElementsByType(BpmnShape.class).stream()
        .collect(Collectors.toMap(shape -> shape.getAttributeValue("bpmnElement"), Function.identity()));
  }

  private static boolean isAround(ModelElementInstance outer, ModelElementInstance element) {
    ModelElementInstance parent = element.getParentElement();
    return parent != null && (parent.equals(outer) || isAround(outer, parent));
  }

  private static boolean isAttached(FlowNode event, FlowNode host) {
    return event instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(host);
  }

  private static boolean runsBackwards(SequenceFlow flow) {
    return inside(flow.getTarget()).getCenterX() < inside(flow.getSource()).getCenterX() - BACKWARDS;
  }

  private static boolean closesALoop(SequenceFlow flow) {
    FlowNode target = flow.getTarget();
    return target instanceof Gateway && target.getIncoming().size() > 1 && leadsTo(target, flow.getSource());
  }

  private static boolean leadsTo(FlowNode from, FlowNode to) {
    Set<FlowNode> seen = new HashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      FlowNode node = next.pop();
      if (node.equals(to) || isAttached(to, node)) {
        return true;
      }
      if (seen.add(node)) {
        node.getOutgoing().forEach(flow -> next.push(flow.getTarget()));
        attachedTo(node).forEach(next::push);
      }
    }
    return false;
  }

  private static Stream<BoundaryEvent> attachedTo(FlowNode node) {
    Collection<BoundaryEvent> events = node.getParentElement().getChildElementsByType(BoundaryEvent.class);
    return events.stream().filter(event -> isAttached(event, node));
  }

  /** The shape less its border, which lines may touch; nothing if it is not drawn. */
  private static Rectangle2D inside(FlowNode node) {
    return shapeOf(node).map(BpmnShape::getBounds).map(bounds -> new Rectangle2D.Double(
        bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2))
        .orElseGet(Rectangle2D.Double::new);
  }

  private static List<Line2D> segmentsOf(SequenceFlow flow) {
    List<Waypoint> points = waypointsOf(flow);
    return IntStream.range(1, points.size()).mapToObj(i -> (Line2D) new Line2D.Double(
        points.get(i - 1).getX(), points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY())).toList();
  }

  private static List<Waypoint> waypointsOf(SequenceFlow flow) {
    return Stream.of(flow).map(SequenceFlow::getDiagramElement).filter(Objects::nonNull)
        .flatMap(edge -> edge.getWaypoints().stream()).toList();
  }
}
