package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.TOLD_HOW;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts that staff told a requester the outcome whom no mail reaches (HD-4). */
@InModel
class TellRequesterForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    new Refusals()
        .when(TOLD_HOW.get(task) == null, TOLD_HOW.name(), "Tulis bagaimana dan kapan pemohon diberi tahu.")
        .throwIfAny();
  }
}
