package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.DASHBOARD_STATE;
import static id.alur.examserversync.ExamServerSync.DASHBOARD_TEXT;
import static id.alur.examserversync.ExamServerSync.SERIAL_NUMBER;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Reads what the dashboard says, and judges it as typed words (ES-10, ES-11). */
@Component
class ReadDashboard implements ActWorker {

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int LONGEST_TEXT = 2000;

  private final CbtSyncPage page;

  ReadDashboard(CbtSyncPage page) {
    this.page = page;
  }

  @Override
  public String topic() {
    return "readDashboard";
  }

  @Override
  public Duration deadline() {
    return DEADLINE;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public ActOutcome perform(Act act) {
    return page.judge(act, words -> ActOutcome.done()
        .with(DASHBOARD_STATE, judge(act, words).name())
        .with(DASHBOARD_TEXT, words.substring(0, Math.min(words.length(), LONGEST_TEXT))));
  }

  /** A page that shows another SN is that of another machine, whatever state it tells. */
  private static Dashboard judge(Act act, String words) {
    boolean isAnother = Dashboard.serialNumberOn(words)
        .filter(shown -> !shown.value().equals(act.find(SERIAL_NUMBER).orElse(null))).isPresent();
    return isAnother ? Dashboard.MISMATCH : Dashboard.read(words);
  }
}
