package id.alur.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class DocumentSweeperTest {

  @TempDir Path data;

  @OnBothDatabases
  void removesADocumentThatNobodyClaimed(Database database) throws IOException {
    Workshop workshop = new Workshop(database, data);
    Document document = workshop.uploaded();

    workshop.pass(Duration.ofDays(1).minusSeconds(1));
    workshop.sweeper.sweepDocuments();
    assertThat(workshop.fileExists(document)).isTrue();

    workshop.pass(Duration.ofSeconds(1));
    workshop.sweeper.sweepDocuments();
    assertThat(workshop.fileExists(document)).isFalse();
    assertThat(workshop.table.find(document.id())).isEmpty();
  }

  @OnBothDatabases
  void leavesADocumentThatWasClaimedMeanwhile(Database database) throws IOException {
    Workshop workshop = new Workshop(database, data);
    Document document = workshop.uploaded();
    workshop.adopt(document, new Submission("siti", Submission.task("t1"), "case-1", null));

    assertThat(workshop.table.deleteUnclaimed(document.id(), workshop.now().plus(Duration.ofDays(2)))).isFalse();
    assertThat(workshop.table.markErased(document.id(), workshop.now().plus(Duration.ofDays(2)))).isFalse();
  }

  @OnBothDatabases
  void letsOnlyOneNodeErase(Database database) throws IOException {
    Workshop workshop = new Workshop(database, data);
    Document document = workshop.uploaded();
    workshop.pass(Duration.ofDays(1));

    assertThat(workshop.table.deleteUnclaimed(document.id(), workshop.now())).isTrue();
    assertThat(workshop.table.deleteUnclaimed(document.id(), workshop.now())).isFalse();
  }

  @OnBothDatabases
  void removesWhatACrashLeftBehind(Database database) throws IOException {
    Workshop workshop = new Workshop(database, data);
    Document document = workshop.uploaded();
    Path old = workshop.leftover("7b1c.incoming", workshop.now().minus(Duration.ofDays(2)));
    Path underWay = workshop.leftover("8d2e.incoming", workshop.now());

    workshop.sweeper.sweepFiles();

    assertThat(old).doesNotExist();
    assertThat(underWay).exists();
    assertThat(workshop.fileExists(document)).isTrue();
  }
}
