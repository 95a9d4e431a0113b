package id.alur.helpdesk;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sends the requester the tracking code (HD-2). */
@InModel
class ConfirmReceipt implements JavaDelegate {

  private final Complaints complaints;
  private final RequesterMails mails;

  ConfirmReceipt(Complaints complaints, RequesterMails mails) {
    this.complaints = complaints;
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    mails.confirmReceipt(complaints.of(execution.getProcessInstanceId()));
  }
}
