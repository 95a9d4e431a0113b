package id.alur.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.engine.ReferenceKeeper.Submission;
import id.alur.engine.RejectedInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentKeeperTest {

  private static final Submission SUBMISSION = new Submission("siti", Submission.task("t1"), "case-1", "001001");

  @TempDir Path data;
  private Workshop workshop;

  @BeforeEach
  void setUp() throws IOException {
    workshop = new Workshop(Database.H2, data);
  }

  @OnBothDatabases
  void makesADocumentPartOfTheCase(Database database) throws IOException {
    workshop = new Workshop(database, data);
    Document document = workshop.uploaded();

    workshop.adopt(document, SUBMISSION);

    Document adopted = workshop.table.find(document.id()).orElseThrow();
    assertThat(adopted.caseId()).isEqualTo("case-1");
    assertThat(adopted.unit()).isEqualTo("001001");
    assertThat(adopted.eraseAt()).isNull();
  }

  @OnBothDatabases
  void erasesSomeTimeAfterTheCaseEnded(Database database) throws IOException {
    workshop = new Workshop(database, data);
    Document document = workshop.uploaded();
    workshop.adopt(document, SUBMISSION);
    workshop.pass(Duration.ofDays(200));
    workshop.sweeper.sweepDocuments();
    assertThat(workshop.fileExists(document)).as("while the case runs").isTrue();

    workshop.keeper.caseEnded("case-1", workshop.now());
    workshop.pass(Duration.ofDays(90).minusSeconds(1));
    workshop.sweeper.sweepDocuments();
    assertThat(workshop.fileExists(document)).as("89 days after the end").isTrue();

    workshop.pass(Duration.ofSeconds(1));
    workshop.sweeper.sweepDocuments();
    Document erased = workshop.table.find(document.id()).orElseThrow();
    assertThat(workshop.fileExists(document)).isFalse();
    assertThat(erased.erasedAt()).isEqualTo(workshop.now());
    assertThat(erased.sha256()).isEqualTo(document.sha256());
  }

  @Test
  void adoptsAgainForTheSameForm() throws IOException {
    Document document = workshop.uploaded();
    workshop.adopt(document, SUBMISSION);
    workshop.adopt(document, SUBMISSION);
    assertThat(workshop.table.find(document.id()).orElseThrow().caseId()).isEqualTo("case-1");
  }

  @Test
  void refusesADocumentOfAnotherCase() throws IOException {
    Document document = workshop.uploaded();
    workshop.adopt(document, SUBMISSION);
    assertRejected(() -> workshop.adopt(document, new Submission("siti", Submission.task("t1"), "case-2", "001001")),
        "sudah dipakai di kasus lain");
  }

  @Test
  void refusesADocumentThatAColleagueUploaded() throws IOException {
    Document document = workshop.uploaded();
    assertRejected(() -> workshop.adopt(document, new Submission("dewi", Submission.task("t1"), "case-1", "001001")),
        "tidak diunggah oleh Anda");
  }

  @Test
  void refusesADocumentThatWasUploadedForAnotherTask() throws IOException {
    Document document = workshop.uploaded();
    assertRejected(() -> workshop.adopt(document, new Submission("siti", Submission.task("t2"), "case-1", "001001")),
        "tidak diunggah oleh Anda di formulir ini");
  }

  @Test
  void refusesADocumentThatWasUploadedForAStart() throws IOException {
    Document document = workshop.uploaded();
    assertRejected(() -> workshop.adopt(document, new Submission("siti", Submission.start("t1"), "case-1", "001001")),
        "tidak diunggah oleh Anda di formulir ini");
  }

  @Test
  void refusesADocumentOfAnotherKind() throws IOException {
    Document document = workshop.uploaded();
    assertRejected(() -> workshop.keeper.adopt("letterDocument", "evidence", document.id(), SUBMISSION),
        "tidak diunggah oleh Anda di formulir ini");
  }

  @Test
  void refusesWhatIsNoReferenceAtAll() {
    assertRejected(() -> workshop.keeper.adopt("letterDocument", "letter", "../../etc/passwd", SUBMISSION),
        "tidak diunggah oleh Anda di formulir ini");
  }

  @Test
  void refusesADocumentThatIsErased() throws IOException {
    Document document = workshop.uploaded();
    workshop.adopt(document, SUBMISSION);
    workshop.keeper.caseEnded("case-1", workshop.now());
    workshop.pass(Duration.ofDays(90));
    workshop.sweeper.sweepDocuments();
    assertRejected(() -> workshop.adopt(document, SUBMISSION), "sudah dihapus");
  }

  @Test
  void keepsOnlyKnownKinds() {
    assertThat(workshop.keeper.keeps("evidence")).isTrue();
    assertThat(workshop.keeper.keeps("secret")).isFalse();
  }

  private static void assertRejected(ThrowingCallable adoption, String sentence) {
    assertThatThrownBy(adoption).isInstanceOf(RejectedInput.class)
        .hasMessageStartingWith("letterDocument: ").hasMessageContaining(sentence);
  }
}
