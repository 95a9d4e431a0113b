package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.ERASED;
import static id.alur.examserversync.ExamServerSync.OTHER_MACHINE_FOUND;
import static id.alur.examserversync.ExamServerSync.SAME_MACHINE;

import id.alur.engine.InModel;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts that HAPUS was done after the BACKUP, on the case's machine (ES-14). */
@InModel
class EraseAfterBackUpForm implements TaskListener {

  private final MachineCommands commands;

  EraseAfterBackUpForm(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    if ("no".equals(SAME_MACHINE.get(task))) {
      throw new BpmnError(OTHER_MACHINE_FOUND);
    }
    BindingRefused.at(RejectedInput.WHOLE_FORM, () -> commands.eraseAgain(task.getProcessInstanceId()));
    ErasureAnswers.check(SAME_MACHINE.get(task), ERASED.find(task).orElse(false));
  }
}
