package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.CAUSE;
import static id.alur.helpdesk.AppUpdate.CAUSE_DETAIL;
import static id.alur.helpdesk.AppUpdate.PROCESS;
import static id.alur.helpdesk.AppUpdate.UNIT_CODE;
import static id.alur.helpdesk.AppUpdate.UPDATE_NEEDED;
import static id.alur.helpdesk.AppUpdate.UPDATE_NOW;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps one update task open while there is a cause for it, never two (HD-P6, HD-P7). */
@Service
class AppUpdates {

  private final AppUpdateCases cases;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;

  AppUpdates(AppUpdateCases cases, RuntimeService runtime, PlatformTransactionManager transactions) {
    this.cases = cases;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Opens the update task of a unit, or notes one more cause at the open one: for Alur itself, once for a unit in a
   * transaction. Belongs to the engine's transaction, if there is one. Of two at the same moment the second waits for
   * the first, so let it be the last thing that is done there.
   *
   * @param unit its kode PT
   * @param detail what else is known, such as a case number, in at most 500 characters; nothing personal; may be null
   * @throws org.camunda.bpm.engine.ProcessEngineException if somebody moves the open case at the same moment: nothing
   *     has changed, so try again, as a job does
   */
  void updateNeeded(String unit, UpdateCause cause, String detail) {
    VariableMap facts = Variables.putValue(CAUSE.name(), cause.id()).putValue(CAUSE_DETAIL.name(), detail);
    transaction.executeWithoutResult(status -> cases.lock(unit).ifPresentOrElse(
        open -> runtime.correlateMessage(UPDATE_NEEDED, open.caseNumber(), facts),
        () -> start(unit, "yes", facts)));
  }

  /** Begins the next period of a unit, in which nothing is to be done until it is time or a cause comes. */
  ProcessInstance startNextPeriod(String unit, String endedCaseId) {
    cases.ended(endedCaseId);
    return start(unit, "no", Variables.createVariables());
  }

  private ProcessInstance start(String unit, String updateNow, VariableMap facts) {
    return runtime.startProcessInstanceByKey(PROCESS,
        facts.putValue(UNIT_CODE.name(), unit).putValue(UPDATE_NOW.name(), updateNow));
  }
}
