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

/** Tells the managers that a complaint takes longer than the whole may (HD-T). */
@InModel
class EscalateToManager implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  EscalateToManager(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.send(new Notice(
        members.addressesOf(Group.MANAJER, execution.getTenantId()),
        "Waktu seluruh penanganan keluhan habis (" + execution.getProcessBusinessKey() + ")",
        List.of(
            "Waktu seluruh penanganan keluhan ini, dari kedatangan sampai hasilnya disampaikan, sudah habis.",
            "Ketua tim sudah diberi tahu sebelumnya. Tanyakan kepadanya apa yang menghambat."),
        TasklistLinks.MY_TASKS));
  }
}
