package id.alur.helpdesk;

import java.time.Duration;
import java.time.Instant;

/**
 * How long it took until a complaint was there (HD-1, HD-2).
 *
 * @param contactMinutes typed at the counter; null for the page, where contact and form are one
 * @param formMinutes typed, or from opening the page to sending it; null if that is not known
 */
record IntakeTime(Long contactMinutes, Long formMinutes) {

  private static final long MOST_MINUTES = 600;

  /** Of the public page. */
  static IntakeTime between(Instant openedAt, Instant sentAt) {
    return new IntakeTime(null, openedAt == null ? null : Math.max(0, Duration.between(openedAt, sentAt).toMinutes()));
  }

  /** Whether somebody can have typed this. */
  static boolean isPlausible(Long minutes) {
    return minutes != null && minutes >= 0 && minutes <= MOST_MINUTES;
  }

  boolean isLate(HelpDeskSettings limits) {
    return contactMinutes == null
        ? minutes(formMinutes).compareTo(limits.contact().plus(limits.form())) > 0
        : minutes(contactMinutes).compareTo(limits.contact()) > 0 || minutes(formMinutes).compareTo(limits.form()) > 0;
  }

  /** What counts towards the whole (HD-T): what a requester took longer is not the team's delay. */
  Duration counted(HelpDeskSettings limits) {
    Duration most = limits.contact().plus(limits.form());
    Duration taken = minutes(contactMinutes).plus(minutes(formMinutes));
    return taken.compareTo(most) > 0 ? most : taken;
  }

  private static Duration minutes(Long minutes) {
    return minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes);
  }
}
