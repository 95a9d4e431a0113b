package id.alur.act;

import id.alur.act.ActProgress.Progress.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tells the person at a task with the property {@code follows} how the act goes that it follows. Working on the task is
 * right enough: most people may see neither external tasks nor history.
 */
@Component
class ActProgress {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter TIME = format("'pukul' HH.mm 'WIB'");
  private static final DateTimeFormatter DAY_AND_TIME = format("d MMMM yyyy 'pukul' HH.mm 'WIB'");

  private final ExternalTaskService externalTasks;
  private final HistoryService history;
  private final ProcessEngineConfigurationImpl engine;
  private final ActJournal journal;
  private final ActSettings settings;
  private final Clock clock;

  ActProgress(ExternalTaskService externalTasks, HistoryService history, ProcessEngineConfigurationImpl engine,
      ActJournal journal, ActSettings settings, Clock clock) {
    this.externalTasks = externalTasks;
    this.history = history;
    this.engine = engine;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** How the act of this service task goes, for whoever works on {@code following}. */
  Progress of(Task following, String activityId) {
    return withoutAuthorization(() -> find(following, activityId));
  }

  /** Whether this task was this person's and is over: then there is nothing to follow any more. */
  boolean isOver(String taskId, String person) {
    return withoutAuthorization(() ->
        history.createHistoricTaskInstanceQuery().taskId(taskId).taskAssignee(person).finished().count() > 0);
  }

  private <T> T withoutAuthorization(Supplier<T> query) {
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(query::get));
  }

  private Progress find(Task following, String activityId) {
    String caseId = following.getProcessInstanceId();
    ExternalTask task =
        externalTasks.createExternalTaskQuery().processInstanceId(caseId).activityId(activityId).singleResult();
    if (task != null) {
      return progress(task, journal.last(caseId, activityId).filter(JournalEntry::isOpen));
    }
    return hasEndedSince(following.getCreateTime(), caseId, activityId)
        ? new Progress(State.ENDED, "Sudah selesai. Tekan Selesaikan untuk melanjutkan.")
        : Progress.WAITING;
  }

  private boolean hasEndedSince(Date start, String caseId, String activityId) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(caseId).activityId(activityId)
        .finishedAfter(start).count() > 0;
  }

  private Progress progress(ExternalTask task, Optional<JournalEntry> open) {
    if (Integer.valueOf(0).equals(task.getRetries())) {
      return new Progress(State.STOPPED, "Terhenti, dan tidak dicoba lagi dengan sendirinya. " + failureOf(task)
          + " Hubungi pengelola Alur.");
    }
    return open.map(this::progress).orElseGet(() -> progress(task));
  }

  private Progress progress(JournalEntry open) {
    if (open.state() == JournalEntry.State.DONE) {
      return new Progress(State.RUNNING, "Jawabannya sudah diterima dan sedang dicatat.");
    }
    if (open.hasEnded() || !clock.instant().isBefore(open.deadlineAt())) {
      return new Progress(State.CHECKING, "Dikirim %s; jawabannya belum diterima. Alur memastikan dulu apakah kiriman itu sampai."
          .formatted(moment(open.startedAt())));
    }
    String words = open.progress() == null ? "" : ", " + open.progress();
    return new Progress(State.RUNNING, "Berjalan sejak " + moment(open.startedAt()) + words + ".");
  }

  private Progress progress(ExternalTask task) {
    Instant lockedUntil = task.getLockExpirationTime() == null ? Instant.MIN : task.getLockExpirationTime().toInstant();
    if (task.getErrorMessage() == null) {
      return lockedUntil.isAfter(clock.instant()) ? new Progress(State.RUNNING, "Sedang berjalan.") : Progress.WAITING;
    }
    // What is locked for longer than a lease is not worked on: it waits for its next attempt.
    return lockedUntil.isAfter(clock.instant().plus(settings.lease()))
        ? new Progress(State.RETRYING, "Menunggu sampai %s untuk mencoba lagi. %s".formatted(moment(lockedUntil), failureOf(task)))
        : new Progress(State.RETRYING, "Sekarang dicoba lagi. " + failureOf(task));
  }

  private String failureOf(ExternalTask task) {
    boolean isTechnical = externalTasks.getExternalTaskErrorDetails(task.getId()) != null;
    return "Percobaan sebelumnya tidak berhasil: "
        + (isTechnical ? "ada gangguan teknis di Alur." : task.getErrorMessage());
  }

  private String moment(Instant instant) {
    ZonedDateTime moment = instant.atZone(ZONE);
    boolean isToday = moment.toLocalDate().equals(clock.instant().atZone(ZONE).toLocalDate());
    return moment.format(isToday ? TIME : DAY_AND_TIME);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag("id"));
  }

  /**
   * How an act goes.
   *
   * @param sentence the same for people
   */
  record Progress(State state, String sentence) {

    static final Progress WAITING = new Progress(State.WAITING, "Menunggu giliran.");
    static final Progress TASK_OVER = new Progress(State.TASK_OVER, "Sudah selesai.");

    enum State {
      /** Nobody has taken it up yet. */
      WAITING,
      RUNNING,
      /** It was sent, and Alur finds out what came of it. */
      CHECKING,
      /** An attempt failed; there will be another one. */
      RETRYING,
      /** No attempt is left: an incident. */
      STOPPED,
      /** It is over, and the task is still there. */
      ENDED,
      /** The task that followed it is over too. */
      TASK_OVER
    }
  }
}
