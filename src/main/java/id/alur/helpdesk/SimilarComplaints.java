package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import id.alur.helpdesk.SimilarComplaint.Likeness;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds open complaints of the same unit that may be the same: a hint for staff who triage, no more.
 *
 * <p>Two are alike if the same person made them, if they concern the same person, or if they share a good part of their
 * words. That part is the Jaccard index over the stems of subject and text: those in both by those in either.
 */
@Repository
class SimilarComplaints {

  private static final int MOST_SHOWN = 5;
  /** So many of a unit's open complaints, the newest, are compared. */
  private static final int MOST_COMPARED = 500;
  private static final double ALIKE = 0.4;

  private static final List<String> ENDED =
      Arrays.stream(ComplaintState.values()).filter(ComplaintState::isEnded).map(Enum::name).toList();

  private final JdbcClient jdbc;
  private final WorkingCalendars calendars;

  SimilarComplaints(JdbcClient jdbc, WorkingCalendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /** The newest first, at most five; never {@code complaint} itself. */
  List<SimilarComplaint> to(Complaint complaint) {
    Set<String> stems = stemsOf(complaint.subject(), complaint.text());
    ZoneId zone = calendars.of(complaint.unit()).zone();
    return othersOpen(complaint).stream()
        .flatMap(other -> likeness(complaint, stems, other).map(why -> other.because(why, zone)).stream())
        .limit(MOST_SHOWN).toList();
  }

  private List<Other> othersOpen(Complaint complaint) {
    return jdbc.sql("""
            select case_number, received_at, requester_email, identifier, subject, text from "alur".complaint
            where unit = :unit and state not in (:ended) and case_id <> :caseId
            order by received_at desc, case_id fetch first :most rows only""")
        .param("unit", complaint.unit()).param("ended", ENDED).param("caseId", complaint.caseId())
        .param("most", MOST_COMPARED)
        .query((row, number) -> new Other(row.getString("case_number"),
            row.getObject("received_at", OffsetDateTime.class), row.getString("requester_email"),
            row.getString("identifier"), row.getString("subject"), row.getString("text")))
        .list();
  }

  private static Optional<Likeness> likeness(Complaint complaint, Set<String> stems, Other other) {
    if (complaint.requesterEmail() != null && complaint.requesterEmail().equalsIgnoreCase(other.email())) {
      return Optional.of(Likeness.SAME_EMAIL);
    }
    if (complaint.identifier() != null && bare(complaint.identifier()).equals(bare(other.identifier()))) {
      return Optional.of(Likeness.SAME_IDENTIFIER);
    }
    boolean alike = jaccard(stems, stemsOf(other.subject(), other.text())) >= ALIKE;
    return alike ? Optional.of(Likeness.SIMILAR_TEXT) : Optional.empty();
  }

  /** A NIM or NIDN is written with blanks, dots and dashes, or without. */
  private static String bare(String identifier) {
    return identifier == null ? "" : identifier.toLowerCase(Locale.ROOT).replaceAll("[\\s.-]", "");
  }

  private static Set<String> stemsOf(String subject, String text) {
    return IndonesianWords.stemsOf(subject + "\n" + text);
  }

  private static double jaccard(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    int either = some.size() + others.size() - both.size();
    return either == 0 ? 0 : (double) both.size() / either;
  }

  /** A complaint beside which another one is held. */
  private record Other(String caseNumber, OffsetDateTime receivedAt, String email, String identifier, String subject,
      String text) {
    SimilarComplaint because(Likeness why, ZoneId zone) {
      return new SimilarComplaint(caseNumber, receivedAt.toInstant(), zone, subject, why);
    }
  }
}
