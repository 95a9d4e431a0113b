package id.alur.act;

import id.alur.act.ActOutcome.Result;
import id.alur.act.JournalEntry.State;
import id.alur.engine.Durable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of {@code alur.act_journal}: for each act that must not happen twice an intent before and its outcome after.
 *
 * <p>What happened outside is written in transactions of its own, kept even if the machine dies next. Each change goes
 * from one known state to the next: whoever comes second is told so.
 */
@Repository
class ActJournal {

  private final JdbcClient jdbc;
  private final TransactionTemplate own;
  private final Durable durable;
  private final Clock clock;

  ActJournal(JdbcClient jdbc, PlatformTransactionManager transactions, Durable durable, Clock clock) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.durable = durable;
    this.clock = clock;
  }

  /** The newest round. */
  Optional<JournalEntry> last(String caseId, String activityId) {
    return lastRound(caseId, activityId, "");
  }

  /** The newest round, which nobody changes until the end of the transaction. */
  Optional<JournalEntry> lockLast(String caseId, String activityId) {
    return lastRound(caseId, activityId, " for update");
  }

  /** Announces an act; empty if somebody else announced this round first. */
  Optional<JournalEntry> begin(Act act, String node, String sent) {
    JournalEntry intent = new JournalEntry(act.caseId(), act.activityId(), act.round(), State.INTENT, node, sent, null,
        act.startedAt(), act.deadlineAt(), null, null, null, null);
    try {
      own.executeWithoutResult(transaction -> insert(intent));
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    }
    durable.acknowledge();
    return Optional.of(intent);
  }

  /** Keeps the partner's answer; false if the act was settled otherwise meanwhile. */
  boolean done(JournalEntry intent, Result result) {
    return settle(intent, State.DONE, ResultJson.write(result));
  }

  /** Keeps that the act did not happen; false if it was settled otherwise meanwhile. */
  boolean certainlyNot(JournalEntry intent, String reason) {
    return settle(intent, State.CERTAINLY_NOT, reason);
  }

  /** Keeps that the call is over and nobody knows what came of it; empty if that was found out meanwhile. */
  Optional<JournalEntry> unknown(JournalEntry intent, String reason) {
    return settle(intent, State.INTENT, reason) ? last(intent.caseId(), intent.activityId()) : Optional.empty();
  }

  /** Keeps what a person found out, within the transaction that completes the person's task. */
  void decided(JournalEntry intent, String finding, String person) {
    change(intent, "state = 'DECIDED', outcome = :outcome, ended_at = :now, decided_by = :person", "state = 'INTENT'")
        .param("outcome", finding).param("person", person).update();
  }

  /** Keeps that the case took the result, within the transaction in which it does. */
  void delivered(JournalEntry done) {
    change(done, "delivered_at = :now", "delivered_at is null").update();
  }

  /** Keeps how a call goes that is under way; nobody waits until that is on the disk. */
  void progress(Act act, String progress) {
    jdbc.sql("""
            update "alur".act_journal set progress = :progress
            where case_id = :caseId and activity_id = :activityId and round = :round and ended_at is null""")
        .param("progress", progress)
        .param("caseId", act.caseId()).param("activityId", act.activityId()).param("round", act.round())
        .update();
  }

  private boolean settle(JournalEntry intent, State state, String outcome) {
    int changed = own.execute(transaction -> change(intent, "state = :state, outcome = :outcome, ended_at = :now",
        "state = 'INTENT'").param("state", state.name()).param("outcome", outcome).update());
    durable.acknowledge();
    return changed == 1;
  }

  private StatementSpec change(JournalEntry entry, String change, String condition) {
    return jdbc.sql("update \"alur\".act_journal set " + change
            + " where case_id = :caseId and activity_id = :activityId and round = :round and " + condition)
        .param("caseId", entry.caseId()).param("activityId", entry.activityId()).param("round", entry.round())
        .param("now", column(clock.instant()));
  }

  private void insert(JournalEntry entry) {
    jdbc.sql("""
            insert into "alur".act_journal (case_id, activity_id, round, state, node, sent, started_at, deadline_at)
            values (:caseId, :activityId, :round, :state, :node, :sent, :startedAt, :deadlineAt)""")
        .param("caseId", entry.caseId())
        .param("activityId", entry.activityId())
        .param("round", entry.round())
        .param("state", entry.state().name())
        .param("node", entry.node())
        .param("sent", entry.sent())
        .param("startedAt", column(entry.startedAt()))
        .param("deadlineAt", column(entry.deadlineAt()))
        .update();
  }

  private Optional<JournalEntry> lastRound(String caseId, String activityId, String lock) {
    return jdbc.sql("""
            select * from "alur".act_journal where case_id = :caseId and activity_id = :activityId
            order by round desc fetch first 1 rows only""" + lock)
        .param("caseId", caseId).param("activityId", activityId).query(ActJournal::row).optional();
  }

  private static JournalEntry row(ResultSet row, int number) throws SQLException {
    return new JournalEntry(row.getString("case_id"), row.getString("activity_id"), row.getInt("round"),
        State.valueOf(row.getString("state")), row.getString("node"), row.getString("sent"), row.getString("outcome"),
        instant(row, "started_at"), instant(row, "deadline_at"), instant(row, "ended_at"),
        instant(row, "delivered_at"), row.getString("decided_by"), row.getString("progress"));
  }

  private static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
