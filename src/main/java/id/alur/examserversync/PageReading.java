package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_ADDRESS;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whether Alur may try to read CBTSync's page: only where the proctor gave its address. */
@InModel
public class PageReading {

  /** Whether there is a page to read. */
  public boolean isPossible(DelegateExecution execution) {
    return CBT_SYNC_ADDRESS.find(execution).isPresent();
  }
}
