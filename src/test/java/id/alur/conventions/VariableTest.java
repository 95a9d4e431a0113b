package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inDecision;
import static id.alur.conventions.PlantedFault.inForm;
import static id.alur.conventions.PlantedFault.inModel;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every variable of a procedure is declared, with its type, in the contract. */
class VariableTest {

  @TestFactory
  Stream<DynamicTest> everyFieldOfAFormIsAVariableOfTheContract() {
    return holds(
        procedure -> procedure.forms().stream().flatMap(form -> form.fields().stream()
            .map(field -> field.attribute("cam-variable-name"))
            .filter(name -> !procedure.variables().contains(name))
            .map(name -> form.fault("fills %s: declare it as a Variable in the contract in %s", name,
                procedure.packageName()))),
        inForm("cam-variable-name=\"card\"", "cam-variable-name=\"ticket\"", "fills ticket"));
  }

  @TestFactory
  Stream<DynamicTest> everyFieldOfAFormHasTheTypeOfItsVariable() {
    return holds(
        procedure -> procedure.forms().stream().flatMap(form -> form.fields().stream()
            .flatMap(field -> procedure.typeOf(field.attribute("cam-variable-name")).stream()
                .filter(type -> !type.equals(field.attribute("cam-variable-type")))
                .map(type -> form.fault("%s is a %s in the contract: write cam-variable-type=\"%s\"",
                    field.attribute("cam-variable-name"), type, type)))),
        inForm("cam-variable-type=\"String\"", "cam-variable-type=\"Long\"", "card is a String"));
  }

  @TestFactory
  Stream<DynamicTest> everyResultOfARuleOrMappingIsAVariableOfTheContract() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> Stream.concat(
                model.all(BusinessRuleTask.class).map(BusinessRuleTask::getCamundaResultVariable)
                    .filter(Objects::nonNull),
                model.all(CamundaOutputParameter.class).map(CamundaOutputParameter::getCamundaName))
            .filter(name -> !procedure.variables().contains(name))
            .map(name -> model.fault("sets %s: declare it as a Variable in the contract in %s", name,
                procedure.packageName()))),
        inModel("camunda:resultVariable=\"permission\"", "camunda:resultVariable=\"permit\"", "sets permit"),
        inModel("camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"permission\">",
            "><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"permit\">"
                + "${decisionResult.singleEntry}</camunda:outputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements>",
            "sets permit"));
  }

  @TestFactory
  Stream<DynamicTest> theResultOfARuleThatIsKeptIsOneValue() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(BusinessRuleTask.class)
            .filter(task -> task.getCamundaResultVariable() != null
                && !"singleEntry".equals(task.getCamundaMapDecisionResult()))
            .map(task -> model.fault(task,
                "keeps its result as %s, a Java object: write singleEntry, or map its values one by one",
                task.getCamundaMapDecisionResult()))),
        inModel("camunda:mapDecisionResult=\"singleEntry\"", "camunda:mapDecisionResult=\"singleResult\"",
            "businessRuleTask_decideLoan"));
  }

  @TestFactory
  Stream<DynamicTest> everyInputOfARuleIsKnown() {
    return holds(
        procedure -> procedure.decisions().stream().flatMap(model -> model.all(InputExpression.class)
            .flatMap(input -> Expressions.namesOf(input.getText().getTextContent()))
            .filter(name -> !knownTo(procedure, model).contains(name))
            .map(name -> model.fault("asks for %s: declare it as a Variable in the contract in %s", name,
                procedure.packageName()))),
        inDecision("<text>card</text>", "<text>ticket</text>", "asks for ticket"));
  }

  private static Set<String> knownTo(Procedure procedure, DecisionModel model) {
    Set<String> known = new HashSet<>(procedure.variables());
    known.addAll(Stream.concat(model.all(Decision.class), model.all(Output.class))
        .map(element -> element instanceof NamedElement ? element.getAttributeValue("id")
            : element.getAttributeValue("name"))
        .collect(Collectors.toSet()));
    procedure.processes().forEach(process -> known.addAll(Expressions.localNamesIn(process.file())));
    return known;
  }
}
