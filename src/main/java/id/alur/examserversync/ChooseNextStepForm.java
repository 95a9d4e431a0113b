package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.NEXT_STEP;
import static id.alur.examserversync.ExamServerSync.NEXT_STEP_REASON;
import static id.alur.examserversync.ExamServerSync.SYNC_STOPPED;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what to do when not all nine are green (ES-18): to start again, or to erase, only what runs has stopped. */
@InModel
class ChooseNextStepForm implements TaskListener {

  private static final Set<String> ANEW = Set.of("startAgain", "backUpAgain");

  private final MachineCommands commands;

  ChooseNextStepForm(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    String step = NEXT_STEP.find(task).orElse("");
    new Refusals()
        .when(!step.equals("wait") && !ANEW.contains(step), NEXT_STEP.name(), "Pilih langkah berikutnya.")
        .when(ANEW.contains(step) && !SYNC_STOPPED.find(task).orElse(false), SYNC_STOPPED.name(),
            "Pastikan dulu bahwa START SYNC yang lama sudah berhenti. Bila masih berjalan, pilih Tunggu.")
        .when(NEXT_STEP_REASON.get(task) == null, NEXT_STEP_REASON.name(), "Tulis alasannya.")
        .throwIfAny();
    if (ANEW.contains(step)) {
      commands.syncStopped(task.getProcessInstanceId());
    }
  }
}
