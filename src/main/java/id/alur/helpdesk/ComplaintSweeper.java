package id.alur.helpdesk;

import id.alur.engine.OpenCases;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what people wrote when its time is over. Nodes may sweep together. */
@Component
class ComplaintSweeper {

  private static final int BATCH = 500;

  private final Complaints complaints;
  private final ServiceClock serviceClock;
  private final OpenCases openCases;
  private final HelpDeskSettings settings;
  private final Clock clock;

  ComplaintSweeper(Complaints complaints, ServiceClock serviceClock, OpenCases openCases, HelpDeskSettings settings,
      Clock clock) {
    this.complaints = complaints;
    this.serviceClock = serviceClock;
    this.openCases = openCases;
    this.settings = settings;
    this.clock = clock;
  }

  /** What was kept long enough. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void forget() {
    complaints.forgetWhatIsOver();
  }

  /** Cases that an administrator deleted without their listeners. */
  @Scheduled(initialDelayString = "PT6M", fixedDelayString = "P1D")
  void sweepEndedCases() {
    List<String> batch = complaints.openCases("", BATCH);
    while (!batch.isEmpty()) {
      Set<String> open = openCases.among(batch);
      batch.stream().filter(caseId -> !open.contains(caseId)).forEach(this::end);
      batch = complaints.openCases(batch.get(batch.size() - 1), BATCH);
    }
  }

  private void end(String caseId) {
    serviceClock.pause(caseId);
    complaints.end(caseId, clock.instant().plus(settings.keepAfterEnd()));
  }
}
