package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.LIGHTS_NOT_GREEN;
import static id.alur.examserversync.ExamServerSync.MISSING_PARTICIPANTS;
import static id.alur.examserversync.ExamServerSync.PARTICIPANTS_FOUND;
import static id.alur.examserversync.ExamServerSync.PARTICIPANTS_OUTCOME;
import static id.alur.examserversync.ExamServerSync.REGISTERED_LIST;
import static id.alur.examserversync.ExamServerSync.REGISTERED_PARTICIPANTS;
import static id.alur.examserversync.ExamServerSync.SHOWN_LIST;
import static id.alur.examserversync.ExamServerSync.SHOWN_PARTICIPANTS;
import static id.alur.examserversync.ExamServerSync.TEST_FINDING;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Accepts the comparison of participants (ES-19), by two lists or by two numbers: whoever is missing is named. A light that
 * turned out not to be green comes first: it goes to the centre, compared or not (ES-18, ES-21).
 */
@InModel
class CheckParticipantsForm implements TaskListener {

  private final ParticipantLists lists;

  CheckParticipantsForm(ParticipantLists lists) {
    this.lists = lists;
  }

  @Override
  public void notify(DelegateTask task) {
    TEST_FINDING.clear(task); // of an earlier round: the centre shall not be told again
    if (LIGHTS_NOT_GREEN.get(task) == null) {
      compare(task);
    } else {
      takeLightsNotGreen(task);
    }
  }

  private static void takeLightsNotGreen(DelegateTask task) {
    String lights = LightsNotGreen.of(LIGHTS_NOT_GREEN.get(task))
        .orElseThrow(() -> RejectedInput.of(LIGHTS_NOT_GREEN.name(), LightsNotGreen.REFUSAL));
    LIGHTS_NOT_GREEN.set(task, lights);
    PARTICIPANTS_FOUND.clear(task);
    PARTICIPANTS_OUTCOME.set(task, "notGreen");
  }

  private void compare(DelegateTask task) {
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
    ParticipantComparison found = compareLists(task);
    new Refusals()
        .when(contradicts(REGISTERED_PARTICIPANTS.get(task), found.registered()), REGISTERED_PARTICIPANTS.name(),
            "Daftar terdaftar berisi " + found.registered() + " peserta. Perbaiki jumlah ini, atau kosongkan.")
        .when(contradicts(SHOWN_PARTICIPANTS.get(task), found.present()), SHOWN_PARTICIPANTS.name(),
            "Daftar dari Daftar Peserta berisi " + found.present() + " peserta. Perbaiki jumlah ini, atau kosongkan.")
        .throwIfAny();
    return found;
  }

  private ParticipantComparison compareLists(DelegateTask task) {
    try {
      return ParticipantComparison.ofLists(lists.read(REGISTERED_LIST.get(task), task), lists.read(SHOWN_LIST.get(task), task));
    } catch (UnreadableParticipants unreadable) {
      throw RejectedInput.of(SHOWN_LIST.name(), unreadable.getMessage());
    }
  }

  private static boolean contradicts(String typed, int counted) {
    return typed != null && !typed.equals(Integer.toString(counted));
  }

  private static ParticipantComparison ofNumbers(DelegateTask task) {
    String registered = REGISTERED_PARTICIPANTS.get(task);
    String shown = SHOWN_PARTICIPANTS.get(task);
    new Refusals()
        .when("0".equals(registered), REGISTERED_PARTICIPANTS.name(), "Paling sedikit ada satu peserta terdaftar.")
        .when(!isNumber(registered), REGISTERED_PARTICIPANTS.name(), "Tulis jumlahnya dengan angka, misalnya 40.")
        .when(!isNumber(shown), SHOWN_PARTICIPANTS.name(), "Tulis jumlahnya dengan angka, misalnya 40.")
        .when(isNumber(registered) && isNumber(shown) && !registered.equals(shown) && MISSING_PARTICIPANTS.get(task) == null,
            MISSING_PARTICIPANTS.name(), "Kedua jumlah berbeda: tulis siapa yang tidak ada, atau siapa yang lebih.")
        .throwIfAny();
    return ParticipantComparison.ofNumbers(Integer.parseInt(registered), Integer.parseInt(shown));
  }

  private static boolean isNumber(String typed) {
    return typed != null && typed.matches("0|[1-9][0-9]{0,4}");
  }
}
