package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_NUMBER;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what the Admin PT found out about a request with the JSON whose answer did not come (MS-7). */
@InModel
class ConfirmHandOverForm implements TaskListener {

  private final ConfirmedRequest confirmed;

  ConfirmHandOverForm(ConfirmedRequest confirmed) {
    this.confirmed = confirmed;
  }

  @Override
  public void notify(DelegateTask task) {
    confirmed.take(task, ANSWER_REQUEST_NUMBER);
  }
}
