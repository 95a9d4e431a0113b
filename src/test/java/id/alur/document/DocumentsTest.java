package id.alur.document;

import static id.alur.document.Workshop.text;
import static id.alur.document.Workshop.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  @TempDir Path data;
  private Workshop workshop;

  @BeforeEach
  void setUp() throws IOException {
    workshop = new Workshop(Database.H2, data);
  }

  @OnBothDatabases
  void keepsAnAnswerAsADocumentOfItsCase(Database database) throws IOException {
    workshop = new Workshop(database, data);

    String reference = keep(text("isi surat"));

    Document document = workshop.table.find(reference).orElseThrow();
    assertThat(document.caseId()).isEqualTo("case-1");
    assertThat(document.unit()).isEqualTo("001001");
    assertThat(document.size()).isEqualTo(9);
    assertThat(document.sha256()).isEqualTo("f519520b355fe6cbc27f6a53c0b6fe6378794e38db4b7a4d69c1ad78a6c2ffc0");
    assertThat(workshop.fileExists(reference)).isTrue();
    assertThat(workshop.files()).isOne();
  }

  @Test
  void opensADocumentForItsCase() throws IOException {
    try (OpenDocument document = workshop.documents.open(keep(text("isi surat")), "case-1")) {
      assertThat(document.name()).isEqualTo("jawaban.txt");
      assertThat(document.size()).isEqualTo(9);
      assertThat(document.sha256()).startsWith("f519520b");
      assertThat(new String(document.content().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("isi surat");
    }
  }

  @Test
  void opensWhatAPersonUploaded() throws IOException {
    Document letter = workshop.uploaded();
    workshop.adopt(letter, new Submission("siti", Submission.task("t1"), "case-1", "001001"));

    try (OpenDocument document = workshop.documents.open(letter.id(), "case-1")) {
      assertThat(document.name()).isEqualTo("surat.txt");
    }
  }

  @OnBothDatabases
  void tellsHowTheDocumentsOfACaseAreCalledAndNoOthers(Database database) throws IOException {
    workshop = new Workshop(database, data);
    keep(text("isi surat"));
    workshop.uploaded();
    assertThat(workshop.documents.namesOf("case-1", "letter")).containsExactly("jawaban.txt");
    assertThat(workshop.documents.namesOf("case-1", "evidence")).isEmpty();
    assertThat(workshop.documents.namesOf("case-2", "letter")).isEmpty();
  }

  @Test
  void opensNothingForAnotherCase() throws IOException {
    String reference = keep(text("isi surat"));
    assertNoDocument(reference, "case-2");
    assertNoDocument(workshop.uploaded().id(), "case-1");
    assertNoDocument("../../etc/passwd", "case-1");
  }

  @OnBothDatabases
  void keepsItWhileTheCaseRunsAndErasesItSomeTimeAfterTheEnd(Database database) throws IOException {
    workshop = new Workshop(database, data);
    workshop.open("case-1");
    String reference = keep(text("isi surat"));

    workshop.pass(Duration.ofDays(200));
    sweep();
    assertThat(workshop.fileExists(reference)).as("while the case runs").isTrue();

    workshop.close("case-1");
    workshop.keeper.caseEnded("case-1", workshop.now());
    workshop.pass(Duration.ofDays(90));
    sweep();
    assertErased(reference);
    assertNoDocument(reference, "case-1");
  }

  @OnBothDatabases
  void erasesInTimeWhatCameInWhileItsCaseWasBeingCancelled(Database database) throws IOException {
    workshop = new Workshop(database, data);
    workshop.keeper.caseEnded("case-1", workshop.now());
    String reference = keep(text("isi surat"));

    sweep();
    workshop.pass(Duration.ofDays(90).minusSeconds(1));
    sweep();
    assertThat(workshop.fileExists(reference)).isTrue();

    workshop.pass(Duration.ofSeconds(1));
    sweep();
    assertErased(reference);
  }

  @Test
  void looksAtEveryCaseHoweverManyThereAre() throws IOException {
    for (int i = 0; i < 501; i++) {
      workshop.documents.keep("letter", "jawaban.txt", "case-" + i, null, text("isi"));
      workshop.open("case-" + i);
    }
    String late = workshop.documents.keep("letter", "jawaban.txt", "over", null, text("isi"));

    sweep();

    assertThat(workshop.table.find(late).orElseThrow().eraseAt()).isNotNull();
    assertThat(workshop.table.casesWithoutErasure("", 1000)).hasSize(501);
  }

  @Test
  void tellsWhatTheInspectionFoundAndKeepsNothing() throws IOException {
    assertRefused(text("<html>"), "Berkas ini halaman web.");
  }

  @Test
  void refusesAnEmptyAnswer() throws IOException {
    assertRefused(text(""), "kosong");
  }

  @Test
  void refusesAnAnswerThatIsLargerThanItsKindMayBe() throws IOException {
    assertRefused(zeros(Workshop.LETTER.maxBytes() + 1), "lebih besar dari 300 MB");
  }

  @Test
  void keepsNothingOfAnAnswerThatBreaksOffAndLeavesTheFailureToItsCaller() throws IOException {
    EOFException cut = new EOFException("cut");
    InputStream broken = new SequenceInputStream(zeros(100_000), new InputStream() {
      @Override
      public int read() throws IOException {
        throw cut;
      }
    });

    assertThatThrownBy(() -> keep(broken)).isSameAs(cut);
    assertThat(workshop.files()).isZero();
  }

  @Test
  void takesNoNameThatItsKindDoesNotHave() {
    assertThatThrownBy(() -> workshop.documents.keep("letter", "foto.png", "case-1", null, text("isi")))
        .isInstanceOf(RefusedContent.class);
    assertThatThrownBy(() -> workshop.documents.keep("picture", "foto.png", "case-1", null, text("isi")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keeps200MegabytesInConstantMemory() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    keep(zeros(200L << 20));

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
  }

  private String keep(InputStream answer) throws IOException {
    return workshop.documents.keep("letter", "jawaban.txt", "case-1", "001001", answer);
  }

  private void sweep() throws IOException {
    workshop.sweeper.sweepEndedCases();
    workshop.sweeper.sweepDocuments();
    workshop.sweeper.sweepFiles();
  }

  private void assertErased(String reference) {
    assertThat(workshop.fileExists(reference)).isFalse();
    assertThat(workshop.table.find(reference).orElseThrow().erasedAt()).isEqualTo(workshop.now());
  }

  private void assertRefused(InputStream answer, String sentence) throws IOException {
    assertThatThrownBy(() -> keep(answer)).isInstanceOf(RefusedContent.class).hasMessageContaining(sentence);
    assertThat(workshop.files()).isZero();
  }

  private void assertNoDocument(String reference, String caseId) {
    assertThatThrownBy(() -> workshop.documents.open(reference, caseId)).isInstanceOf(NoSuchDocument.class);
  }
}
