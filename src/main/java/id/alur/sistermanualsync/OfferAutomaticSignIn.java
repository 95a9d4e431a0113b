package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.AUTOMATIC_SIGN_IN;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells the form whether Alur can sign in for this PT (MS-5), so that it asks for username and password only then. */
@InModel
class OfferAutomaticSignIn implements TaskListener {

  private final Automation automation;

  OfferAutomaticSignIn(Automation automation) {
    this.automation = automation;
  }

  @Override
  public void notify(DelegateTask task) {
    AUTOMATIC_SIGN_IN.set(task, automation.isSwitchedOn(task.getTenantId()));
  }
}
