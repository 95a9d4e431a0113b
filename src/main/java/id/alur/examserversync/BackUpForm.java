package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.BACKUP_NAME;
import static id.alur.examserversync.ExamServerSync.BACKUP_SHA256;
import static id.alur.examserversync.ExamServerSync.BACKUP_SIZE;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Accepts the backup by its name, size in bytes and SHA-256 (ES-13), which the browser takes from the downloaded file.
 *
 * <p>Any size but 0 and any name: how CBTSync names a backup is unpublished, so a name proves nothing.
 */
@InModel
class BackUpForm implements TaskListener {

  private final MachineCommands commands;

  BackUpForm(MachineCommands commands) {
    this.commands = commands;
  }

  @Override
  public void notify(DelegateTask task) {
    long size = BACKUP_SIZE.find(task).orElse(-1L);
    boolean isTaken = BACKUP_NAME.get(task) != null && size > 0
        && BACKUP_SHA256.find(task).filter(sha256 -> sha256.matches("[0-9a-f]{64}")).isPresent();
    new Refusals()
        .when(size == 0, BACKUP_SHA256.name(),
            "Berkas ini kosong (0 byte): BACKUP belum berhasil. Unduh lagi, jangan menekan HAPUS.")
        .when(size != 0 && !isTaken, BACKUP_SHA256.name(), "Pilih berkas hasil BACKUP yang sudah Anda unduh.")
        .throwIfAny();
    BindingRefused.at(RejectedInput.WHOLE_FORM,
        () -> commands.keepBackUp(task.getProcessInstanceId(), BACKUP_SHA256.get(task)));
  }
}
