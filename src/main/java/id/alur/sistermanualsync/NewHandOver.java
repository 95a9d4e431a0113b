package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_REMARK;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOADS;
import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Forgets the number of an earlier request with the JSON: it is not that of the new one (MS-7). */
@InModel
class NewHandOver implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    ANSWER_REQUEST_NUMBER.clear(execution);
    ANSWER_REQUEST_REMARK.clear(execution);
    ANSWER_UPLOADS.clear(execution);
    BY_HAND_BECAUSE.clear(execution);
  }
}
