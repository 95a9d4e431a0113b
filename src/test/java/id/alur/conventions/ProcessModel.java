package id.alur.conventions;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A BPMN file. */
record ProcessModel(Path file, BpmnModelInstance bpmn) {

  static ProcessModel read(Path file) {
    try {
      return new ProcessModel(file, Bpmn.readModelFromFile(file.toFile()));
    } catch (ModelException e) {
      throw new AssertionError(file + " is not valid BPMN 2.0: open it in Camunda Modeler and mend it", e);
    }
  }

  String stem() {
    return file.getFileName().toString().replaceFirst("\\.bpmn$", "");
  }

  <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    Collection<T> elements = bpmn.getModelElementsByType(type);
    return elements.stream();
  }

  Process process() {
    return all(Process.class).findFirst().orElseThrow(() -> new AssertionError(file + " holds no process: add one"));
  }

  /** A sentence about {@code element} that says where to find it. */
  String fault(BaseElement element, String sentence, Object... values) {
    return file + ", " + element.getId() + ": " + sentence.formatted(values);
  }

  String fault(String sentence, Object... values) {
    return file + ": " + sentence.formatted(values);
  }
}
