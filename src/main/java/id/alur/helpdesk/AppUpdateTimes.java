package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import id.alur.engine.InModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** The timers of an update (HD-P7), in the engine's notation. */
@InModel
public class AppUpdateTimes {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final AppUpdateSettings settings;
  private final WorkingCalendars calendars;
  private final Clock clock;

  AppUpdateTimes(AppUpdateSettings settings, WorkingCalendars calendars, Clock clock) {
    this.settings = settings;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** When somebody of {@code unit}, by its kode PT, looks again: on a working morning. */
  public Date nextCheck(String unit) {
    return morningAfter(settings.checkEvery(), unit);
  }

  /** When a postponed update is asked for again: on a working morning, unless it comes within the day. */
  public Date nextTry(String unit) {
    return morningAfter(settings.tryAgainAfter(), unit);
  }

  /** Once. */
  public String escalateAfter() {
    return settings.escalateAfter().toString();
  }

  /** The first working moment of the day that lies {@code pause} ahead, or of the next that is none of rest. */
  private Date morningAfter(Duration pause, String unit) {
    Instant end = clock.instant().plus(pause);
    Instant dayBegins = LocalDate.ofInstant(end, ZONE).atStartOfDay(ZONE).toInstant();
    Instant morning = calendars.of(unit).nextOpening(dayBegins);
    return Date.from(morning.isAfter(clock.instant()) ? morning : end);
  }
}
