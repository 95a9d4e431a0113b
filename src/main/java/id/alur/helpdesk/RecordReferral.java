package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.REFERRAL;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Keeps where a requester is sent whose complaint is none for this help desk (HD-S). */
@InModel
class RecordReferral implements JavaDelegate {

  private final Complaints complaints;
  private final HelpDeskWords words;

  RecordReferral(Complaints complaints, HelpDeskWords words) {
    this.complaints = complaints;
    this.words = words;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessInstanceId();
    String referral = words.in(complaints.of(caseId).language(), "referral." + REFERRAL.get(execution));
    complaints.addEntry(caseId, ComplaintEntry.Kind.REFERRAL, null, referral);
  }
}
