package sample.bookloan;

import id.alur.engine.InModel;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@InModel
final class RecordLoan implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    if (BookLoan.TITLE.find(execution).isEmpty()) {
      throw new BpmnError(BookLoan.SHELF_EMPTIED);
    }
  }
}
