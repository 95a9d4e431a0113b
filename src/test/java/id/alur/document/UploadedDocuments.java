package id.alur.document;

import id.alur.document.DocumentStore.Announcement;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents as if a person had uploaded them from a form. */
public final class UploadedDocuments {

  private static final String PDF = "%PDF-1.7 contoh";

  private final DocumentStore store;
  private final DocumentSweeper sweeper;

  UploadedDocuments(DocumentStore store, DocumentSweeper sweeper) {
    this.store = store;
    this.sweeper = sweeper;
  }

  /** Erases now what is due. */
  public void sweep() {
    sweeper.sweepDocuments();
  }

  /** A reference to evidence for a start form. */
  public String evidenceForStart(String userId, String processId) {
    return store(userId, "evidence", "bukti.pdf", PDF, Submission.start(processId));
  }

  /** A reference to a file for a task form. */
  public String forTask(String userId, String taskId, String kind, String name, String content) {
    return store(userId, kind, name, content, Submission.task(taskId));
  }

  private String store(String userId, String kind, String name, String content, String madeFor) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Announcement announced = new Announcement(store.kind(kind).orElseThrow(), name, bytes.length, userId, madeFor);
    try {
      return store.store(announced, new ByteArrayInputStream(bytes)).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
