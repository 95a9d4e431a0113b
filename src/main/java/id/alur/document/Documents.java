package id.alur.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Documents that Alur itself keeps for a case, such as a partner's answer, and those that it sends on. */
@Service
public class Documents {

  /** Who made them; no person's user id may begin so. */
  private static final String ALUR = "(alur)";

  private final DocumentStore store;
  private final DocumentTable table;
  private final DocumentFolder folder;
  private final Clock clock;

  Documents(DocumentStore store, DocumentTable table, DocumentFolder folder, Clock clock) {
    this.store = store;
    this.table = table;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Keeps what a partner answered as a document of a case and returns its reference once it is on the disk. It belongs to
   * the case from then on, also if nobody takes the reference, and is erased some time after the case ended.
   *
   * @param kind the id of a {@link DocumentKind}: it caps and inspects the content as it does a person's upload
   * @param name the file's name for people, with an ending of the kind
   * @param unit the tenant of the case; may be null
   * @param content not closed here
   * @throws RefusedContent if the content is not as its kind must be; nothing is kept
   * @throws IOException if the content breaks off or the disk fails; nothing is kept
   */
  public String keep(String kind, String name, String caseId, String unit, InputStream content) throws IOException {
    DocumentKind known = store.kind(kind).filter(found -> found.acceptsName(name)).orElseThrow(
        () -> new IllegalArgumentException("No kind of document " + kind + " that accepts " + name));
    try (IncomingFile incoming = folder.open()) {
      if (!incoming.receive(content, known.maxBytes())) {
        throw RefusedContent.tooLarge(known);
      }
      refuseReceived(known, incoming);
      return store.keep(incoming, describe(known, name, caseId, unit, incoming)).id();
    }
  }

  /**
   * Opens a document of a case for reading; to be closed.
   *
   * @throws NoSuchDocument if it was erased, or never was one of this case
   */
  public OpenDocument open(String reference, String caseId) throws IOException {
    Document document = table.find(reference)
        .filter(found -> caseId.equals(found.caseId()) && !found.isErased())
        .orElseThrow(NoSuchDocument::new);
    return new OpenDocument(document.name(), document.size(), document.sha256(),
        Files.newInputStream(folder.file(document.id())));
  }

  private static void refuseReceived(DocumentKind kind, IncomingFile incoming) throws IOException {
    if (incoming.size() == 0) {
      throw RefusedContent.empty();
    }
    try (InputStream content = incoming.content()) {
      kind.inspection().findFault(content).ifPresent(sentence -> {
        throw new RefusedContent(sentence);
      });
    }
  }

  private Document describe(DocumentKind kind, String name, String caseId, String unit, IncomingFile incoming) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // PostgreSQL keeps microseconds
    return new Document(UUID.randomUUID().toString(), kind.id(), FileName.clean(name), incoming.size(),
        incoming.sha256(), unit, ALUR, "case:" + caseId, caseId, now, null, null);
  }
}
