package id.alur.helpdesk;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * By which a requester finds the complaint again, and nobody else: 20 random characters, 86 bits.
 *
 * @param value in groups of four, such as {@code 7KPM-3XWE-…}
 */
record TrackingCode(String value) {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "ACDEFHJKMNPRTWXY3479";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 20;
  private static final int GROUP = 4;

  static TrackingCode next() {
    StringBuilder code = new StringBuilder();
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> code.append(ALPHABET.charAt(i)));
    return grouped(code.toString());
  }

  /** What a person typed or copied, in small letters or without dashes too; empty if it cannot be a code. */
  static Optional<TrackingCode> read(String typed) {
    String bare = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return bare.matches("[" + ALPHABET + "]{" + LENGTH + "}") ? Optional.of(grouped(bare)) : Optional.empty();
  }

  private static TrackingCode grouped(String bare) {
    return new TrackingCode(bare.replaceAll("(.{" + GROUP + "})(?!$)", "$1-"));
  }
}
