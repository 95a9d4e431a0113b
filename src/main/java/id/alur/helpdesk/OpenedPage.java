package id.alur.helpdesk;

import id.alur.vault.Signatures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A page as it was handed out to one visitor.
 *
 * @param key random; nobody else knows it
 * @param openedAt null if it is not known
 * @param signed from which {@code openedAt} is known again
 */
record OpenedPage(String key, Instant openedAt, String signed) {

  static OpenedPage now(Instant now, Signatures signatures) {
    Instant openedAt = now.truncatedTo(ChronoUnit.MILLIS);
    String key = UUID.randomUUID().toString();
    return new OpenedPage(key, openedAt, signatures.sign(openedAt.toString(), purpose(key)));
  }

  /** What comes back with a post: without a key of ours it gets a new one. */
  static OpenedPage returned(String key, String signed, Signatures signatures) {
    if (key == null || !key.matches("[0-9a-f-]{36}")) {
      return new OpenedPage(UUID.randomUUID().toString(), null, null);
    }
    return signatures.read(signed, purpose(key))
        .map(time -> new OpenedPage(key, Instant.parse(time), signed))
        .orElse(new OpenedPage(key, null, null));
  }

  /** Whether no person can have filled it in since it was opened. */
  boolean isFilledTooSoon(Instant now, Duration shortest) {
    return openedAt != null && now.isBefore(openedAt.plus(shortest));
  }

  private static String purpose(String key) {
    return "opening of page " + key;
  }
}
