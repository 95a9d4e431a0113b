package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.SYNC_MAY_RUN;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Warns before the first HAPUS if a START SYNC was begun on this machine and nobody has seen its end (ES-17). */
@InModel
class ShowWhetherSyncRuns implements TaskListener {

  private final MachineCommands commands;

  ShowWhetherSyncRuns(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    SYNC_MAY_RUN.set(task, commands.isSyncRunning(task.getProcessInstanceId()));
  }
}
