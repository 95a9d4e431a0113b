package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.INSTITUTION_NAME;

import id.alur.access.Group;
import id.alur.access.Members;
import id.alur.engine.InModel;
import id.alur.notice.Notice;
import id.alur.notice.Notices;
import id.alur.notice.TasklistLinks;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells Pusat Bantuan and the managers that credentials were asked for and have not come (MS-3). */
@InModel
class EscalateMissingCredentials implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  EscalateMissingCredentials(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String unit = execution.getTenantId();
    List<String> recipients = Stream.of(Group.PUSAT_BANTUAN, Group.MANAJER)
        .flatMap(group -> members.addressesOf(group, unit).stream())
        .distinct()
        .toList();
    notices.send(new Notice(
        recipients,
        "Username dan password manual sync belum datang (" + execution.getProcessBusinessKey() + ")",
        List.of(
            INSTITUTION_NAME.get(execution) + " (kode PT " + unit + ") meminta akses manual sync dengan nomor permintaan "
                + ACCESS_REQUEST_NUMBER.get(execution) + " dan belum menerima username dan password.",
            "Kasus ini tetap terbuka. Pusat Bantuan: periksa permintaan itu. Manajer: tanyakan kepada Pusat Bantuan."),
        TasklistLinks.MY_TASKS));
  }
}
