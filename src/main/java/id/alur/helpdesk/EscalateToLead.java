package id.alur.helpdesk;

import id.alur.access.Group;
import id.alur.access.Members;
import id.alur.engine.InModel;
import id.alur.notice.Notice;
import id.alur.notice.Notices;
import id.alur.notice.TasklistLinks;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the team lead that processing takes longer than it may (HD-3). */
@InModel
class EscalateToLead implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  EscalateToLead(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.send(new Notice(
        members.addressesOf(Group.KETUA_TIM, execution.getTenantId()),
        "Waktu pemrosesan keluhan habis (" + execution.getProcessBusinessKey() + ")",
        List.of(
            "Waktu pemrosesan keluhan ini sudah habis dan hasilnya belum disampaikan kepada pemohon.",
            "Bantu petugasnya. Bila ia berhalangan, minta ia melepas tugasnya (Lepas tugas): tugas itu lalu dapat Anda atau "
                + "rekannya ambil di Tasklist."),
        TasklistLinks.MY_TASKS));
  }
}
