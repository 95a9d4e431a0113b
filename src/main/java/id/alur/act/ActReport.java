package id.alur.act;

import id.alur.act.ActOutcome.BusinessError;
import id.alur.act.ActOutcome.CertainlyNot;
import id.alur.act.ActOutcome.Result;
import java.time.Duration;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the case what came of an act.
 *
 * <p>Whoever lost the lease leaves this to the one who has it now: the journal knows what is needed.
 */
@Component
class ActReport {

  private static final Logger log = LoggerFactory.getLogger(ActReport.class);

  private final ExternalTaskService externalTasks;
  private final ActJournal journal;
  private final TransactionTemplate transaction;
  private final ActSettings settings;

  ActReport(ExternalTaskService externalTasks, ActJournal journal, PlatformTransactionManager transactions,
      ActSettings settings) {
    this.externalTasks = externalTasks;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
  }

  void result(LockedExternalTask task, Result result) {
    ifStillOurs(task, () -> tell(task, result));
  }

  /** That the case has the result, and that the journal says so, become true together. */
  void result(LockedExternalTask task, Result result, JournalEntry entry) {
    ifStillOurs(task, () -> {
      tell(task, result);
      journal.delivered(entry);
    });
  }

  void unknown(LockedExternalTask task, JournalEntry intent) {
    ifStillOurs(task, () -> error(task, ActErrors.OUTCOME_UNKNOWN, intent.outcome()));
  }

  void certainlyNot(ActWorker worker, LockedExternalTask task, CertainlyNot not) {
    int left = not.retryAfter().isPresent() ? attemptsLeft(worker, task) : 0;
    if (left == 0 && worker.hasHumanTwin()) {
      ifStillOurs(task, () -> error(task, ActErrors.NOT_POSSIBLE, not.reason()));
    } else {
      failure(task, not.reason(), left, not.retryAfter().orElse(Duration.ZERO));
    }
  }

  /** Tried again after a while; an incident when no attempt is left. */
  void failure(ActWorker worker, LockedExternalTask task, String reason) {
    failure(task, reason, attemptsLeft(worker, task), settings.retryAfter());
  }

  /** As {@link #failure}, with words that are for administrators only: kept whole as the details of the external task. */
  void technicalFailure(ActWorker worker, LockedExternalTask task, RuntimeException failure) {
    ifStillOurs(task, () -> externalTasks.handleFailure(task.getId(), task.getWorkerId(), failure.toString(),
        failure.toString(), attemptsLeft(worker, task), settings.retryAfter().toMillis()));
  }

  private void failure(LockedExternalTask task, String reason, int attemptsLeft, Duration retryAfter) {
    ifStillOurs(task, () -> externalTasks.handleFailure(
        task.getId(), task.getWorkerId(), reason, attemptsLeft, retryAfter.toMillis()));
  }

  private void tell(LockedExternalTask task, Result result) {
    if (result instanceof BusinessError error) {
      externalTasks.handleBpmnError(task.getId(), task.getWorkerId(), error.code(), null, error.variables());
    } else {
      externalTasks.complete(task.getId(), task.getWorkerId(), result.variables());
    }
  }

  private void error(LockedExternalTask task, String code, String reason) {
    externalTasks.handleBpmnError(task.getId(), task.getWorkerId(), code, reason);
  }

  private void ifStillOurs(LockedExternalTask task, Runnable command) {
    try {
      run(task, command);
    } catch (OptimisticLockingException e) {
      log.info("Act {} of case {}: the case moved meanwhile", task.getActivityId(), task.getProcessInstanceId());
    } catch (RuntimeException e) {
      if (isStillOurs(task)) {
        throw e;
      }
      log.info("Act {} of case {}: somebody else goes on with it", task.getActivityId(), task.getProcessInstanceId());
    }
  }

  /** Once more if only a heartbeat changed the same row meanwhile: the next one is seconds away. */
  private void run(LockedExternalTask task, Runnable command) {
    try {
      transaction.executeWithoutResult(status -> command.run());
    } catch (OptimisticLockingException e) {
      if (!isStillOurs(task)) {
        throw e;
      }
      transaction.executeWithoutResult(status -> command.run());
    }
  }

  /** Whether the act still waits in its case, and this node has the lease. */
  boolean isStillOurs(LockedExternalTask task) {
    return externalTasks.createExternalTaskQuery()
        .externalTaskId(task.getId()).workerId(task.getWorkerId()).locked().count() == 1;
  }

  private static int attemptsLeft(ActWorker worker, LockedExternalTask task) {
    int before = task.getRetries() == null ? worker.attempts() : task.getRetries();
    return Math.max(0, before - 1);
  }
}
