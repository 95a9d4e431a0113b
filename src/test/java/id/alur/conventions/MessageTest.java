package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inModel;
import static java.util.stream.Collectors.toSet;

import id.alur.act.ActErrors;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.StringUtils;

/** Messages and error codes say what has happened, and each that is thrown is caught. */
class MessageTest {

  /** Sent to any case, by whoever works on it. */
  private static final Set<String> OF_EVERY_PROCEDURE = Set.of("deviationReported", "cancelled");

  /** How an act that Alur sends may fail, in any procedure. */
  private static final Set<String> OF_EVERY_ACT = Set.of(ActErrors.OUTCOME_UNKNOWN, ActErrors.NOT_POSSIBLE);

  private static final String IRREGULAR =
      "Begun|Broke|Broken|Chosen|Come|Done|Fell|Found|Given|Gone|Held|Kept|Known|Left|Lost|Made|Met|Paid|Put|Read|Seen|"
          + "Sent|Set|Shown|Shut|Stuck|Taken|Told|Withdrawn|Written";

  @TestFactory
  Stream<DynamicTest> aMessageOrCodeIsTheSlugAndWhatHasHappened() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> names(model)
            .filter(name -> !saysWhatHasHappened(procedure, model, name) && !OF_EVERY_ACT.contains(name))
            .map(name -> model.fault("the message or code \"%s\" should look like %s.somethingHappened: slug, "
                + "dot, past tense", name, procedure.slug()))),
        inModel("errorCode=\"book-loan.shelfEmptied\"", "errorCode=\"SHELF_EMPTY\"", "SHELF_EMPTY"),
        inModel("name=\"book-loan.bookReturned\"", "name=\"book-loan.returnBook\"", "book-loan.returnBook"),
        inModel("name=\"book-loan.bookReturned\"", "name=\"loan.bookReturned\"", "loan.bookReturned"),
        inModel("name=\"book-loan.bookReturned\"", "name=\"book-loan-other.bookReturned\"",
            "book-loan-other.bookReturned"));
  }

  @TestFactory
  Stream<DynamicTest> everyCodeThatTheModelThrowsIsCaught() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> codes(model, isCatching().negate())
            .filter(code -> procedure.processes().stream().flatMap(other -> codes(other, isCatching()))
                .noneMatch(code::equals))
            .map(code -> model.fault("throws %s, which nothing catches: add a boundary event or an event sub-process",
                code))),
        inModel("<bpmn:incoming>flow_told</bpmn:incoming>",
            "<bpmn:incoming>flow_told</bpmn:incoming><bpmn:errorEventDefinition errorRef=\"error_bookLost\" />",
            "throws book-loan.bookLost")
            .andInModel("<bpmn:process ",
                "<bpmn:error id=\"error_bookLost\" errorCode=\"book-loan.bookLost\" /><bpmn:process "));
  }

  @TestFactory
  Stream<DynamicTest> everyCodeThatIsCaughtIsThrownByTheModelOrNamedInTheContract() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> codes(model, isCatching())
            .filter(code -> !thrown(procedure).contains(code))
            .map(code -> model.fault("catches %s, which nothing throws: take it out, or name it in the contract",
                code))),
        inModel("errorCode=\"book-loan.shelfEmptied\"", "errorCode=\"book-loan.shelfBroken\"",
            "catches book-loan.shelfBroken"));
  }

  @TestFactory
  Stream<DynamicTest> everyMessageOfTheProceduresOwnIsNamedInTheContract() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(Message.class).map(Message::getName)
            .filter(name -> !OF_EVERY_PROCEDURE.contains(name.replaceFirst(".*\\.", "")))
            .filter(name -> procedure.constants(String.class).noneMatch(name::equals))
            .map(name -> model.fault("nothing sends %s: take it out, or name it in the contract", name))),
        inModel("name=\"book-loan.bookReturned\"", "name=\"book-loan.bookLost\"", "book-loan.bookLost"));
  }

  @TestFactory
  Stream<DynamicTest> everyMessageOrCodeOfTheContractIsInAModel() {
    return holds(MessageTest::onlyInTheContract,
        inModel("errorCode=\"book-loan.shelfEmptied\"", "errorCode=\"book-loan.shelfBroken\"",
            "book-loan.shelfEmptied"));
  }

  private static Stream<String> onlyInTheContract(Procedure procedure) {
    Set<String> inModels = procedure.processes().stream().flatMap(MessageTest::names).collect(toSet());
    return procedure.constants(String.class)
        .filter(value -> value.matches(procedure.slug() + "(-[a-z0-9]+)*\\.[a-z]\\w*") && !inModels.contains(value))
        .map(value -> procedure.packageName() + " names " + value
            + ", which no model knows: add it there, or take it out");
  }

  private static Stream<String> names(ProcessModel model) {
    return Stream.of(
            model.all(Message.class).map(Message::getName),
            model.all(Signal.class).map(Signal::getName),
            model.all(Error.class).map(Error::getErrorCode),
            model.all(Escalation.class).map(Escalation::getEscalationCode))
        .flatMap(names -> names).map(String::valueOf);
  }

  /** A part that is a process of its own has messages of its own. */
  private static boolean saysWhatHasHappened(Procedure procedure, ProcessModel model, String name) {
    return name.matches("(" + procedure.slug() + "|" + model.stem() + ")\\.[a-z][a-zA-Z0-9]*")
        && StringUtils.capitalize(name.substring(name.indexOf('.') + 1)).matches(".*(ed|" + IRREGULAR + ")");
  }

  private static Stream<String> codes(ProcessModel model, Predicate<ErrorEventDefinition> where) {
    return model.all(ErrorEventDefinition.class).filter(where)
        .map(ErrorEventDefinition::getError).filter(Objects::nonNull)
        .map(Error::getErrorCode).map(String::valueOf);
  }

  private static Predicate<ErrorEventDefinition> isCatching() {
    return definition -> definition.getParentElement() instanceof CatchEvent;
  }

  private static Set<String> thrown(Procedure procedure) {
    Set<String> thrown = new HashSet<>(OF_EVERY_ACT);
    procedure.constants(String.class).forEach(thrown::add);
    procedure.processes().forEach(model -> codes(model, isCatching().negate()).forEach(thrown::add));
    return thrown;
  }
}
