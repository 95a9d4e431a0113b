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

/** Tells the head of the team that an update takes too long (HD-P7); the task stays open. */
@InModel
class EscalateUpdate implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  EscalateUpdate(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String unit = execution.getTenantId();
    notices.send(new Notice(members.addressesOf(Group.KETUA_TIM, unit),
        "Pembaruan Feeder dan integrator belum selesai (" + execution.getProcessBusinessKey() + ")",
        List.of("Feeder dan integrator PT dengan kode " + unit + " perlu diperiksa atau diperbarui, dan sampai "
                + "sekarang belum selesai.",
            "Kasus ini tetap terbuka. Lihat di Tasklist siapa yang mengerjakannya dan apa yang menghalanginya."),
        TasklistLinks.MY_TASKS));
  }
}
