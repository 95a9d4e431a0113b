package id.alur.engine;

import static org.camunda.bpm.engine.impl.context.Context.getCommandContext;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets through exactly what the deployed form has fields for: known names, simple values, texts that fit, and references
 * that this person made here.
 */
final class FormGate {

  private static final String DEPLOYED = "embedded:deployment:";

  private final ObjectProvider<ReferenceKeeper> keepers;
  private final Map<String, Map<String, FormField>> fieldsByForm = new ConcurrentHashMap<>();

  FormGate(ObjectProvider<ReferenceKeeper> keepers) {
    this.keepers = keepers;
  }

  /** What was submitted, texts trimmed and empty ones as null; what only passes is transient to the engine. */
  VariableMap check(String deploymentId, String formKey, VariableMap submitted) {
    Map<String, FormField> fields = fields(deploymentId, formKey);
    Refusals refusals = new Refusals();
    VariableMap accepted = Variables.createVariables();
    for (String name : submitted.keySet()) {
      Object value = simpleOrTyped(submitted.getValueTyped(name));
      FormField field = fields.get(name);
      refusals.when(field == null, RejectedInput.WHOLE_FORM,
          "Formulir ini tidak mempunyai isian \"" + name + "\". Muat ulang halaman, lalu coba lagi.");
      Object tidy = value instanceof String text ? tidy(text) : value;
      if (field != null) {
        String refusal = field.refusalOf(tidy);
        refusals.when(refusal != null, name, refusal);
      }
      accepted.putValue(name, field != null && field.passing() && tidy instanceof String text
          ? Variables.stringValue(text, true) : tidy);
    }
    refusals.throwIfAny();
    return accepted;
  }

  /** Makes the references in {@code accepted} part of the case. */
  void adoptReferences(String deploymentId, String formKey, VariableMap accepted, ReferenceKeeper.Submission submission) {
    for (FormField field : fields(deploymentId, formKey).values()) {
      Object reference = accepted.get(field.name());
      if (field.referenceKind() != null && reference != null) {
        keeperOf(field.referenceKind()).adopt(field.name(), field.referenceKind(), (String) reference, submission);
      }
    }
  }

  /** Takes away what an earlier round of the same step answered, so that nobody confirms it unread. */
  void clear(String deploymentId, String formKey, VariableScope scope) {
    for (FormField field : fields(deploymentId, formKey).values()) {
      if (!field.keepsValue() && !field.passing() && scope.getVariable(field.name()) != null) {
        scope.setVariable(field.name(), null);
      }
    }
  }

  private ReferenceKeeper keeperOf(String kind) {
    List<ReferenceKeeper> responsible = keepers.stream().filter(keeper -> keeper.keeps(kind)).toList();
    if (responsible.size() != 1) {
      throw new IllegalStateException(responsible.size() + " keepers for references of kind " + kind);
    }
    return responsible.get(0);
  }

  private Map<String, FormField> fields(String deploymentId, String formKey) {
    if (formKey == null) {
      return Map.of();
    }
    return fieldsByForm.computeIfAbsent(deploymentId + " " + formKey, key -> read(deploymentId, formKey));
  }

  private static Map<String, FormField> read(String deploymentId, String formKey) {
    if (!formKey.startsWith(DEPLOYED)) {
      throw new IllegalStateException("Form key " + formKey + " must start with " + DEPLOYED);
    }
    byte[] form = getCommandContext().getResourceManager()
        .findResourceByDeploymentIdAndResourceName(deploymentId, formKey.substring(DEPLOYED.length()))
        .getBytes();
    return FormField.in(new String(form, StandardCharsets.UTF_8));
  }

  /** A serialized object stays as it came: nobody but the engine may try to read it. */
  private static Object simpleOrTyped(TypedValue value) {
    return value instanceof SerializableValue ? value : value.getValue();
  }

  private static String tidy(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
