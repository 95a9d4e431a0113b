package id.alur.examserversync;

import id.alur.engine.InModel;
import java.time.Clock;
import java.util.Date;

/** When a dashboard that stands by is looked at again (ES-10). */
@InModel
public class DashboardLook {

  private final ExamServerSyncSettings settings;
  private final Clock clock;

  DashboardLook(ExamServerSyncSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The next time. The engine's timers take a Date. */
  public Date next() {
    return Date.from(clock.instant().plus(settings.lookAgainEvery()));
  }
}
