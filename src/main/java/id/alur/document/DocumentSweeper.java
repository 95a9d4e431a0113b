package id.alur.document;

import id.alur.engine.OpenCases;
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
  private final OpenCases openCases;
  private final DocumentSettings settings;
  private final Clock clock;

  DocumentSweeper(DocumentTable table, DocumentFolder folder, OpenCases openCases, DocumentSettings settings, Clock clock) {
    this.table = table;
    this.folder = folder;
    this.openCases = openCases;
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

  /** Cases that ended while a document of theirs was still coming in: the end did not reach it. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "P1D")
  void sweepEndedCases() {
    Instant erasure = clock.instant().plus(settings.keepAfterEnd());
    List<String> batch = table.casesWithoutErasure("", BATCH);
    while (!batch.isEmpty()) {
      Set<String> open = openCases.among(batch);
      batch.stream().filter(caseId -> !open.contains(caseId)).forEach(caseId -> table.eraseCaseAt(caseId, erasure));
      batch = table.casesWithoutErasure(batch.get(batch.size() - 1), BATCH);
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
