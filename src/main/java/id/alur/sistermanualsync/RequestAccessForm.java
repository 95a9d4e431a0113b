package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_LINK;
import static id.alur.sistermanualsync.SisterManualSync.SISTER_ADDRESS;
import static id.alur.sistermanualsync.SisterManualSync.VERDICT_REASON;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts the number of the request for access (MS-1, MS-2), and the address once more, which was shown back. */
@InModel
class RequestAccessForm implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String number = ACCESS_REQUEST_NUMBER.get(task);
    String address = SISTER_ADDRESS.get(task);
    String addressRefusal = SisterAddress.refusalOf(address);
    new Refusals()
        .when(!RequestNumber.isValid(number), ACCESS_REQUEST_NUMBER.name(), RequestNumber.REFUSAL)
        .when(addressRefusal != null, SISTER_ADDRESS.name(), addressRefusal)
        .throwIfAny();
    ACCESS_REQUEST_NUMBER.set(task, RequestNumber.normal(number));
    SisterAddress mended = SisterAddress.of(address).orElseThrow();
    SISTER_ADDRESS.set(task, mended.base());
    SIGN_IN_LINK.set(task, mended.signInLink());
    VERDICT_REASON.clear(task);
  }
}
