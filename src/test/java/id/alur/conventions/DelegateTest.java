package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inModel;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import id.alur.engine.InModel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.StringUtils;

/** From a service task one finds its class by name, and the reverse. */
class DelegateTest {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern CODE_IN_MODEL = Pattern.compile(
      "\\bclass=|<camunda:script|scriptFormat=|camunda:resource=|\\blanguage=");

  @TestFactory
  Stream<DynamicTest> aServiceTaskIsServedByTheBeanOrTopicOfItsName() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(ServiceTask.class)
            .filter(task -> !serverOf(task).startsWith(nameOf(task)))
            .map(task -> model.fault(task,
                "is served by \"%s\": write camunda:delegateExpression=\"${%s}\", or the external topic %s",
                serverOf(task), nameOf(task), nameOf(task)))),
        inModel("${recordLoan}", "${writeLoan}", "serviceTask_recordLoan"),
        inModel("camunda:topic=\"tellReader\"", "camunda:topic=\"mail\"", "serviceTask_tellReader"),
        inModel("camunda:delegateExpression=\"${recordLoan}\"", "camunda:class=\"sample.bookloan.RecordLoan\"",
            "serviceTask_recordLoan"));
  }

  @TestFactory
  Stream<DynamicTest> aServiceTaskHasTheClassOfItsName() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(ServiceTask.class)
            .filter(task -> procedure.classes().stream()
                .noneMatch(type -> type.getSimpleName().startsWith(StringUtils.capitalize(serverOf(task)))))
            .map(task -> model.fault(task, "no class %s in %s: write it, or name its class so",
                StringUtils.capitalize(serverOf(task)), procedure.packageName()))),
        inModel("${recordLoan}", "${recordLoanTwice}", "RecordLoanTwice"),
        inModel("camunda:topic=\"tellReader\"", "camunda:topic=\"tellReaderAgain\"", "TellReaderAgain"));
  }

  @TestFactory
  Stream<DynamicTest> everyNameInAnExpressionIsABeanOfTheModelOrAVariableOfTheContract() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> unknownNames(procedure, model)
            .map(name -> model.fault("an expression names %s: mark the bean with @InModel, or declare the "
                + "variable in the contract", name))),
        inModel("${permission == \"yes\"}", "${permit == \"yes\"}", "names permit"),
        inModel("${recordLoan}", "${bookLoan}", "names bookLoan"),
        inModel("name=\"Periksa kartu anggota\"",
            "name=\"Periksa kartu anggota\" camunda:assignee=\"${readers.of('x')}\"", "names readers"));
  }

  private static Stream<String> unknownNames(Procedure procedure, ProcessModel model) {
    Set<String> known = new HashSet<>(procedure.variables());
    known.addAll(beans(procedure.house()).keySet());
    known.addAll(Expressions.localNamesIn(model.file()));
    return Expressions.namesIn(model.file()).stream().filter(name -> !known.contains(name));
  }

  @TestFactory
  Stream<DynamicTest> everyBeanForTheModelIsNamedByTheModel() {
    return holds(DelegateTest::unusedBeans,
        inModel("camunda:delegateExpression=\"${recordLoan}\"", "camunda:class=\"sample.bookloan.RecordLoan\"",
            "recordLoan"));
  }

  private static Stream<String> unusedBeans(Procedure procedure) {
    Set<String> named = procedure.processes().stream()
        .flatMap(model -> Expressions.namesIn(model.file()).stream()).collect(toSet());
    return beans(procedure.house()).entrySet().stream()
        .filter(bean -> bean.getValue().getPackageName().equals(procedure.packageName()))
        .filter(bean -> !named.contains(bean.getKey()))
        .map(bean -> bean.getValue().getName() + " is marked @InModel, but no model names " + bean.getKey()
            + ": make it a @Component");
  }

  @TestFactory
  Stream<DynamicTest> noModelHoldsCode() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> Stream.concat(
            model.all(ScriptTask.class).map(task -> model.fault(task, "is a script: write a delegate")),
            CODE_IN_MODEL.matcher(House.textOf(model.file())).results()
                .map(code -> model.fault("holds code (%s): name a bean in an expression instead", code.group())))),
        inModel("camunda:delegateExpression=\"${recordLoan}\"", "camunda:class=\"sample.bookloan.RecordLoan\"",
            "class="),
        inModel("xsi:type=\"bpmn:tFormalExpression\"", "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\"",
            "language="),
        inModel("bpmn:serviceTask", "bpmn:scriptTask", "serviceTask_recordLoan"));
  }

  private static String nameOf(ServiceTask task) {
    return task.getId().replaceFirst("^serviceTask_", "");
  }

  /** The bean or topic; empty if there is neither. */
  private static String serverOf(ServiceTask task) {
    if ("external".equals(task.getCamundaType())) {
      return String.valueOf(task.getCamundaTopic());
    }
    Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
    return bean.matches() ? bean.group(1) : "";
  }

  private static Map<String, JavaClass> beans(House house) {
    return house.code().stream().filter(type -> type.isAnnotatedWith(InModel.class))
        .collect(toMap(DelegateTest::beanNameOf, type -> type));
  }

  private static String beanNameOf(JavaClass type) {
    String name = type.getAnnotationOfType(InModel.class).value();
    return name.isEmpty() ? StringUtils.uncapitalize(type.getSimpleName()) : name;
  }
}
