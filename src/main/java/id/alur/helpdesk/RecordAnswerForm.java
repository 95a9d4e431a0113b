package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.ANSWER;
import static id.alur.helpdesk.HelpDesk.ANSWERED_HOW;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts a requester's answer that came in person or by telephone, on the requester's behalf (HD-3). */
@InModel
class RecordAnswerForm implements TaskListener {

  private final Complaints complaints;

  RecordAnswerForm(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateTask task) {
    new Refusals()
        .when(ANSWER.get(task) == null, ANSWER.name(), "Tulis jawaban pemohon.")
        .when(ANSWERED_HOW.get(task) == null, ANSWERED_HOW.name(), "Tulis bagaimana dan kapan pemohon menjawab.")
        .throwIfAny();
    complaints.addEntry(task.getProcessInstanceId(), ComplaintEntry.Kind.ANSWER, task.getAssignee(), ANSWER.get(task));
  }
}
