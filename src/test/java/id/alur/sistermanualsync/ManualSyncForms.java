package id.alur.sistermanualsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The steps of the model that have a form, and the fields of each: a new one cannot be forgotten by a test. */
final class ManualSyncForms {

  static final String START = "startEvent_request";

  private static final BpmnModelInstance MODEL =
      Bpmn.readModelFromFile(Path.of("processes/sister-manual-sync/sister-manual-sync.bpmn").toFile());

  private static final Pattern FIELD =
      Pattern.compile("cam-variable-name=\"([^\"]+)\"\\s+cam-variable-type=\"([^\"]+)\"");

  private ManualSyncForms() {}

  record Field(String name, String type) {}

  static List<String> userTasks() {
    return MODEL.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).toList();
  }

  static List<String> steps() {
    return Stream.concat(Stream.of(START), userTasks().stream()).toList();
  }

  static List<Field> fieldsOf(String step) {
    Matcher field = FIELD.matcher(read(step));
    return field.results().map(match -> new Field(match.group(1), match.group(2))).distinct().toList();
  }

  /** The form of this step as it is deployed. */
  static String read(String step) {
    String key = step.equals(START)
        ? ((StartEvent) MODEL.getModelElementById(step)).getCamundaFormKey()
        : ((UserTask) MODEL.getModelElementById(step)).getCamundaFormKey();
    try {
      return Files.readString(Path.of(key.substring("embedded:deployment:".length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
