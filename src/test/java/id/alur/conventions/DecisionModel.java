package id.alur.conventions;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A DMN file. */
record DecisionModel(Path file, DmnModelInstance dmn) {

  static DecisionModel read(Path file) {
    try {
      return new DecisionModel(file, Dmn.readModelFromFile(file.toFile()));
    } catch (ModelException e) {
      throw new AssertionError(file + " is not valid DMN: open it in Camunda Modeler and mend it", e);
    }
  }

  String stem() {
    return file.getFileName().toString().replaceFirst("\\.dmn$", "");
  }

  <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    Collection<T> elements = dmn.getModelElementsByType(type);
    return elements.stream();
  }

  String fault(String sentence, Object... values) {
    return file + ": " + sentence.formatted(values);
  }
}
