package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.HANDLER;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.ROUND;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Records a problem with its solution for all who meet it again, before the requester is told (HD-P4). */
@InModel
class RecordSolution implements JavaDelegate {

  private final Complaints complaints;
  private final Solutions solutions;

  RecordSolution(Complaints complaints, Solutions solutions) {
    this.complaints = complaints;
    this.solutions = solutions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessInstanceId();
    solutions.record(new NewSolution(execution.getTenantId(), caseId, ROUND.get(execution),
        ComplaintKind.of(KIND.get(execution)).orElseThrow(),
        complaints.last(caseId, ComplaintEntry.Kind.PROBLEM), complaints.last(caseId, ComplaintEntry.Kind.SOLUTION),
        HANDLER.get(execution)));
  }
}
