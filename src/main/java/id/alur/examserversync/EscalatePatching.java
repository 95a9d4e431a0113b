package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.MACHINE_LABEL;
import static id.alur.examserversync.ExamServerSync.PATCH_ROUNDS;
import static id.alur.examserversync.ExamServerSync.SCHOOL_NAME;

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

/** Tells the exam centre and the head of the school that patching keeps failing (ES-7); the case stays open. */
@InModel
class EscalatePatching implements JavaDelegate {

  private final Members members;
  private final Notices notices;

  EscalatePatching(Members members, Notices notices) {
    this.members = members;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String unit = execution.getTenantId();
    List<String> recipients = Stream.of(Group.PUSAT_UJIAN, Group.KEPALA_SEKOLAH)
        .flatMap(group -> members.addressesOf(group, unit).stream()).distinct().toList();
    notices.send(new Notice(recipients,
        "Patching server ujian gagal berulang (" + execution.getProcessBusinessKey() + ")",
        List.of("Patching CBTSync di " + SCHOOL_NAME.get(execution) + " (NPSN " + unit + "), mesin "
                + MACHINE_LABEL.get(execution) + ", putaran " + EXAM_ROUND.get(execution) + ", sudah gagal "
                + PATCH_ROUNDS.get(execution) + " kali.",
            "Proktor terus mencoba. Hubungi sekolah itu, dan beri petunjuk."),
        TasklistLinks.MY_TASKS));
  }
}
