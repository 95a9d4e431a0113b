package id.alur.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of {@code alur.complaint} and what was said about them.
 *
 * <p>All changes belong to the engine's transaction, if there is one.
 */
@Repository
class Complaints {

  private final JdbcClient jdbc;
  private final Clock clock;

  Complaints(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Complaint complaint) {
    jdbc.sql("""
            insert into "alur".complaint (case_id, unit, case_number, tracking_code, state, language,
              requester_name, requester_email, identifier, subject, text, received_at)
            values (:caseId, :unit, :caseNumber, :trackingCode, :state, :language,
              :requesterName, :requesterEmail, :identifier, :subject, :text, :receivedAt)""")
        .param("caseId", complaint.caseId())
        .param("unit", complaint.unit())
        .param("caseNumber", complaint.caseNumber())
        .param("trackingCode", complaint.trackingCode().value())
        .param("state", complaint.state().name())
        .param("language", complaint.language().getLanguage())
        .param("requesterName", complaint.requesterName())
        .param("requesterEmail", complaint.requesterEmail())
        .param("identifier", complaint.identifier())
        .param("subject", complaint.subject())
        .param("text", complaint.text())
        .param("receivedAt", column(complaint.receivedAt()))
        .update();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if the case has none */
  Complaint of(String caseId) {
    return jdbc.sql("select * from \"alur\".complaint where case_id = :caseId").param("caseId", caseId)
        .query(Complaints::row).single();
  }

  Optional<Complaint> find(TrackingCode code) {
    return jdbc.sql("select * from \"alur\".complaint where tracking_code = :code").param("code", code.value())
        .query(Complaints::row).optional();
  }

  /**
   * Remembers by which page a complaint was sent.
   *
   * @param submissionKey the same for each attempt to send one page
   * @throws org.springframework.dao.DuplicateKeyException if another attempt has made a complaint
   */
  void isFromPage(String caseId, String submissionKey) {
    jdbc.sql("update \"alur\".complaint set submission_key = :key where case_id = :caseId")
        .param("key", submissionKey).param("caseId", caseId).update();
  }

  /** The complaint that an earlier attempt to send the same page made. */
  Optional<Complaint> findSubmission(String submissionKey) {
    return jdbc.sql("select * from \"alur\".complaint where submission_key = :key").param("key", submissionKey)
        .query(Complaints::row).optional();
  }

  /** Says where the complaint stands from now on. */
  void is(ComplaintState state, String caseId) {
    boolean settled = state.isReopenable() || state == ComplaintState.OUT_OF_SCOPE;
    jdbc.sql("""
            update "alur".complaint set state = :state, settled_at = case when :settled then :now else settled_at end
            where case_id = :caseId""")
        .param("state", state.name()).param("settled", settled).param("now", now()).param("caseId", caseId).update();
  }

  /** The case is over: it was cancelled, if it did not reach an end of its own. What people wrote goes at {@code forgetAt}. */
  void end(String caseId, Instant forgetAt) {
    jdbc.sql("""
            update "alur".complaint set ended_at = :now, forget_at = :forgetAt,
              state = case when state in ('OUT_OF_SCOPE', 'CLOSED') then state else 'CANCELLED' end
            where case_id = :caseId""")
        .param("now", now()).param("forgetAt", column(forgetAt)).param("caseId", caseId).update();
  }

  /** Cases that have not ended, as far as is known here, in the order of their ids. */
  List<String> openCases(String afterCaseId, int limit) {
    return jdbc.sql("""
            select case_id from "alur".complaint where ended_at is null and case_id > :after
            order by case_id fetch first :limit rows only""")
        .param("after", afterCaseId).param("limit", limit).query(String.class).list();
  }

  /** @param writtenBy a user id; null for the requester */
  void addEntry(String caseId, ComplaintEntry.Kind kind, String writtenBy, String text) {
    jdbc.sql("""
            insert into "alur".complaint_entry (case_id, number, kind, written_by, text, written_at)
            select :caseId, count(*) + 1, :kind, :writtenBy, :text, :now
            from "alur".complaint_entry where case_id = :caseId""")
        .param("caseId", caseId).param("kind", kind.name()).param("writtenBy", writtenBy).param("text", text)
        .param("now", now()).update();
  }

  /** What was said, in its order. */
  List<ComplaintEntry> entriesOf(String caseId) {
    return jdbc.sql("select * from \"alur\".complaint_entry where case_id = :caseId order by number")
        .param("caseId", caseId)
        .query((row, number) -> new ComplaintEntry(ComplaintEntry.Kind.valueOf(row.getString("kind")),
            row.getString("written_by"), row.getString("text"), instant(row, "written_at")))
        .list();
  }

  /** What was said last of this kind. */
  String last(String caseId, ComplaintEntry.Kind kind) {
    return entriesOf(caseId).stream().filter(entry -> entry.kind() == kind)
        .reduce((earlier, later) -> later).orElseThrow().text();
  }

  /** Forgets what people wrote in cases whose time is over; that there was a complaint stays. */
  @Transactional
  int forgetWhatIsOver() {
    OffsetDateTime now = now();
    jdbc.sql("""
            delete from "alur".complaint_entry where case_id in
              (select case_id from "alur".complaint where forget_at <= :now)""").param("now", now).update();
    return jdbc.sql("""
            update "alur".complaint set requester_name = null, requester_email = null, identifier = null, subject = null,
              text = null, forget_at = null where forget_at <= :now""").param("now", now).update();
  }

  private OffsetDateTime now() {
    return column(clock.instant());
  }

  private static Complaint row(ResultSet row, int number) throws SQLException {
    return new Complaint(row.getString("case_id"), row.getString("unit"), row.getString("case_number"),
        new TrackingCode(row.getString("tracking_code")), ComplaintState.valueOf(row.getString("state")),
        Locale.forLanguageTag(row.getString("language")), row.getString("requester_name"),
        row.getString("requester_email"), row.getString("identifier"), row.getString("subject"), row.getString("text"),
        instant(row, "received_at"), instant(row, "settled_at"), instant(row, "ended_at"));
  }

  private static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
