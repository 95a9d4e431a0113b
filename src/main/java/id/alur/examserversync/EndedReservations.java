package id.alur.examserversync;

import id.alur.engine.OpenCases;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Frees what cases reserved that were deleted without a word to their listeners, as Cockpit may do. */
@Component
class EndedReservations {

  private static final int BATCH = 500;

  private final ServerBindings bindings;
  private final OpenCases openCases;

  EndedReservations(ServerBindings bindings, OpenCases openCases) {
    this.bindings = bindings;
    this.openCases = openCases;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void release() {
    List<String> batch = bindings.casesWithReservation("", BATCH);
    while (!batch.isEmpty()) {
      Set<String> open = openCases.among(batch);
      batch.stream().filter(caseId -> !open.contains(caseId)).forEach(bindings::caseEnded);
      batch = bindings.casesWithReservation(batch.get(batch.size() - 1), BATCH);
    }
  }
}
