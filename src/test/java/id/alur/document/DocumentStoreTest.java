package id.alur.document;

import static id.alur.document.Workshop.letter;
import static id.alur.document.Workshop.text;
import static id.alur.document.Workshop.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.document.DocumentStore.Announcement;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

class DocumentStoreTest {

  @TempDir Path data;
  private Workshop workshop;

  @BeforeEach
  void setUp() throws IOException {
    workshop = new Workshop(Database.H2, data);
  }

  @OnBothDatabases
  void keepsWhatWasUploadedWithItsHash(Database database) throws IOException {
    workshop = new Workshop(database, data);
    Document document = workshop.store.store(letter(9), text("isi surat"));

    assertThat(workshop.table.find(document.id())).contains(document);
    assertThat(workshop.fileExists(document)).isTrue();
    assertThat(document.size()).isEqualTo(9);
    assertThat(document.sha256()).isEqualTo("f519520b355fe6cbc27f6a53c0b6fe6378794e38db4b7a4d69c1ad78a6c2ffc0");
    assertThat(document.eraseAt()).isEqualTo("2026-11-21T03:00:00Z");
  }

  @Test
  void receives200MegabytesInConstantMemory() throws IOException {
    long size = 200L << 20;
    com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Document document = workshop.store.store(letter(size), zeros(size));

    assertThat(document.size()).isEqualTo(size);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
  }

  @Test
  void refusesAFileThatIsDeclaredTooLargeWithoutReadingIt() {
    InputStream unread = new InputStream() {
      @Override
      public int read() {
        throw new AssertionError("read although refused");
      }
    };
    assertRefused(() -> workshop.store.store(letter(Workshop.LETTER.maxBytes() + 1), unread), HttpStatus.PAYLOAD_TOO_LARGE)
        .hasMessageContaining("lebih besar dari 300 MB");
  }

  @Test
  void refusesAFileThatTurnsOutTooLarge() throws IOException {
    Announcement small = new Announcement(
        new DocumentKind("small", 1 << 20, List.of(".txt"), content -> Optional.empty()),
        "kecil.txt", -1, "siti", "task:t1");
    assertRefused(() -> workshop.store.store(small, zeros((1 << 20) + 1)), HttpStatus.PAYLOAD_TOO_LARGE);
    assertThat(workshop.files()).isZero();
  }

  @Test
  void refusesAFileThatIsShorterThanDeclared() throws IOException {
    assertRefused(() -> workshop.store.store(letter(10), text("isi surat")), HttpStatus.BAD_REQUEST)
        .hasMessageContaining("9 byte dari 10 byte");
    assertThat(workshop.files()).isZero();
  }

  @Test
  void refusesAFileThatIsLongerThanDeclared() throws IOException {
    assertRefused(() -> workshop.store.store(letter(8), text("isi surat")), HttpStatus.BAD_REQUEST);
    assertThat(workshop.files()).isZero();
  }

  @Test
  void keepsNothingOfAnUploadThatWasCutOff() throws IOException {
    InputStream cut = new SequenceInputStream(zeros(100_000), new InputStream() {
      @Override
      public int read() throws IOException {
        throw new EOFException("cut");
      }
    });
    assertRefused(() -> workshop.store.store(letter(200_000), cut), HttpStatus.BAD_REQUEST)
        .hasMessageContaining("Sambungan terputus");
    assertThat(workshop.files()).isZero();
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertRefused(() -> workshop.store.store(letter(0), text("")), HttpStatus.UNPROCESSABLE_ENTITY)
        .hasMessageContaining("kosong");
    assertThat(workshop.files()).isZero();
  }

  @Test
  void refusesANameOfAnotherKind() {
    Announcement picture = new Announcement(Workshop.LETTER, "foto.png", -1, "siti", "task:t1");
    assertRefused(() -> workshop.store.store(picture, text("x")), HttpStatus.UNSUPPORTED_MEDIA_TYPE)
        .hasMessageContaining("Pilih berkas .txt");
  }

  @Test
  void tellsWhatTheInspectionFound() throws IOException {
    assertRefused(() -> workshop.store.store(letter(-1), text("<html>")), HttpStatus.UNPROCESSABLE_ENTITY)
        .hasMessage("Berkas ini halaman web.");
    assertThat(workshop.files()).isZero();
  }

  @Test
  void letsAPersonUploadOnlyAFewFilesAtOnce() throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch finish = new CountDownLatch(1);
    ExecutorService others = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 2; i++) {
      others.submit(() -> workshop.store.store(letter(-1), waiting(running, finish)));
    }
    running.await();

    assertRefused(() -> workshop.store.store(letter(-1), text("isi")), HttpStatus.TOO_MANY_REQUESTS)
        .hasMessageContaining("Tunggu sampai salah satunya selesai");
    Announcement fromAnother = new Announcement(Workshop.LETTER, "surat.txt", -1, "dewi", "task:t2");
    assertThat(workshop.store.store(fromAnother, text("isi"))).isNotNull();

    finish.countDown();
    others.shutdown();
    assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(workshop.uploaded()).isNotNull();
  }

  private static AbstractThrowableAssert<?, RefusedUpload> assertRefused(ThrowingCallable upload, HttpStatus status) {
    RefusedUpload refusal = catchThrowableOfType(RefusedUpload.class, upload);
    assertThat(refusal).extracting(RefusedUpload::status).isEqualTo(status);
    return assertThat(refusal);
  }

  private static InputStream waiting(CountDownLatch running, CountDownLatch finish) {
    return new InputStream() {
      private int read;

      @Override
      public int read() throws IOException {
        running.countDown();
        try {
          finish.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return read++ == 0 ? 'a' : -1;
      }
    };
  }
}
