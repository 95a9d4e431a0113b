package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.MINUTES_DOCUMENT;

import id.alur.document.Documents;
import id.alur.engine.InModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Writes the minutes of the sync as a PDF and keeps it with the case. */
@InModel
class WriteMinutes implements JavaDelegate {

  static final String KIND = "sync-minutes";

  private final CaseMinutes minutes;
  private final Documents documents;

  WriteMinutes(CaseMinutes minutes, Documents documents) {
    this.minutes = minutes;
    this.documents = documents;
  }

  @Override
  public void execute(DelegateExecution execution) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    SyncMinutesPdf.print(minutes.of(execution), pdf);
    MINUTES_DOCUMENT.set(execution, documents.keep(KIND, "berita-acara-" + execution.getProcessBusinessKey() + ".pdf",
        execution.getProcessInstanceId(), execution.getTenantId(), new ByteArrayInputStream(pdf.toByteArray())));
  }
}
