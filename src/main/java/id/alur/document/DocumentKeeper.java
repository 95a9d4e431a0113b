package id.alur.document;

import id.alur.engine.ReferenceKeeper;
import id.alur.engine.RejectedInput;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes documents part of the case whose form they were uploaded in. */
@Component
class DocumentKeeper implements ReferenceKeeper {

  private final DocumentStore store;
  private final DocumentTable table;
  private final DocumentSettings settings;

  DocumentKeeper(DocumentStore store, DocumentTable table, DocumentSettings settings) {
    this.store = store;
    this.table = table;
    this.settings = settings;
  }

  @Override
  public boolean keeps(String kind) {
    return store.kind(kind).isPresent();
  }

  @Override
  public void adopt(String field, String kind, String reference, Submission submission) {
    // One sentence for all that is not theirs: it must not tell whether a document of somebody else exists.
    Document document = table.lock(reference)
        .filter(d -> d.kind().equals(kind)
            && d.madeBy().equals(submission.userId() == null ? Documents.ALUR : submission.userId())
            && d.madeFor().equals(submission.madeFor()))
        .orElseThrow(() -> RejectedInput.of(field, "Berkas ini tidak diunggah oleh Anda di formulir ini. Unggah berkasnya lagi."));
    if (document.isErased()) {
      throw RejectedInput.of(field, "Berkas ini sudah dihapus. Unggah berkasnya lagi.");
    }
    if (document.caseId() == null) {
      table.adopt(document.id(), submission.caseId(), submission.unit());
    } else if (!document.caseId().equals(submission.caseId())) {
      throw RejectedInput.of(field, "Berkas ini sudah dipakai di kasus lain. Unggah berkasnya lagi.");
    }
  }

  @Override
  public void caseEnded(String caseId, Instant end) {
    table.eraseCaseAt(caseId, end.plus(settings.keepAfterEnd()));
  }
}
