package id.alur.helpdesk;

import id.alur.document.Documents;
import id.alur.document.RefusedContent;
import id.alur.vault.Signatures;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Files that visitors attach. One that was accepted is kept even if the rest of the post is refused: the page carries a
 * signed reference to it, which counts for the same page only and is erased after a while if no case adopts it.
 */
@Component
class PageAttachments {

  static final String KIND = "complaint-attachment";
  static final int MOST = 3;

  private final Documents documents;
  private final Signatures signatures;
  private final DataSize freeDisk;
  private final Path data;

  PageAttachments(Documents documents, Signatures signatures, PublicPageSettings settings, @Value("${alur.data}") Path data) {
    this.documents = documents;
    this.signatures = signatures;
    this.freeDisk = settings.freeDisk();
    this.data = data;
  }

  /** @param signed by which the page knows the file again */
  record Kept(String reference, String name, String signed) {}

  /**
   * @param pageKey of the page that the file was sent with
   * @throws RefusedContent if it is too large, empty, or no PDF, PNG or JPEG
   * @throws IOException if it breaks off, the disk fails, or too little of it is free
   */
  Kept keep(Part file, String pageKey) throws IOException {
    leaveRoom();
    String name = nameOf(file);
    try (InputStream content = file.getInputStream()) {
      String reference = documents.keepForStart(KIND, name, HelpDesk.PROCESS, content);
      return new Kept(reference, name, signatures.sign(reference + " " + name, purpose(pageKey)));
    }
  }

  /** Those of earlier posts of the same page that it still lists, at most three. */
  List<Kept> keptBefore(List<String> signed, String pageKey) {
    return signed.stream().distinct().map(text -> read(text, pageKey)).flatMap(Optional::stream).limit(MOST).toList();
  }

  /** How the files are called that a case adopted. */
  List<String> namesOf(String caseId) {
    return documents.namesOf(caseId, KIND);
  }

  /** Without its folder, which some browsers tell. */
  static String nameOf(Part file) {
    return Objects.requireNonNullElse(file.getSubmittedFileName(), "").replaceFirst("(?s)^.*[/\\\\]", "");
  }

  private void leaveRoom() throws IOException {
    long free = Files.getFileStore(data).getUsableSpace();
    if (free < freeDisk.toBytes()) {
      throw new IOException("Only %d MB are free in %s: attachments of the public page are refused below %d MB"
          .formatted(DataSize.ofBytes(free).toMegabytes(), data, freeDisk.toMegabytes()));
    }
  }

  private Optional<Kept> read(String signed, String pageKey) {
    return signatures.read(signed, purpose(pageKey)).map(text -> {
      String[] parts = text.split(" ", 2);
      return new Kept(parts[0], parts[1], signed);
    });
  }

  private static String purpose(String pageKey) {
    return "attachment of page " + pageKey;
  }
}
