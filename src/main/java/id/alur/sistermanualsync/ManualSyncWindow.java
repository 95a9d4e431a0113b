package id.alur.sistermanualsync;

import id.alur.calendar.Holidays;
import id.alur.calendar.Window;
import id.alur.engine.InModel;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;

/** When the manual sync is advised (MS-W): Tuesday and Friday, 10.00 up to 15.00 Asia/Jakarta, not on holidays. */
@InModel
public class ManualSyncWindow {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final Window window;
  private final Clock clock;

  ManualSyncWindow(Holidays holidays, Clock clock) {
    this.window = new Window(ZONE, Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), LocalTime.of(10, 0), LocalTime.of(15, 0),
        holidays);
    this.clock = clock;
  }

  /** Whether it is open now. */
  public boolean isOpen() {
    return window.isOpen(clock.instant());
  }

  /** When it opens next; now, if it is open. The engine's timers take a Date. */
  public Date nextOpening() {
    return Date.from(window.nextOpening(clock.instant()));
  }
}
