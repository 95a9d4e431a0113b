package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.HANDLER;
import id.alur.access.Group;
import id.alur.access.Members;
import id.alur.engine.InModel;
import id.alur.notice.Notice;
import id.alur.notice.Notices;
import id.alur.notice.TasklistLinks;
import java.util.List;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells who processes a complaint that little time is left (HD-3); not if it is over, which others are told. */
@InModel
class WarnHandler implements JavaDelegate {

  private final ServiceTimes serviceTimes;
  private final Members members;
  private final Notices notices;
  private final Clock clock;

  WarnHandler(ServiceTimes serviceTimes, Members members, Notices notices, Clock clock) {
    this.serviceTimes = serviceTimes;
    this.members = members;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (clock.instant().isBefore(serviceTimes.processingDue(execution).toInstant())) {
      notices.send(new Notice(
          recipients(execution),
          "Waktu pemrosesan keluhan hampir habis (" + execution.getProcessBusinessKey() + ")",
          List.of("Selesaikan tugasnya di Tasklist, tanyakan yang kurang kepada pemohon (jam layanan lalu berhenti), "
              + "atau teruskan ke tim lain."),
          TasklistLinks.MY_TASKS));
    }
  }

  private List<String> recipients(DelegateExecution execution) {
    return HANDLER.find(execution).map(members::addressOf)
        .orElseGet(() -> members.addressesOf(Group.STAF_PUSTIPD, execution.getTenantId()));
  }
}
