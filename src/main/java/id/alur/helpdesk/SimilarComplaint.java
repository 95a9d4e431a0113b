package id.alur.helpdesk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneId;

/**
 * An open complaint that may be the same as another one.
 *
 * @param zone of its unit
 * @param why the strongest reason to think so
 */
record SimilarComplaint(String caseNumber, Instant receivedAt, ZoneId zone, String subject, Likeness why) {

  /** The strongest first. */
  enum Likeness {
    SAME_EMAIL("email sama"),
    SAME_IDENTIFIER("NIM/NIDN sama"),
    SIMILAR_TEXT("isi mirip");

    private final String words;

    Likeness(String words) {
      this.words = words;
    }

    @JsonValue
    String words() {
      return words;
    }
  }
}
