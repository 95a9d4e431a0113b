package id.alur.helpdesk;

import id.alur.engine.OpenCases;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Frees the units of cases that were deleted without a word to their listeners, as Cockpit may do. */
@Component
class EndedAppUpdates {

  private final AppUpdateCases cases;
  private final OpenCases openCases;

  EndedAppUpdates(AppUpdateCases cases, OpenCases openCases) {
    this.cases = cases;
    this.openCases = openCases;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void release() {
    List<String> claimed = cases.open();
    if (!claimed.isEmpty()) {
      Set<String> open = openCases.among(claimed);
      claimed.stream().filter(caseId -> !open.contains(caseId)).forEach(cases::ended);
    }
  }
}
