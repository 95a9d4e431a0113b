package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.MISSING_PARTICIPANTS;
import static id.alur.examserversync.ExamServerSync.PARTICIPANTS_FOUND;
import static id.alur.examserversync.ExamServerSync.PARTICIPANTS_OUTCOME;
import static id.alur.examserversync.ExamServerSync.REGISTERED_LIST;
import static id.alur.examserversync.ExamServerSync.REGISTERED_PARTICIPANTS;
import static id.alur.examserversync.ExamServerSync.SHOWN_LIST;
import static id.alur.examserversync.ExamServerSync.SHOWN_PARTICIPANTS;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the comparison of participants (ES-19), by two lists or by two numbers: whoever is missing is named. */
@InModel
class CheckParticipantsForm implements TaskListener {

  private final ParticipantLists lists;

  CheckParticipantsForm(ParticipantLists lists) {
    this.lists = lists;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean byLists = REGISTERED_LIST.get(task) != null || SHOWN_LIST.get(task) != null;
    ParticipantComparison comparison = byLists ? ofLists(task) : ofNumbers(task);
    boolean isComplete = comparison.isComplete() && MISSING_PARTICIPANTS.get(task) == null;
    PARTICIPANTS_FOUND.set(task, comparison.sentence());
    PARTICIPANTS_OUTCOME.set(task, isComplete ? "complete" : "missing");
  }

  private ParticipantComparison ofLists(DelegateTask task) {
    new Refusals()
        .when(REGISTERED_LIST.get(task) == null, REGISTERED_LIST.name(), "Pilih juga daftar peserta terdaftar.")
        .when(SHOWN_LIST.get(task) == null, SHOWN_LIST.name(), "Pilih juga daftar dari menu Daftar Peserta.")
        .throwIfAny();
    try {
      return ParticipantComparison.ofLists(lists.read(REGISTERED_LIST.get(task), task), lists.read(SHOWN_LIST.get(task), task));
    } catch (UnreadableParticipants unreadable) {
      throw RejectedInput.of(SHOWN_LIST.name(), unreadable.getMessage());
    }
  }

  private static ParticipantComparison ofNumbers(DelegateTask task) {
    String registered = REGISTERED_PARTICIPANTS.get(task);
    String shown = SHOWN_PARTICIPANTS.get(task);
    new Refusals()
        .when(!isNumber(registered), REGISTERED_PARTICIPANTS.name(), "Tulis jumlahnya dengan angka, misalnya 40.")
        .when(!isNumber(shown), SHOWN_PARTICIPANTS.name(), "Tulis jumlahnya dengan angka, misalnya 40.")
        .when(registered != null && !registered.equals(shown) && MISSING_PARTICIPANTS.get(task) == null,
            MISSING_PARTICIPANTS.name(), "Kedua jumlah berbeda: tulis siapa yang tidak ada, atau siapa yang lebih.")
        .throwIfAny();
    return ParticipantComparison.ofNumbers(Integer.parseInt(registered), Integer.parseInt(shown));
  }

  private static boolean isNumber(String typed) {
    return typed != null && typed.matches("0|[1-9][0-9]{0,4}");
  }
}
