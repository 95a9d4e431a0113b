package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_REASON;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the number of the request for access (MS-1, MS-2); what was refused before is mended with it. */
@InModel
class RequestAccessForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String number = ACCESS_REQUEST_NUMBER.get(task);
    new Refusals()
        .when(!RequestNumber.isValid(number), ACCESS_REQUEST_NUMBER.name(), RequestNumber.REFUSAL)
        .throwIfAny();
    ACCESS_REQUEST_NUMBER.set(task, RequestNumber.normal(number));
    VERDICT_REASON.clear(task);
    CREDENTIALS_REFUSED_BECAUSE.clear(task);
  }
}
