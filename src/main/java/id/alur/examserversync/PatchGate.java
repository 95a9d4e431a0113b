package id.alur.examserversync;

import id.alur.engine.InModel;
import id.alur.examserversync.ExamServerSyncSettings.Opening;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** When auto patching may begin (ES-T): from 07.45 WIB on the day of the sync, whatever the school's own zone. */
@InModel
public class PatchGate {

  private final Opening opening;
  private final Clock clock;

  PatchGate(ExamServerSyncSettings settings, Clock clock) {
    this.opening = settings.patchGate();
    this.clock = clock;
  }

  /** Whether it has opened for a sync on {@code syncDay}, a date in ISO 8601; it does not shut again. */
  public boolean isOpen(String syncDay) {
    return !clock.instant().isBefore(openingOn(syncDay));
  }

  /** When it opens for a sync on {@code syncDay}, a date in ISO 8601. The engine's timers take a Date. */
  public Date opening(String syncDay) {
    return Date.from(openingOn(syncDay));
  }

  private Instant openingOn(String syncDay) {
    return LocalDate.parse(syncDay).atTime(opening.time()).atZone(opening.zone()).toInstant();
  }
}
