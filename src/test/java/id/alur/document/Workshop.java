package id.alur.document;

import id.alur.Database;
import id.alur.document.DocumentStore.Announcement;
import id.alur.engine.Durable;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package put together on one database and one folder, with a clock that tests turn. */
final class Workshop {

  static final DocumentKind LETTER = new DocumentKind("letter", 300 << 20, List.of(".txt"), content ->
      content.read() == '<' ? Optional.of("Berkas ini halaman web.") : Optional.empty());

  private final Path files;
  private final TransactionTemplate transaction;
  private Instant now = Instant.parse("2026-11-20T03:00:00Z");
  private final Set<String> openCases = new HashSet<>();
  final DocumentTable table;
  final DocumentStore store;
  final Documents documents;
  final DocumentKeeper keeper;
  final DocumentSweeper sweeper;

  Workshop(Database database, Path data) throws IOException {
    DataSource source = database.migrated();
    DocumentSettings settings = new DocumentSettings(Duration.ofDays(90), Duration.ofDays(1), 2);
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    DocumentFolder folder = new DocumentFolder(data);
    files = data.resolve("documents");
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    table = new DocumentTable(JdbcClient.create(source));
    store = new DocumentStore(kinds(), folder, table, new UploadSlots(settings), settings, durable(source), clock);
    documents = new Documents(store, table, folder, settings, clock);
    keeper = new DocumentKeeper(store, table, settings);
    sweeper = new DocumentSweeper(table, folder, this::openAmong, settings, clock);
  }

  private static Durable durable(DataSource source) {
    try {
      return new Durable(source);
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectProvider<DocumentKind> kinds() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("letter", LETTER);
    beans.addBean("evidence", new DocumentConfiguration().evidence());
    return beans.getBeanProvider(DocumentKind.class);
  }

  static Announcement letter(long size) {
    return new Announcement(LETTER, "surat.txt", size, "siti", Submission.task("t1"));
  }

  static InputStream text(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  static InputStream zeros(long size) {
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        int count = (int) Math.min(left, length);
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
  }

  Document uploaded() throws IOException {
    return store.store(letter(-1), text("isi surat"));
  }

  void open(String caseId) {
    openCases.add(caseId);
  }

  void close(String caseId) {
    openCases.remove(caseId);
  }

  private Set<String> openAmong(Collection<String> caseIds) {
    return caseIds.stream().filter(openCases::contains).collect(Collectors.toSet());
  }

  void adopt(Document document, Submission submission) {
    transaction.executeWithoutResult(t -> keeper.adopt("letterDocument", "letter", document.id(), submission));
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  boolean fileExists(Document document) {
    return fileExists(document.id());
  }

  boolean fileExists(String reference) {
    return Files.exists(files.resolve(reference));
  }

  Path leftover(String name, Instant written) throws IOException {
    Path file = Files.writeString(files.resolve(name), "sisa");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }

  long files() throws IOException {
    try (Stream<Path> found = Files.list(files)) {
      return found.count();
    }
  }
}
