package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what the Admin PT found out about a request for access whose answer did not come (MS-2). */
@InModel
class ConfirmAccessRequestForm implements TaskListener {

  private final ConfirmedRequest confirmed;

  ConfirmAccessRequestForm(ConfirmedRequest confirmed) {
    this.confirmed = confirmed;
  }

  @Override
  public void notify(DelegateTask task) {
    confirmed.take(task, ACCESS_REQUEST_NUMBER);
  }
}
