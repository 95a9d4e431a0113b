package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inDecision;
import static id.alur.conventions.PlantedFault.inForm;
import static id.alur.conventions.PlantedFault.inModel;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people see has a name, what engineers must know is documentation, and history is kept five years. */
class LanguageTest {

  private static final String FIVE_YEARS = "P1826D";

  @TestFactory
  Stream<DynamicTest> everythingThatPeopleSeeHasAName() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(LanguageTest::nameless),
        inModel("name=\"Periksa kartu anggota\"", "name=\" \"", "userTask_checkCard"),
        inModel(" name=\"Pinjaman selesai\"", "", "endEvent_loanDone"),
        inModel(" name=\"Pinjam buku\"", "", "book-loan: "));
  }

  private static Stream<String> nameless(ProcessModel model) {
    Stream<String> processes = model.all(Process.class)
        .filter(process -> isBlank(process.getName()))
        .map(process -> model.fault(process, "has no name: give it the one that people see in the list of procedures"));
    Stream<String> nodes = model.all(FlowNode.class)
        .filter(node -> !(node instanceof Gateway) && isBlank(node.getName()))
        .map(node -> model.fault(node, "has no name: say in Bahasa Indonesia what is done or has happened"));
    return Stream.concat(processes, nodes);
  }

  @TestFactory
  Stream<DynamicTest> modelsAndFormsHoldNoXmlComment() {
    return holds(
        procedure -> Stream.of(procedure.modelFolder(), procedure.formFolder())
            .flatMap(folder -> House.files(folder).stream())
            .filter(file -> House.textOf(file).contains("<!--"))
            .map(file -> file + " holds an XML comment, which the Modeler drops: use bpmn:documentation, or none"),
        inModel("<bpmn:startEvent", "<!-- asks --><bpmn:startEvent", "book-loan.bpmn"),
        inForm("<fieldset>", "<!-- card --><fieldset>", "book-loan-check-card.html"));
  }

  @TestFactory
  Stream<DynamicTest> historyIsKeptFiveYears() {
    return holds(LanguageTest::otherTimesToLive,
        inModel("P1826D", "P30D", "book-loan.bpmn"),
        inDecision(" camunda:historyTimeToLive=\"P1826D\"", "", "book-loan-permission.dmn"));
  }

  private static Stream<String> otherTimesToLive(Procedure procedure) {
    Stream<String> processes = procedure.processes().stream().flatMap(model -> model.all(Process.class)
        .map(Process::getCamundaHistoryTimeToLiveString).flatMap(time -> otherThanFiveYears(model.file(), time)));
    Stream<String> decisions = procedure.decisions().stream().flatMap(model -> model.all(Decision.class)
        .map(Decision::getCamundaHistoryTimeToLiveString).flatMap(time -> otherThanFiveYears(model.file(), time)));
    return Stream.concat(processes, decisions);
  }

  private static Stream<String> otherThanFiveYears(Path file, String timeToLive) {
    return FIVE_YEARS.equals(timeToLive) ? Stream.empty()
        : Stream.of(file + " keeps its history " + timeToLive + ": write camunda:historyTimeToLive " + FIVE_YEARS);
  }

  @TestFactory
  Stream<DynamicTest> everyProcessIsExecutable() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(Process.class)
            .filter(process -> !process.isExecutable())
            .map(process -> model.fault(process, "is not executable: write isExecutable=\"true\""))),
        inModel("isExecutable=\"true\"", "isExecutable=\"false\"", "book-loan"));
  }

  private static boolean isBlank(String name) {
    return name == null || name.isBlank();
  }
}
