package id.alur.document;

import id.alur.engine.ReferenceKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Documents that Alur itself keeps for a case, such as a partner's answer, and those that it sends on. */
@Service
public class Documents {

  /** Who made them; no person's user id may begin so. */
  static final String ALUR = "(alur)";

  private final DocumentStore store;
  private final DocumentTable table;
  private final DocumentFolder folder;
  private final DocumentSettings settings;
  private final Clock clock;

  Documents(DocumentStore store, DocumentTable table, DocumentFolder folder, DocumentSettings settings, Clock clock) {
    this.store = store;
    this.table = table;
    this.folder = folder;
    this.settings = settings;
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
    return keep(new Announced(kind, name, "case:" + caseId, caseId, unit, null), content);
  }

  /**
   * Keeps a file that somebody without an account handed in, for a start form that Alur itself submits next. If no case
   * takes its reference, it is erased some time later.
   *
   * @param kind the id of a {@link DocumentKind}: it caps and inspects the content as it does a person's upload
   * @param name as the sender calls it
   * @param process the process id
   * @param content not closed here
   * @throws RefusedContent if the file is not as its kind must be; nothing is kept
   * @throws IOException if the content breaks off or the disk fails; nothing is kept
   */
  public String keepForStart(String kind, String name, String process, InputStream content) throws IOException {
    Announced announced = new Announced(kind, name, ReferenceKeeper.Submission.start(process), null, null,
        clock.instant().plus(settings.keepUnclaimed()));
    return keep(announced, content);
  }

  /** How the documents of this kind are called that belong to a case, or did until they were erased; the oldest first. */
  public List<String> namesOf(String caseId, String kind) {
    return table.namesOf(caseId, kind);
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

  private String keep(Announced announced, InputStream content) throws IOException {
    DocumentKind kind = store.kind(announced.kind()).orElseThrow(
        () -> new IllegalArgumentException("No kind of document " + announced.kind()));
    if (!kind.acceptsName(announced.name())) {
      throw RefusedContent.otherName(kind);
    }
    try (IncomingFile incoming = folder.open()) {
      if (!incoming.receive(content, kind.maxBytes())) {
        throw RefusedContent.tooLarge(kind);
      }
      refuseReceived(kind, incoming);
      return store.keep(incoming, describe(announced, incoming)).id();
    }
  }

  private static void refuseReceived(DocumentKind kind, IncomingFile incoming) throws IOException {
    if (incoming.size() == 0) {
      throw RefusedContent.empty();
    }
    try (InputStream content = incoming.content()) {
      kind.inspection().findFault(content).ifPresent(sentence -> {
        throw RefusedContent.otherContent(sentence);
      });
    }
  }

  private Document describe(Announced announced, IncomingFile incoming) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // PostgreSQL keeps microseconds
    return new Document(UUID.randomUUID().toString(), announced.kind(), FileName.clean(announced.name()), incoming.size(),
        incoming.sha256(), announced.unit(), ALUR, announced.madeFor(), announced.caseId(), now, announced.eraseAt(), null);
  }

  private record Announced(String kind, String name, String madeFor, String caseId, String unit, Instant eraseAt) {}
}
