package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_REMARK;
import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Forgets the number of an earlier request for access: it is not that of the new one (MS-2). */
@InModel
class NewAccessRequest implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    ACCESS_REQUEST_NUMBER.clear(execution);
    ACCESS_REQUEST_REMARK.clear(execution);
    BY_HAND_BECAUSE.clear(execution);
  }
}
