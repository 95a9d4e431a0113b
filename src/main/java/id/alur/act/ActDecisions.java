package id.alur.act;

import static id.alur.act.ActInDoubt.DECISION;
import static id.alur.act.ActInDoubt.EVIDENCE;
import static id.alur.act.ActInDoubt.REFERENCE;

import id.alur.act.ActInDoubt.Decision;
import id.alur.act.ActOutcome.Done;
import id.alur.act.ActOutcome.Result;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import id.alur.engine.Variable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The rule of each task in which a person decides whether an act happened. What the journal knows meanwhile wins over
 * the person's answer.
 */
@Component
class ActDecisions {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm.ss 'WIB'", Locale.forLanguageTag("id"))
          .withZone(ZoneId.of("Asia/Jakarta"));

  private final ActJournal journal;
  private final ActSettings settings;
  private final Clock clock;

  ActDecisions(ActJournal journal, ActSettings settings, Clock clock) {
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the form shows about the act when it is opened. */
  Doubt doubt(String caseId, String activityId) {
    return journal.last(caseId, activityId).map(this::doubt).orElse(Doubt.NONE);
  }

  /** Takes the person's answer, within the transaction that completes the task. */
  void decide(DelegateTask task, String activityId) {
    checkIsComplete(task);
    journal.lockLast(task.getProcessInstanceId(), activityId).ifPresent(entry -> decide(task, entry));
  }

  private static void checkIsComplete(DelegateTask task) {
    String decision = DECISION.find(task).orElse("");
    new Refusals()
        .when(!decision.equals(Decision.HAPPENED) && !decision.equals(Decision.DID_NOT_HAPPEN), DECISION.name(),
            "Pilih apakah hal itu terjadi.")
        .when(EVIDENCE.find(task).isEmpty(), EVIDENCE.name(), "Tulis bagaimana Anda memastikannya.")
        .throwIfAny();
  }

  private void decide(DelegateTask task, JournalEntry entry) {
    Doubt doubt = doubt(entry);
    String decision = DECISION.get(task);
    boolean isTooEarly = doubt.state() == Doubt.State.MAY_STILL_HAPPEN && decision.equals(Decision.DID_NOT_HAPPEN);
    boolean isContradicted = doubt.decision() != null && !doubt.decision().equals(decision);
    if (isTooEarly || isContradicted) {
      throw RejectedInput.of(DECISION.name(), doubt.sentence());
    }
    switch (entry.state()) {
      case INTENT -> journal.decided(entry, finding(task), task.getAssignee());
      case DONE -> takeResult(task, entry);
      default -> { }
    }
  }

  private void takeResult(DelegateTask task, JournalEntry entry) {
    if (entry.isOpen()) {
      ResultJson.read(entry.outcome()).variables()
          .forEach((name, value) -> new Variable<>(name, Object.class).set(task, value));
      journal.delivered(entry);
    }
  }

  private static String finding(DelegateTask task) {
    String reference = REFERENCE.find(task).map(number -> " (" + number + ")").orElse("");
    return DECISION.get(task) + reference + ": " + EVIDENCE.get(task);
  }

  private Doubt doubt(JournalEntry entry) {
    return switch (entry.state()) {
      case INTENT -> inDoubt(entry);
      case DONE -> entry.isOpen() ? answered(ResultJson.read(entry.outcome())) : Doubt.NONE;
      case CERTAINLY_NOT -> new Doubt(Doubt.State.DID_NOT_HAPPEN,
          "Sudah pasti: hal itu tidak terjadi. Pilih \"Tidak terjadi\", lalu tekan Selesaikan.");
      case DECIDED -> Doubt.NONE;
    };
  }

  private Doubt inDoubt(JournalEntry entry) {
    String what = "Pada %s Alur mengirim: %s. Jawabannya tidak diterima, dan Alur tidak mengirimnya lagi. "
        .formatted(MOMENT.format(entry.startedAt()), entry.sent());
    Instant end = entry.mayHappenUntil(settings.margin());
    return clock.instant().isBefore(end)
        ? new Doubt(Doubt.State.MAY_STILL_HAPPEN, what + "Kiriman itu masih dapat tiba sampai " + MOMENT.format(end)
            + ": bila belum ada di tempat tujuan, periksa lagi setelah itu.")
        : new Doubt(Doubt.State.UNKNOWN, what + "Periksa di tempat tujuan apakah kiriman itu ada.");
  }

  private static Doubt answered(Result result) {
    String values = result.variables().values().stream().filter(Objects::nonNull).map(Object::toString)
        .collect(Collectors.joining(", "));
    String details = values.isEmpty() ? "" : " (" + values + ")";
    return result instanceof Done
        ? new Doubt(Doubt.State.HAPPENED, "Jawabannya sudah diterima: hal itu terjadi" + details
            + ". Pilih \"Terjadi\", lalu tekan Selesaikan; catatan Alur yang dipakai.")
        : new Doubt(Doubt.State.DID_NOT_HAPPEN, "Jawabannya sudah diterima: ditolak" + details
            + ". Pilih \"Tidak terjadi\", lalu tekan Selesaikan.");
  }

  /**
   * What is known of an act.
   *
   * @param sentence the same for people
   */
  record Doubt(State state, String sentence) {

    static final Doubt NONE = new Doubt(State.NONE, "Tidak ada yang perlu dipastikan lagi.");

    enum State { NONE, MAY_STILL_HAPPEN, UNKNOWN, HAPPENED, DID_NOT_HAPPEN }

    /** The only decision that fits what is known; null while nobody knows. */
    private String decision() {
      return switch (state) {
        case HAPPENED -> Decision.HAPPENED;
        case DID_NOT_HAPPEN -> Decision.DID_NOT_HAPPEN;
        default -> null;
      };
    }
  }
}
