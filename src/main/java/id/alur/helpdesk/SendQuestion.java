package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.REQUESTER_REACHED;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks the requester by mail what staff want to know (HD-3); whom no mail reaches staff ask themselves. */
@InModel
class SendQuestion implements JavaDelegate {

  private final Complaints complaints;
  private final RequesterMails mails;

  SendQuestion(Complaints complaints, RequesterMails mails) {
    this.complaints = complaints;
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Complaint complaint = complaints.of(execution.getProcessInstanceId());
    REQUESTER_REACHED.set(execution,
        mails.ask(complaint, complaints.last(complaint.caseId(), ComplaintEntry.Kind.QUESTION)));
  }
}
