package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.IN_SCOPE;
import static id.alur.helpdesk.HelpDesk.REQUESTER_REACHED;
import static id.alur.helpdesk.HelpDesk.ROUND;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the requester the solution that was recorded, or where to go instead (HD-4, HD-P5). */
@InModel
class AnnounceOutcome implements JavaDelegate {

  private final Complaints complaints;
  private final Solutions solutions;
  private final RequesterMails mails;

  AnnounceOutcome(Complaints complaints, Solutions solutions, RequesterMails mails) {
    this.complaints = complaints;
    this.solutions = solutions;
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Complaint complaint = complaints.of(execution.getProcessInstanceId());
    boolean solved = IN_SCOPE.get(execution);
    if (solved && !solutions.isRecorded(complaint.caseId(), ROUND.get(execution))) {
      throw new IllegalStateException("no solution is recorded that could be announced");
    }
    complaints.is(solved ? ComplaintState.SOLVED : ComplaintState.OUT_OF_SCOPE, complaint.caseId());
    REQUESTER_REACHED.set(execution, solved
        ? mails.announce(complaint, complaints.last(complaint.caseId(), ComplaintEntry.Kind.SOLUTION))
        : mails.refer(complaint, complaints.last(complaint.caseId(), ComplaintEntry.Kind.REFERRAL)));
  }
}
