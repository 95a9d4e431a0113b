package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.INITIATOR;

import id.alur.access.Members;
import id.alur.engine.InModel;
import id.alur.notice.Notice;
import id.alur.notice.Notices;
import id.alur.notice.TasklistLinks;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the Admin PT to look in inbox and spam (MS-3). */
@InModel
class RemindToCheckMail implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  RemindToCheckMail(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.send(new Notice(
        members.addressOf(INITIATOR.get(execution)),
        "Periksa email Anda: username dan password manual sync (" + execution.getProcessBusinessKey() + ")",
        List.of(
            "Pusat Bantuan mengirim username dan password manual sync lewat email untuk permintaan nomor "
                + ACCESS_REQUEST_NUMBER.get(execution) + ".",
            "Periksa folder inbox dan spam/junk. Bila sudah ada, selesaikan tugas \"Tunggu username dan password lewat "
                + "email\" di Tasklist. Jangan menulis password di email atau di catatan."),
        TasklistLinks.MY_TASKS));
  }
}
