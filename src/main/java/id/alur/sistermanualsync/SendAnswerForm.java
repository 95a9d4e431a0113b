package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_NUMBER;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the number of the request with which the JSON was sent to Pusat Bantuan (MS-7). */
@InModel
class SendAnswerForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String number = ANSWER_REQUEST_NUMBER.get(task);
    new Refusals()
        .when(!RequestNumber.isValid(number), ANSWER_REQUEST_NUMBER.name(), RequestNumber.REFUSAL)
        .throwIfAny();
    ANSWER_REQUEST_NUMBER.set(task, RequestNumber.normal(number));
  }
}
