package id.alur.act;

import id.alur.act.ActOutcome.CertainlyNot;
import id.alur.act.ActOutcome.Result;
import id.alur.act.ActOutcome.Unknown;
import id.alur.act.JournalEntry.State;
import id.alur.engine.Variable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Performs one act, or goes on with it where a node that died left it: at most once, unless its worker says that it may
 * be repeated.
 *
 * <p>To wait, it leaves the act alone: the lease runs out, and a node takes the act up again.
 */
@Component
class ActPerformer {

  private static final Logger log = LoggerFactory.getLogger(ActPerformer.class);

  private final ActJournal journal;
  private final ActReport report;
  private final ProgressReports progress;
  private final ActSettings settings;
  private final Clock clock;

  ActPerformer(ActJournal journal, ActReport report, ProgressReports progress, ActSettings settings, Clock clock) {
    this.journal = journal;
    this.report = report;
    this.progress = progress;
    this.settings = settings;
    this.clock = clock;
  }

  void perform(ActWorker worker, LockedExternalTask task) {
    try {
      if (worker.isRepeatable()) {
        repeat(worker, task);
      } else {
        performOnce(worker, task);
      }
    } catch (RuntimeException e) {
      log.warn("Act {} of case {} failed technically", task.getActivityId(), task.getProcessInstanceId(), e);
      report.technicalFailure(worker, task, e);
    }
  }

  private void repeat(ActWorker worker, LockedExternalTask task) {
    ActOutcome outcome = worker.perform(newRound(worker, task, 1));
    if (outcome instanceof Result result) {
      report.result(task, result);
    } else if (outcome instanceof CertainlyNot not) {
      report.certainlyNot(worker, task, not);
    } else if (outcome instanceof Unknown unknown) {
      report.failure(worker, task, unknown.reason());
    }
  }

  private void performOnce(ActWorker worker, LockedExternalTask task) {
    Optional<JournalEntry> last = journal.last(task.getProcessInstanceId(), task.getActivityId());
    JournalEntry open = last.filter(JournalEntry::isOpen).orElse(null);
    if (open == null) {
      begin(worker, task, last.map(JournalEntry::round).orElse(0) + 1);
    } else if (open.state() == State.DONE) {
      report.result(task, ResultJson.read(open.outcome()), open);
    } else {
      resolve(worker, task, open);
    }
  }

  /**
   * The lease is looked at after the journal was: a node that was frozen in between finds either its lease gone or this
   * round taken.
   */
  private void begin(ActWorker worker, LockedExternalTask task, int round) {
    if (!report.isStillOurs(task)) {
      log.info("Act {} of case {}: somebody else goes on with it", task.getActivityId(), task.getProcessInstanceId());
      return;
    }
    Act act = newRound(worker, task, round);
    journal.begin(act, task.getWorkerId(), worker.describe(act))
        .ifPresent(intent -> settle(worker, task, intent, send(worker, act)));
  }

  private static ActOutcome send(ActWorker worker, Act act) {
    if (act.isOverdue()) {
      return ActOutcome.certainlyNot("Alur terhenti sebelum sempat mengirim.", Duration.ZERO);
    }
    try {
      return worker.perform(act);
    } catch (RuntimeException e) {
      log.error("Act {}: nobody knows what came of it", act.key(), e);
      return ActOutcome.unknown("Alur gagal di tengah jalan: " + e);
    }
  }

  private void settle(ActWorker worker, LockedExternalTask task, JournalEntry intent, ActOutcome outcome) {
    if (outcome instanceof Result result) {
      if (journal.done(intent, result)) {
        report.result(task, result, intent);
      } else {
        log.error("Act {} round {} of case {} has a result after all, but was settled otherwise before: {}",
            intent.activityId(), intent.round(), intent.caseId(), result);
      }
    } else if (outcome instanceof CertainlyNot not) {
      if (journal.certainlyNot(intent, not.reason())) {
        report.certainlyNot(worker, task, not);
      }
    } else if (outcome instanceof Unknown unknown) {
      journal.unknown(intent, unknown.reason())
          .ifPresent(inDoubt -> resolve(worker, task, inDoubt));
    }
  }

  /** Finds out what came of an intent, without sending anything. */
  private void resolve(ActWorker worker, LockedExternalTask task, JournalEntry intent) {
    Optional<ActOutcome> answer = ask(worker, sameRound(task, intent));
    boolean mayStillHappen = clock.instant().isBefore(intent.mayHappenUntil(settings.margin()));
    if (answer.filter(outcome -> isBelievable(outcome, mayStillHappen)).isPresent()) {
      settle(worker, task, intent, answer.get());
    } else if (mayStillHappen && answer.isPresent()) {
      log.info("Act {} of case {}: its outcome may still come", intent.activityId(), intent.caseId());
    } else {
      // At once, although it may still happen: the task says until when, and takes the partner's answer if it comes.
      log.warn("Act {} of case {}: a person must find out what came of it", intent.activityId(), intent.caseId());
      report.unknown(task, intent);
    }
  }

  private static boolean isBelievable(ActOutcome answer, boolean mayStillHappen) {
    return answer instanceof Result || answer instanceof CertainlyNot && !mayStillHappen;
  }

  private static Optional<ActOutcome> ask(ActWorker worker, Act act) {
    try {
      return worker.ask(act);
    } catch (RuntimeException e) {
      log.warn("Act {}: asking what came of it failed", act.key(), e);
      return Optional.of(ActOutcome.unknown(e.toString()));
    }
  }

  private Act newRound(ActWorker worker, LockedExternalTask task, int round) {
    return act(task, round, clock.instant(), clock.instant().plus(worker.deadline()));
  }

  private Act sameRound(LockedExternalTask task, JournalEntry entry) {
    return act(task, entry.round(), entry.startedAt(), entry.deadlineAt());
  }

  private Act act(LockedExternalTask task, int round, Instant startedAt, Instant deadlineAt) {
    return new Act(task.getProcessInstanceId(), task.getBusinessKey(), task.getTenantId(), task.getActivityId(), round,
        startedAt, deadlineAt, Variable.allOf(task), clock, progress::add);
  }
}
