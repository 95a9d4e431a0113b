package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells a requester who did not answer that the complaint waits for the answer, and until when (HD-4). */
@InModel
class ReportSilence implements JavaDelegate {

  private final Complaints complaints;
  private final RequesterMails mails;

  ReportSilence(Complaints complaints, RequesterMails mails) {
    this.complaints = complaints;
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    mails.closeUnanswered(complaints.of(execution.getProcessInstanceId()));
  }
}
