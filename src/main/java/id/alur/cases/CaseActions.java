package id.alur.cases;

import id.alur.engine.ReferenceKeeper;
import id.alur.engine.ReferenceKeeper.Submission;
import id.alur.engine.Refusals;
import id.alur.engine.StorableText;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Tells a running case that it deviated from its procedure, or ends it. Each procedure receives both as messages of its
 * own: {@code slug.deviationReported} and {@code slug.cancelled}.
 */
@Service
class CaseActions {

  /** The kind of document that may be attached as evidence. */
  static final String EVIDENCE = "evidence";

  private static final int LONGEST_TEXT = 2000;
  private static final String TOO_LONG = "Paling banyak " + LONGEST_TEXT + " karakter. Persingkat isian ini.";

  private static final String UNUSABLE = "Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang isian ini.";

  private final RuntimeService runtime;
  private final HistoryService history;
  private final TaskService tasks;
  private final ProcessEngineConfigurationImpl engine;
  private final ObjectProvider<ReferenceKeeper> keepers;

  CaseActions(RuntimeService runtime, HistoryService history, TaskService tasks, ProcessEngineConfigurationImpl engine,
      ObjectProvider<ReferenceKeeper> keepers) {
    this.runtime = runtime;
    this.history = history;
    this.tasks = tasks;
    this.engine = engine;
    this.keepers = keepers;
  }

  /**
   * Whether {@code taskId} is an open task of this case that the person who asks may see. Whoever started the case
   * needs no task: there may be none while Alur itself is at work.
   */
  boolean mayAct(String caseId, String taskId, String person) {
    return taskId == null ? hasStarted(caseId, person)
        : tasks.createTaskQuery().processInstanceId(caseId).taskId(taskId).active().count() == 1;
  }

  private boolean hasStarted(String caseId, String person) {
    // most people may not read history; of other units they still see nothing
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() ->
        history.createHistoricProcessInstanceQuery().processInstanceId(caseId).startedBy(person).unfinished()
            .count() == 1));
  }

  /** Records what was done otherwise than the procedure says, by whom and why; the case goes on. */
  void reportDeviation(String caseId, Deviation deviation, String person) {
    new Refusals()
        .when(isMissing(deviation.what()), "what", "Tulis apa yang dilakukan lain dari SOP.")
        .when(isMissing(deviation.why()), "why", "Tulis mengapa.")
        .when(isTooLong(deviation.what()), "what", TOO_LONG)
        .when(isTooLong(deviation.why()), "why", TOO_LONG)
        .when(isTooLong(deviation.evidence()), "evidence", TOO_LONG)
        .when(isUnusable(deviation.what()), "what", UNUSABLE)
        .when(isUnusable(deviation.why()), "why", UNUSABLE)
        .when(isUnusable(deviation.evidence()), "evidence", UNUSABLE)
        .throwIfAny();
    VariableMap facts = Variables.createVariables()
        .putValue("what", deviation.what().strip())
        .putValue("why", deviation.why().strip())
        .putValue("evidence", deviation.evidence())
        .putValue("evidenceDocument", deviation.evidenceDocument())
        .putValue("reportedBy", person);
    tell(caseId, "deviationReported", facts, deviation.evidenceDocument(), deviation.taskId(), person);
  }

  /** Ends the case where it stands; what was recorded stays. */
  void cancel(String caseId, Cancellation cancellation, String person) {
    new Refusals()
        .when(isMissing(cancellation.reason()), "reason", "Tulis mengapa kasus ini dibatalkan.")
        .when(isTooLong(cancellation.reason()), "reason", TOO_LONG)
        .when(isUnusable(cancellation.reason()), "reason", UNUSABLE)
        .throwIfAny();
    VariableMap facts = Variables.createVariables()
        .putValue("reason", cancellation.reason().strip())
        .putValue("reportedBy", person);
    tell(caseId, "cancelled", facts, null, cancellation.taskId(), person);
  }

  /** In one command of our own: a person may not send messages to a case himself. */
  private void tell(String caseId, String event, Map<String, Object> facts, String document, String taskId, String person) {
    engine.getCommandExecutorTxRequired().execute(context -> {
      if (taskId != null && tasks.createTaskQuery().taskId(taskId).count() == 0) {
        throw new MismatchingMessageCorrelationException("task " + taskId + " was completed meanwhile");
      }
      return context.runWithoutAuthorization(() -> {
        HistoricProcessInstance found =
            history.createHistoricProcessInstanceQuery().processInstanceId(caseId).singleResult();
        adopt(document, new Submission(person, Submission.task(taskId), caseId, found.getTenantId()));
        return correlate(found, event, facts);
      });
    });
  }

  private void adopt(String document, Submission submission) {
    if (document != null) {
      keepers.stream().filter(keeper -> keeper.keeps(EVIDENCE)).findFirst().orElseThrow()
          .adopt("evidenceDocument", EVIDENCE, document, submission);
    }
  }

  private Void correlate(HistoricProcessInstance found, String event, Map<String, Object> facts) {
    runtime.createMessageCorrelation(found.getProcessDefinitionKey() + "." + event)
        .processInstanceId(found.getId())
        .setVariablesToTriggeredScope(facts)
        .correlate();
    return null;
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isTooLong(String text) {
    return text != null && text.length() > LONGEST_TEXT;
  }

  private static boolean isUnusable(String text) {
    return text != null && !StorableText.isStorable(text);
  }

  /**
   * @param taskId the task at which it is reported; null from whoever started the case
   * @param what was done otherwise
   * @param why it was
   * @param evidence in words; may be null
   * @param evidenceDocument a reference; may be null
   */
  record Deviation(String taskId, String what, String why, String evidence, String evidenceDocument) {}

  /**
   * @param taskId the task at which it is cancelled; null from whoever started the case
   * @param reason why
   */
  record Cancellation(String taskId, String reason) {}
}
