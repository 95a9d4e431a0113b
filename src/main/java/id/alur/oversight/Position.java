package id.alur.oversight;

import java.time.DateTimeException;
import java.time.Instant;

/** The last case that a reader has seen: unlike a page number it stays in place while new cases start. */
record Position(Instant start, String caseId) {

  private static final String SEPARATOR = "_";

  /** Reads what {@link #token()} wrote. @throws IllegalArgumentException if it is anything else */
  static Position parse(String token) {
    String[] parts = token.split(SEPARATOR, 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("No position of a case: " + token);
    }
    try {
      return new Position(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("No position of a case: " + token, e);
    }
  }

  String token() {
    return start + SEPARATOR + caseId;
  }

  /** Whether a case lies at or before this position in a list that has the newest first. */
  boolean covers(Instant otherStart, String otherId) {
    int byStart = otherStart.compareTo(start);
    return byStart > 0 || byStart == 0 && otherId.compareTo(caseId) >= 0;
  }
}
