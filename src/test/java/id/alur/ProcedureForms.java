package id.alur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The steps of a procedure's model that have a form, and the fields of each: a new one cannot be forgotten by a test. */
public final class ProcedureForms {

  /** The step of the start form, whatever its event is called. */
  public static final String START = "startEvent_request";

  private static final Pattern FIELD =
      Pattern.compile("cam-variable-name=\"([^\"]+)\"\\s+cam-variable-type=\"([^\"]+)\"");

  private final BpmnModelInstance model;

  private ProcedureForms(BpmnModelInstance model) {
    this.model = model;
  }

  public static ProcedureForms of(String process) {
    return new ProcedureForms(Bpmn.readModelFromFile(Path.of("processes", process, process + ".bpmn").toFile()));
  }

  /** A field by the name and the type of its variable. */
  public record Field(String name, String type) {}

  public List<String> userTasks() {
    return model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).toList();
  }

  public List<String> steps() {
    return Stream.concat(Stream.of(START), userTasks().stream()).toList();
  }

  public List<Field> fieldsOf(String step) {
    Matcher field = FIELD.matcher(read(step));
    return field.results().map(match -> new Field(match.group(1), match.group(2))).distinct().toList();
  }

  /** The form of this step as it is deployed. */
  public String read(String step) {
    String key = step.equals(START)
        ? startFormKey()
        : ((UserTask) model.getModelElementById(step)).getCamundaFormKey();
    try {
      return Files.readString(Path.of(key.substring("embedded:deployment:".length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String startFormKey() {
    return model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormKey)
        .filter(Objects::nonNull).findFirst().orElseThrow();
  }
}
