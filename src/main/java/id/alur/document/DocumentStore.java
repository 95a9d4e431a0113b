package id.alur.document;

import id.alur.engine.Durable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes files in: whole, of their kind and on the disk, or not at all. */
@Service
class DocumentStore {

  private final Map<String, DocumentKind> kinds;
  private final DocumentFolder folder;
  private final DocumentTable table;
  private final UploadSlots slots;
  private final DocumentSettings settings;
  private final Durable durable;
  private final Clock clock;

  DocumentStore(ObjectProvider<DocumentKind> kinds, DocumentFolder folder, DocumentTable table, UploadSlots slots,
      DocumentSettings settings, Durable durable, Clock clock) {
    this.kinds = kinds.stream().collect(Collectors.toMap(DocumentKind::id, Function.identity()));
    this.folder = folder;
    this.table = table;
    this.slots = slots;
    this.settings = settings;
    this.durable = durable;
    this.clock = clock;
  }

  Optional<DocumentKind> kind(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  /** What a browser says about the file that it is about to send; {@code size} is negative if it does not say. */
  record Announcement(DocumentKind kind, String name, long size, String madeBy, String madeFor) {}

  Document store(Announcement announced, InputStream body) throws IOException {
    refuseAtOnce(announced);
    try (UploadSlots.Slot slot = slots.take(announced.madeBy()); IncomingFile incoming = folder.open()) {
      if (!incoming.receive(fromBrowser(body), announced.kind().maxBytes())) {
        throw tooLarge(announced.kind());
      }
      refuseReceived(announced, incoming);
      return keep(incoming, describe(announced, incoming));
    }
  }

  /** Keeps what was received and found good; on the disk when it returns. */
  Document keep(IncomingFile received, Document document) throws IOException {
    received.moveTo(folder.file(document.id()));
    table.insert(document);
    durable.acknowledge();
    return document;
  }

  /** Tells a connection that broke from a disk that is full. */
  private static InputStream fromBrowser(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        try {
          return super.read(buffer, offset, length);
        } catch (IOException e) {
          throw new RefusedUpload(HttpStatus.BAD_REQUEST,
              "Sambungan terputus sebelum berkas selesai dikirim. Berkas tidak disimpan. Kirim lagi.", e);
        }
      }
    };
  }

  private static RefusedUpload tooLarge(DocumentKind kind) {
    return new RefusedUpload(HttpStatus.PAYLOAD_TOO_LARGE, "Berkas lebih besar dari " + kind.maxMegabytes()
        + " MB. Berkas tidak disimpan. Perkecil berkasnya, lalu unggah lagi.");
  }

  private static void refuseAtOnce(Announcement announced) {
    DocumentKind kind = announced.kind();
    if (!kind.acceptsName(announced.name())) {
      throw new RefusedUpload(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Jenis berkas ini tidak diterima. Pilih berkas " + String.join(", ", kind.nameEndings()) + ".");
    }
    if (announced.size() > kind.maxBytes()) {
      throw tooLarge(kind);
    }
  }

  private static void refuseReceived(Announcement announced, IncomingFile incoming) throws IOException {
    if (announced.size() >= 0 && announced.size() != incoming.size()) {
      throw new RefusedUpload(HttpStatus.BAD_REQUEST, "Berkas tidak sampai utuh: yang diterima " + incoming.size()
          + " byte dari " + announced.size() + " byte. Berkas tidak disimpan. Kirim lagi.");
    }
    if (incoming.size() == 0) {
      throw new RefusedUpload(HttpStatus.UNPROCESSABLE_ENTITY, "Berkas ini kosong. Pilih berkas yang berisi.");
    }
    try (InputStream content = incoming.content()) {
      announced.kind().inspection().findFault(content).ifPresent(sentence -> {
        throw new RefusedUpload(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
      });
    }
  }

  private Document describe(Announcement announced, IncomingFile incoming) {
    // PostgreSQL keeps microseconds
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Document(UUID.randomUUID().toString(), announced.kind().id(), announced.name(), incoming.size(),
        incoming.sha256(), null, announced.madeBy(), announced.madeFor(), null, now,
        now.plus(settings.keepUnclaimed()), null);
  }
}
