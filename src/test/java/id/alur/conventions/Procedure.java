package id.alur.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import id.alur.engine.Variable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that belongs to one procedure: models, forms, classes. */
record Procedure(House house, String slug) {

  Path modelFolder() {
    return house.folder().resolve("processes").resolve(slug);
  }

  Path formFolder() {
    return house.folder().resolve("forms").resolve(slug);
  }

  List<ProcessModel> processes() {
    return files(modelFolder(), ".bpmn").map(ProcessModel::read).toList();
  }

  List<DecisionModel> decisions() {
    return files(modelFolder(), ".dmn").map(DecisionModel::read).toList();
  }

  List<Form> forms() {
    return files(formFolder(), ".html").map(Form::read).toList();
  }

  private static Stream<Path> files(Path folder, String ending) {
    return House.files(folder).stream().filter(file -> file.toString().endsWith(ending));
  }

  String packageName() {
    return house.rootPackage() + "." + slug.replace("-", "");
  }

  List<JavaClass> classes() {
    return house.code().stream().filter(type -> type.getPackageName().equals(packageName())).toList();
  }

  /** The names of the variables that the procedure's contract declares. */
  Set<String> variables() {
    return constants(Variable.class).map(Variable::name).collect(Collectors.toSet());
  }

  /** The type of the variable with this name; empty if the contract declares none. */
  Optional<String> typeOf(String variable) {
    return constants(Variable.class).filter(declared -> declared.name().equals(variable))
        .map(declared -> declared.type().getSimpleName()).findFirst();
  }

  /** The values of all constants of {@code type} in the procedure's classes. */
  <T> Stream<T> constants(Class<T> type) {
    return classes().stream()
        .flatMap(javaClass -> Arrays.stream(javaClass.reflect().getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()) && type.isAssignableFrom(field.getType()))
        .map(field -> type.cast(valueOf(field)));
  }

  private static Object valueOf(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
