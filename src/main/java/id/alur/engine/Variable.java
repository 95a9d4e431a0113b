package id.alur.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/**
 * A process variable with its type: the only way in which code reads or writes one.
 *
 * @param name the name in the engine and in forms
 * @param type String, Boolean or Long: what is larger travels by reference
 */
public record Variable<T>(String name, Class<T> type) {

  /** A short text. */
  public static Variable<String> text(String name) {
    return new Variable<>(name, String.class);
  }

  /** A yes or no. */
  public static Variable<Boolean> flag(String name) {
    return new Variable<>(name, Boolean.class);
  }

  /** A whole number. */
  public static Variable<Long> number(String name) {
    return new Variable<>(name, Long.class);
  }

  /** The value, or empty if there is none. */
  public Optional<T> find(VariableScope scope) {
    return Optional.ofNullable(type.cast(scope.getVariable(name)));
  }

  /** The value among those of {@link #allOf}, or empty if there is none. */
  public Optional<T> find(Map<String, Object> variables) {
    return Optional.ofNullable(type.cast(variables.get(name)));
  }

  /** All that the case of an external task knows. */
  public static Map<String, Object> allOf(LockedExternalTask task) {
    return task.getVariables();
  }

  /** The value; null if there is none. */
  public T get(VariableScope scope) {
    return find(scope).orElse(null);
  }

  /** Sets the value where the variable is known already, else in the whole case. */
  public void set(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }

  /** Takes the value away, if there is one; history keeps it. */
  public void clear(VariableScope scope) {
    if (scope.getVariable(name) != null) {
      scope.setVariable(name, null);
    }
  }
}
