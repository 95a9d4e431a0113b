package id.alur.sistermanualsync;

import id.alur.engine.InModel;

/** The timers of waiting for credentials (MS-3), in the engine's notation. */
@InModel
public class CredentialsDeadlines {

  private final SisterManualSyncSettings settings;

  CredentialsDeadlines(SisterManualSyncSettings settings) {
    this.settings = settings;
  }

  /** For as long as the task is open. */
  public String reminderCycle() {
    return "R/" + settings.remindEvery();
  }

  /** Once. */
  public String escalateAfter() {
    return settings.escalateAfter().toString();
  }
}
