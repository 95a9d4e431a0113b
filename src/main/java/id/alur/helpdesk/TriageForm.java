package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.FEEDER_SUBJECT;
import static id.alur.helpdesk.HelpDesk.HANDLER;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.TRIAGED;
import static id.alur.helpdesk.HelpDesk.URGENCY;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what a complaint is about and how urgent it is (HD-S, HD-P1); the decision on it follows. */
@InModel
class TriageForm implements TaskListener {

  private static final String NO_FEEDER = "none";

  private final Complaints complaints;

  TriageForm(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateTask task) {
    String subject = FEEDER_SUBJECT.get(task);
    new Refusals()
        .when(ComplaintKind.of(KIND.get(task)).isEmpty(), KIND.name(), "Pilih hal yang dikeluhkan.")
        .when(!Set.of("normal", "urgent").contains(URGENCY.find(task).orElse("")), URGENCY.name(),
            "Pilih biasa atau mendesak.")
        .when(!NO_FEEDER.equals(subject) && Subject.of(subject).isEmpty(), FEEDER_SUBJECT.name(),
            "Pilih apakah keluhan ini terkait Feeder, dan tentang siapa.")
        .throwIfAny();
    TRIAGED.set(task, true);
    HANDLER.set(task, task.getAssignee());
    complaints.is(ComplaintState.PROCESSING, task.getProcessInstanceId());
  }
}
