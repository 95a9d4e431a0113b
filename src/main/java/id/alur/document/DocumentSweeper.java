package id.alur.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what nobody claimed, what was kept long enough, and what a crash left behind. Nodes may sweep together. */
@Component
class DocumentSweeper {

  private static final Logger log = LoggerFactory.getLogger(DocumentSweeper.class);
  private static final int BATCH = 500;

  private final DocumentTable table;
  private final DocumentFolder folder;
  private final DocumentSettings settings;
  private final Clock clock;

  DocumentSweeper(DocumentTable table, DocumentFolder folder, DocumentSettings settings, Clock clock) {
    this.table = table;
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
  }

  /** At most one batch: what remains waits for the next time. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void sweepDocuments() {
    Instant now = clock.instant();
    for (Document document : table.due(now, BATCH)) {
      // The row first, and only by one node: a crash in between leaves a file that sweepFiles removes.
      boolean ours = document.caseId() == null
          ? table.deleteUnclaimed(document.id(), now)
          : table.markErased(document.id(), now);
      if (ours) {
        folder.delete(document.id());
        log.info("Document {} erased: {}", document.id(), document.caseId() == null ? "nobody claimed it" : "kept long enough");
      }
    }
  }

  /** Files that no row knows, once they are too old to be an upload that is still under way. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "P1D")
  void sweepFiles() throws IOException {
    List<String> batch = new ArrayList<>(BATCH);
    folder.forEachOlderThan(clock.instant().minus(settings.keepUnclaimed()), name -> {
      batch.add(name);
      if (batch.size() == BATCH) {
        deleteUnknown(batch);
      }
    });
    deleteUnknown(batch);
  }

  private void deleteUnknown(List<String> names) {
    if (!names.isEmpty()) {
      Set<String> kept = table.kept(names);
      names.stream().filter(name -> !kept.contains(name)).forEach(folder::delete);
      names.clear();
    }
  }
}
