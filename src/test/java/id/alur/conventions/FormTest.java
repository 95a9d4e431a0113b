package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inForm;
import static id.alur.conventions.PlantedFault.inModel;
import static id.alur.conventions.PlantedFault.moving;

import id.alur.conventions.Form.Tag;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One embedded form per start and user task: plain markup, whose behaviour lies in Tasklist's shared script. */
class FormTest {

  private static final String EMBEDDED = "embedded:deployment:";
  private static final String SHARED_SCRIPT = "window.alur.enhance(camForm, $scope);";

  private static final Pattern NETWORK = Pattern.compile(
      "\\bfetch\\s*\\(|XMLHttpRequest|\\$http|\\$resource|sendBeacon|WebSocket|EventSource|\\bimport\\b|url\\s*\\(");
  private static final Set<String> LOADING_TAGS = Set.of(
      "link", "iframe", "frame", "object", "embed", "meta", "base", "img");
  private static final Set<String> LOADING_ATTRIBUTES = Set.of(
      "src", "srcset", "action", "formaction", "poster", "background");
  private static final Pattern HANDLER = Pattern.compile(
      "on[a-z]+|ng-(click|dblclick|change|submit|init|focus|blur|copy|cut|paste|(key|mouse)\\w+)");

  @TestFactory
  Stream<DynamicTest> aUserTaskHasTheFormOfItsName() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> model.all(UserTask.class)
            .filter(task -> !formKeyOf(procedure, task).equals(task.getCamundaFormKey()))
            .map(task -> model.fault(task, "has the form key %s: write %s", task.getCamundaFormKey(),
                formKeyOf(procedure, task)))),
        inModel("book-loan-check-card.html", "book-loan-card.html", "userTask_checkCard"),
        inModel("embedded:deployment:forms/book-loan/book-loan-check", "embedded:app:forms/book-loan/book-loan-check",
            "userTask_checkCard"));
  }

  @TestFactory
  Stream<DynamicTest> theStartOfAProcedureHasTheStartForm() {
    return holds(
        procedure -> procedure.processes().stream().flatMap(model -> startsByAPerson(procedure, model)
            .filter(start -> !startFormKeyOf(procedure, model).equals(start.getCamundaFormKey()))
            .map(start -> model.fault(start, "has the form key %s: write %s", start.getCamundaFormKey(),
                startFormKeyOf(procedure, model)))),
        inModel(" camunda:formKey=\"embedded:deployment:forms/book-loan/book-loan-start.html\"", "",
            "startEvent_loanRequested"),
        moving("processes/book-loan/book-loan.bpmn", "processes/book-loan/book-loan-part.bpmn",
            "write embedded:deployment:forms/book-loan/book-loan-part-start.html"));
  }

  @TestFactory
  Stream<DynamicTest> everyFormThatIsNamedExists() {
    return holds(
        procedure -> formKeys(procedure)
            .map(key -> procedure.house().folder().resolve(key.replace(EMBEDDED, "")))
            .filter(file -> !Files.isRegularFile(file))
            .map(file -> file + " is missing: a model names it as a form"),
        moving("forms/book-loan/book-loan-start.html", "forms/book-loan/book-loan-begin.html",
            "book-loan-start.html is missing"));
  }

  @TestFactory
  Stream<DynamicTest> everyFormIsNamedByAModel() {
    return holds(FormTest::orphans,
        moving("forms/book-loan/book-loan-start.html", "forms/book-loan/book-loan-begin.html", "book-loan-begin.html"));
  }

  private static Stream<String> orphans(Procedure procedure) {
    Set<Path> named = formKeys(procedure)
        .map(key -> procedure.house().folder().resolve(key.replace(EMBEDDED, "")))
        .collect(Collectors.toSet());
    return procedure.forms().stream().filter(form -> !named.contains(form.file()))
        .map(form -> form.fault("no start event or user task has this form: delete it, or name it after its task"));
  }

  @TestFactory
  Stream<DynamicTest> noFormCallsTheNetwork() {
    return holds(
        ofForms(form -> Stream.concat(
            NETWORK.matcher(form.html()).results()
                .map(call -> form.fault("calls the network by \"%s\": let the shared script do it", call.group())),
            form.tags().stream().filter(FormTest::loads)
                .map(tag -> form.fault("<%s> loads or sends something: take it out", tag.name())))),
        inForm("window.alur.enhance", "fetch('/x'); window.alur.enhance", "fetch("),
        inForm("window.alur.enhance", "$http.get('/x'); window.alur.enhance", "$http"),
        inForm("<fieldset>", "<fieldset><img alt=\"\" src=\"https://example.id/x.png\">", "<img>"),
        inForm("<form role", "<form action=\"/x\" role", "<form>"));
  }

  @TestFactory
  Stream<DynamicTest> aLinkShowsTheHostToWhichItLeads() {
    return holds(
        ofForms(form -> form.tags().stream()
            .filter(tag -> tag.attributes().containsKey("href"))
            .filter(tag -> !tag.name().equals("a") || !form.contentOf(tag).contains(hostOf(tag)))
            .map(tag -> form.fault("the link to %s does not show its host: write the host into its text",
                tag.attribute("href")))),
        inForm("<fieldset>", "<a href=\"https://example.id/x\">di sini</a><fieldset>", "https://example.id/x"),
        inForm("<fieldset>", "<a href=\"javascript:alert(1)\">di sini</a><fieldset>", "javascript:alert(1)"));
  }

  @TestFactory
  Stream<DynamicTest> aFormsOnlyScriptCallsTheSharedOne() {
    return holds(
        ofForms(form -> Stream.of(scriptsOf(form))
            .filter(scripts -> !scripts.equals(List.of(SHARED_SCRIPT)))
            .map(scripts -> form.fault("has the scripts %s: write one <script cam-script "
                + "type=\"text/form-script\"> with %s", scripts, SHARED_SCRIPT))),
        inForm("window.alur.enhance(camForm, $scope);",
            "window.alur.enhance(camForm, $scope); camForm.on('submit', x);", "check-card.html"),
        inForm("<script cam-script", "<script", "check-card.html"));
  }

  @TestFactory
  Stream<DynamicTest> everyFieldHasALabel() {
    return holds(
        ofForms(form -> form.fields().stream().filter(field -> !isLabelled(form, field))
            .map(field -> form.fault("%s has no label: write <label for=…>, or put the field into its label",
                variableOf(field)))),
        inForm("<fieldset>", "<fieldset><input id=\"note\" cam-variable-name=\"note\" cam-variable-type=\"String\">",
            "note"),
        inForm("<fieldset>",
            "<label for=\"other\">Lain</label><fieldset><input id=\"note\" cam-variable-name=\"note\">", "note"));
  }

  @TestFactory
  Stream<DynamicTest> everyFieldHasAScalarType() {
    return holds(
        ofForms(form -> form.fields().stream()
            .filter(field -> !Set.of("String", "Boolean", "Long").contains(field.attribute("cam-variable-type")))
            .map(field -> form.fault("%s has the type \"%s\": write String, Boolean or Long; what is larger "
                + "travels by reference",
                variableOf(field), field.attribute("cam-variable-type")))),
        inForm("cam-variable-type=\"String\"", "cam-variable-type=\"Date\"", "card has the type"),
        inForm(" cam-variable-type=\"String\"", "", "card has the type"));
  }

  @TestFactory
  Stream<DynamicTest> noTagHandlesAnEvent() {
    return holds(
        ofForms(form -> form.tags().stream().flatMap(tag -> tag.attributes().keySet().stream())
            .filter(attribute -> HANDLER.matcher(attribute).matches())
            .map(attribute -> form.fault("has the handler %s: behaviour belongs to the shared script", attribute))),
        inForm("<fieldset>", "<fieldset onclick=\"x()\">", "onclick"),
        inForm("<fieldset>", "<fieldset ng-click=\"x()\">", "ng-click"));
  }

  @TestFactory
  Stream<DynamicTest> aFormIsAFragmentThatLeavesTheLanguageToItsPage() {
    return holds(
        ofForms(form -> form.tags().stream()
            .filter(tag -> Set.of("html", "head", "body").contains(tag.name()) || tag.attributes().containsKey("lang"))
            .map(tag -> form.fault("<%s> belongs to a whole page: begin with <form>, without lang", tag.name()))),
        inForm("<fieldset>", "<fieldset lang=\"id\">", "<fieldset>"),
        inForm("<form role=\"form\"", "<body><form role=\"form\"", "<body>"));
  }

  private static Convention.Rule ofForms(Function<Form, Stream<String>> faults) {
    return procedure -> procedure.forms().stream().flatMap(faults);
  }

  private static String formKeyOf(Procedure procedure, UserTask task) {
    String step = task.getId().replaceFirst("^userTask_", "").replaceAll("([A-Z])", "-$1").toLowerCase();
    return EMBEDDED + "forms/" + procedure.slug() + "/" + procedure.slug() + "-" + step + ".html";
  }

  private static String startFormKeyOf(Procedure procedure, ProcessModel model) {
    return EMBEDDED + "forms/" + procedure.slug() + "/" + model.stem() + "-start.html";
  }

  /** A part without a form is started by a call activity alone. */
  private static Stream<StartEvent> startsByAPerson(Procedure procedure, ProcessModel model) {
    return model.all(StartEvent.class)
        .filter(start -> start.getParentElement() instanceof Process && start.getEventDefinitions().isEmpty())
        .filter(start -> model.stem().equals(procedure.slug()) || start.getCamundaFormKey() != null);
  }

  private static Stream<String> formKeys(Procedure procedure) {
    return procedure.processes().stream()
        .flatMap(model -> Stream.concat(
            model.all(UserTask.class).map(UserTask::getCamundaFormKey),
            model.all(StartEvent.class).map(StartEvent::getCamundaFormKey)))
        .filter(key -> key != null);
  }

  private static boolean loads(Tag tag) {
    return LOADING_TAGS.contains(tag.name())
        || tag.attributes().keySet().stream().anyMatch(LOADING_ATTRIBUTES::contains);
  }

  private static String hostOf(Tag link) {
    URI target = URI.create(link.attribute("href"));
    return target.getHost() == null ? link.attribute("href") : target.getHost();
  }

  private static List<String> scriptsOf(Form form) {
    return form.tags().stream().filter(tag -> tag.name().equals("script"))
        .map(tag -> tag.attributes().containsKey("cam-script") ? form.contentOf(tag).strip() : "not a cam-script")
        .toList();
  }

  private static boolean isLabelled(Form form, Tag field) {
    Predicate<Tag> label = tag -> tag.name().equals("label");
    Predicate<Tag> forField = tag -> !field.attribute("id").isEmpty()
        && tag.attribute("for").equals(field.attribute("id"));
    Predicate<Tag> aroundField = tag -> tag.start() < field.start()
        && tag.end() + form.contentOf(tag).length() > field.start();
    Predicate<Tag> ofReference = tag -> isReferenceControl(form.html().substring(0, field.start()), tag);
    return form.tags().stream().anyMatch(label.and(forField.or(aroundField).or(ofReference)));
  }

  /** The shared script makes the control that such a label names: for one reference, or for all that is told of a file. */
  private static boolean isReferenceControl(String before, Tag label) {
    int reference = before.lastIndexOf("data-reference-kind=");
    int file = before.lastIndexOf("data-hash-field=");
    int control = Math.max(reference, file);
    return control >= 0 && label.start() > control && label.start() < before.length()
        && !before.substring(control).contains(control == file ? "</div>" : "cam-variable-name=");
  }

  private static String variableOf(Tag field) {
    return field.attribute("cam-variable-name");
  }
}
