package id.alur.oversight;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.type.ValueType;

/** What each step of a case entered or found out: the last value of each variable that was written there, if any. */
final class Answers {

  /** The local variable of an event sub-process that says whose report, or whose cancellation, it is. */
  static final String REPORTED_BY = "reportedBy";

  private static final Set<String> SHOWN_TYPES = Set.of(
      ValueType.STRING.getName(), ValueType.BOOLEAN.getName(), ValueType.SHORT.getName(), ValueType.INTEGER.getName(),
      ValueType.LONG.getName(), ValueType.DOUBLE.getName(), ValueType.NULL.getName());
  private static final Pattern REFERENCE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final int SHORT_REFERENCE = 8;

  private final Map<String, Map<String, Object>> valuesByStep = new HashMap<>();

  private Answers() {}

  /** Reads the answers of a case, given its activities in order. */
  static Answers of(HistoryService history, String caseId, List<HistoricActivityInstance> happened) {
    Answers answers = new Answers();
    Places places = new Places(caseId, happened);
    history.createHistoricDetailQuery()
        .processInstanceId(caseId)
        .variableUpdates()
        .excludeTaskDetails()
        .disableBinaryFetching()
        .disableCustomObjectDeserialization()
        .orderByTime().asc()
        .orderPartiallyByOccurrence().asc()
        .list().stream()
        .map(HistoricVariableUpdate.class::cast)
        .forEach(update -> answers.add(places.of(update), update));
    return answers;
  }

  List<Step.Answer> at(String stepId) {
    return valuesByStep.getOrDefault(stepId, Map.of()).entrySet().stream()
        .map(entry -> new Step.Answer(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Who reported what this step records; null if nobody did. */
  String reporter(String stepId) {
    return valuesByStep.getOrDefault(stepId, Map.of()).get(REPORTED_BY) instanceof String userId ? userId : null;
  }

  private void add(String stepId, HistoricVariableUpdate update) {
    Map<String, Object> values = valuesByStep.computeIfAbsent(stepId, unknown -> new LinkedHashMap<>());
    if (update.getValue() == null && SHOWN_TYPES.contains(update.getTypeName())) {
      values.remove(update.getVariableName());
    } else {
      values.put(update.getVariableName(), shown(update));
    }
  }

  private static Object shown(HistoricVariableUpdate update) {
    if (!SHOWN_TYPES.contains(update.getTypeName())) {
      return "(" + update.getTypeName() + ")";
    }
    return update.getValue() instanceof String text ? shortened(text) : update.getValue();
  }

  private static String shortened(String text) {
    return REFERENCE.matcher(text).matches() ? text.substring(0, SHORT_REFERENCE) + "…" : text;
  }

  /** At which step a variable was written. */
  private static final class Places {

    private final String caseId;
    private final String start;
    private final Map<String, String> scopeByExecution = new HashMap<>();
    private final Map<String, String> scopeByItsStart = new HashMap<>();

    Places(String caseId, List<HistoricActivityInstance> happened) {
      this.caseId = caseId;
      this.start = happened.isEmpty() ? null : happened.get(0).getId();
      for (HistoricActivityInstance activity : happened) {
        boolean within = !caseId.equals(activity.getParentActivityInstanceId());
        if (within && activity.getActivityType().toLowerCase(Locale.ROOT).endsWith("startevent")) {
          scopeByItsStart.put(activity.getId(), activity.getParentActivityInstanceId());
          scopeByExecution.put(activity.getExecutionId(), activity.getParentActivityInstanceId());
        }
      }
    }

    String of(HistoricVariableUpdate update) {
      String place = update.getActivityInstanceId();
      if (place == null) {
        // a message that starts an event sub-process brings its variables before the engine has named the activity
        return scopeByExecution.get(update.getExecutionId());
      }
      if (place.equals(caseId) && update.isInitial()) {
        return start;
      }
      return scopeByItsStart.getOrDefault(place, place);
    }
  }
}
