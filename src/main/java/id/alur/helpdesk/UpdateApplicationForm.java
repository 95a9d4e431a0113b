package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.FEEDER_VERSION;
import static id.alur.helpdesk.AppUpdate.INSTALLATION;
import static id.alur.helpdesk.AppUpdate.INTEGRATOR_VERSION;
import static id.alur.helpdesk.AppUpdate.LAST_FEEDER_VERSION;
import static id.alur.helpdesk.AppUpdate.LAST_INTEGRATOR_VERSION;
import static id.alur.helpdesk.AppUpdate.LOOKED_WHERE;
import static id.alur.helpdesk.AppUpdate.POSTPONED_BECAUSE;
import static id.alur.helpdesk.AppUpdate.POSTPONED_BEFORE;
import static id.alur.helpdesk.AppUpdate.SERVICE_ANSWERS;
import static id.alur.helpdesk.AppUpdate.UPDATED_BY;
import static id.alur.helpdesk.AppUpdate.UPDATE_DOCUMENT;
import static id.alur.helpdesk.AppUpdate.UPDATE_OUTCOME;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.Variable;
import id.alur.helpdesk.AppUpdate.Outcome;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what came of an update (HD-P6, HD-P7): a newer version with its evidence, nothing newer, or not now. */
@InModel
class UpdateApplicationForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String outcome = UPDATE_OUTCOME.find(task).orElse("");
    Refusals refusals = new Refusals();
    switch (outcome) {
      case Outcome.UPDATED -> checkUpdate(task, refusals);
      case Outcome.NOTHING_NEWER -> checkLook(task, refusals);
      case Outcome.POSTPONED -> require(POSTPONED_BECAUSE, task, "Tulis mengapa belum dapat diperbarui.", refusals);
      default -> refusals.when(true, UPDATE_OUTCOME.name(), "Pilih hasilnya.");
    }
    refusals.throwIfAny();
    UPDATED_BY.set(task, task.getAssignee());
    POSTPONED_BECAUSE.find(task).ifPresent(reason -> POSTPONED_BEFORE.set(task, reason));
  }

  private static void checkUpdate(DelegateTask task, Refusals refusals) {
    INSTALLATION.forEach(step -> requireDone(step, task, refusals));
    checkVersions(task, refusals);
    boolean isSame = FEEDER_VERSION.find(task).equals(LAST_FEEDER_VERSION.find(task))
        && INTEGRATOR_VERSION.find(task).equals(LAST_INTEGRATOR_VERSION.find(task));
    refusals.when(isSame, FEEDER_VERSION.name(), "Kedua versi sama dengan yang tercatat terakhir. Periksa lagi di "
        + "layar; bila memang tidak ada yang lebih baru, pilih hasil itu.");
    require(UPDATE_DOCUMENT, task, "Lampirkan tangkapan layar yang memperlihatkan versinya.", refusals);
  }

  private static void checkLook(DelegateTask task, Refusals refusals) {
    require(LOOKED_WHERE, task, "Tulis di mana Anda melihat dan apa yang tampil di sana.", refusals);
    checkVersions(task, refusals);
  }

  private static void checkVersions(DelegateTask task, Refusals refusals) {
    requireDone(SERVICE_ANSWERS, task, refusals);
    require(FEEDER_VERSION, task, "Tulis versi Feeder seperti tampil di layar.", refusals);
    require(INTEGRATOR_VERSION, task, "Tulis versi integrator; bila tidak bernomor, tanggal pemasangannya.", refusals);
  }

  private static void requireDone(Variable<Boolean> step, DelegateTask task, Refusals refusals) {
    refusals.when(!step.find(task).orElse(false), step.name(), "Lakukan langkah ini, lalu centang.");
  }

  private static void require(Variable<String> answer, DelegateTask task, String sentence, Refusals refusals) {
    refusals.when(answer.get(task) == null, answer.name(), sentence);
  }
}
