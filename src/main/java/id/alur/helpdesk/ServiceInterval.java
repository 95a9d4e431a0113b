package id.alur.helpdesk;

import java.time.Instant;

/**
 * A time during which the service clock of a case ran, working hours or not.
 *
 * @param endedAt not before {@code startedAt}; null while it runs
 */
record ServiceInterval(Instant startedAt, Instant endedAt) {

  boolean isRunning() {
    return endedAt == null;
  }
}
