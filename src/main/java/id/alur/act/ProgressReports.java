package id.alur.act;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes once a second what workers reported last; no act waits for that, or fails with it. */
@Component
class ProgressReports {

  private static final Logger log = LoggerFactory.getLogger(ProgressReports.class);

  private final ActJournal journal;
  private final Map<String, Report> latest = new ConcurrentHashMap<>();

  ProgressReports(ActJournal journal) {
    this.journal = journal;
  }

  private record Report(Act act, String progress) {}

  void add(Act act, String progress) {
    latest.put(act.key(), new Report(act, progress));
  }

  @Scheduled(fixedDelayString = "PT1S")
  void write() {
    latest.forEach((key, report) -> {
      latest.remove(key, report);
      write(report);
    });
  }

  private void write(Report report) {
    try {
      journal.progress(report.act(), report.progress());
    } catch (RuntimeException e) {
      log.info("Act {}: its progress could not be kept: {}", report.act().key(), e.toString());
    }
  }
}
