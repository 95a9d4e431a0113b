package id.alur.examserversync;

import id.alur.examserversync.BindingRefused.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of {@code alur.server_binding} and {@code alur.running_sync}: which machine has which ID Server in a round
 * (ES-8, ES-9), and where a START SYNC runs (ES-17).
 *
 * <p>All changes belong to the engine's transaction, if there is one. That a machine and an ID Server are taken once is
 * held by the database. Nothing here gives up a binding within its round (ES-9, ES-21).
 */
@Repository
class ServerBindings {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ServerBindings(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Reserves machine and ID Server for a case, instead of what it had reserved before.
   *
   * @throws BindingRefused if one of them is reserved or bound in another case, or this case has bound a machine or begun a
   *     START SYNC whose end nobody has seen
   */
  void reserve(ServerBinding wanted, String caseId) {
    change(() -> {
      giveUpReservation(caseId);
      refuseTaken(wanted);
      insert(wanted, caseId, null);
    });
  }

  /**
   * Reserves the ID Server of a machine that was replaced for its new machine. The old machine stays complete for ever;
   * it gets its ID Server back if this case ends without nine green.
   *
   * @param replaced the machine that the centre decided about
   * @throws BindingRefused if that machine does not have this ID Server, or as {@link #reserve} does
   */
  void replace(SerialNumber replaced, ServerBinding wanted, String caseId) {
    change(() -> {
      giveUpReservation(caseId);
      Row old = rows(wanted).stream().filter(row -> row.has(wanted.serverId())).findFirst()
          .orElseThrow(() -> new BindingRefused(Reason.NOTHING_TO_REPLACE));
      refuse(!old.bound(), Reason.SERVER_ID_RESERVED);
      refuse(!old.binding().serialNumber().equals(replaced), Reason.OTHER_MACHINE_REPLACED);
      takeServerId(old, wanted);
      refuseTaken(wanted);
      insert(wanted, caseId, old.binding().serialNumber());
    });
  }

  /**
   * Binds what the case reserved, for the rest of the round: its nine downloads are green. Its START SYNC is over.
   *
   * @throws BindingRefused if it reserved nothing
   */
  void bind(String caseId) {
    change(() -> {
      refuse(update("""
          update "alur".server_binding set bound_at = coalesce(bound_at, :now) where case_id = :caseId""", caseId) == 0,
          Reason.NOTHING_RESERVED);
      endSync(caseId);
    });
  }

  /** Frees what the case reserved and did not bind: it has ended. */
  void caseEnded(String caseId) {
    change(() -> release(caseId));
  }

  /** What the case reserved or bound. */
  Optional<ServerBinding> of(String caseId) {
    return rowOf(caseId).map(Row::binding);
  }

  /** Whether this machine has had its nine downloads green in this round, in any case (ES-21). */
  boolean isComplete(ExamRound round, SerialNumber serialNumber) {
    return exists("select count(*) from \"alur\".server_binding where exam_round = :round and serial_number = :serialNumber "
        + "and bound_at is not null", round, serialNumber);
  }

  /** Whether a START SYNC of this machine was begun in this round, in any case, and nobody has seen its end. */
  boolean isSyncRunning(ExamRound round, SerialNumber serialNumber) {
    return exists("select count(*) from \"alur\".running_sync where exam_round = :round and serial_number = :serialNumber",
        round, serialNumber);
  }

  /**
   * Keeps that the case's machine is about to START SYNC (ES-17).
   *
   * @throws BindingRefused if one runs there, or its nine downloads are green, or the case has no machine
   */
  void beginSync(String caseId) {
    change(() -> {
      Row row = rowOf(caseId).orElseThrow(() -> new BindingRefused(Reason.NOTHING_RESERVED));
      refuse(row.bound(), Reason.SERIAL_NUMBER_COMPLETE);
      refuse(isSyncRunning(row.binding().round(), row.binding().serialNumber()), Reason.SYNC_RUNNING);
      update("""
          insert into "alur".running_sync (exam_round, serial_number, case_id, begun_at)
          select exam_round, serial_number, case_id, :now from "alur".server_binding where case_id = :caseId""", caseId);
    });
  }

  /** Keeps that no START SYNC runs on the case's machine any more, whichever case began it. */
  void endSync(String caseId) {
    change(() -> update("""
        delete from "alur".running_sync s where exists (select 1 from "alur".server_binding b
          where b.case_id = :caseId and b.exam_round = s.exam_round and b.serial_number = s.serial_number)""", caseId));
  }

  /** Cases that hold a reservation, in the order of their ids. */
  List<String> casesWithReservation(String afterCaseId, int limit) {
    return jdbc.sql("""
            select case_id from "alur".server_binding where bound_at is null and case_id > :after
            order by case_id fetch first :limit rows only""")
        .param("after", afterCaseId).param("limit", limit).query(String.class).list();
  }

  /** Two at once meet in the database, and the second one is told. */
  private void change(Runnable work) {
    try {
      transactions.executeWithoutResult(transaction -> work.run());
    } catch (DuplicateKeyException | ConcurrencyFailureException e) {
      throw new BindingRefused(Reason.CHANGED_MEANWHILE, e);
    }
  }

  private void giveUpReservation(String caseId) {
    refuse(rowOf(caseId).filter(Row::bound).isPresent(), Reason.SERIAL_NUMBER_COMPLETE);
    refuse(hasBegunSync(caseId), Reason.SYNC_RUNNING);
    release(caseId);
  }

  private void release(String caseId) {
    Optional<Row> reserved = rowOf(caseId).filter(Predicate.not(Row::bound));
    update("delete from \"alur\".server_binding where case_id = :caseId and bound_at is null", caseId);
    reserved.filter(row -> row.replaces() != null).ifPresent(this::giveBackServerId);
  }

  private void refuseTaken(ServerBinding wanted) {
    for (Row row : rows(wanted)) {
      boolean sameMachine = row.binding().serialNumber().equals(wanted.serialNumber());
      refuse(sameMachine && row.bound(), Reason.SERIAL_NUMBER_COMPLETE);
      refuse(sameMachine, Reason.SERIAL_NUMBER_RESERVED);
      refuse(row.bound(), Reason.SERVER_ID_BOUND);
      refuse(true, Reason.SERVER_ID_RESERVED);
    }
  }

  private static void refuse(boolean wrong, Reason reason) {
    if (wrong) {
      throw new BindingRefused(reason);
    }
  }

  private void insert(ServerBinding wanted, String caseId, SerialNumber replaces) {
    jdbc.sql("""
            insert into "alur".server_binding (exam_round, serial_number, server_id, case_id, reserved_at, replaces)
            values (:round, :serialNumber, :serverId, :caseId, :now, :replaces)""")
        .param("round", wanted.round().key())
        .param("serialNumber", wanted.serialNumber().value())
        .param("serverId", wanted.serverId().value())
        .param("caseId", caseId)
        .param("now", now())
        .param("replaces", replaces == null ? null : replaces.value())
        .update();
  }

  private void takeServerId(Row old, ServerBinding wanted) {
    int taken = jdbc.sql("""
            update "alur".server_binding set server_id = null, given_up_id = server_id
            where exam_round = :round and serial_number = :old and server_id = :serverId and bound_at is not null""")
        .param("round", wanted.round().key())
        .param("old", old.binding().serialNumber().value())
        .param("serverId", wanted.serverId().value())
        .update();
    refuse(taken == 0, Reason.CHANGED_MEANWHILE);
  }

  private void giveBackServerId(Row reserved) {
    jdbc.sql("""
            update "alur".server_binding set server_id = given_up_id, given_up_id = null
            where exam_round = :round and serial_number = :old and server_id is null""")
        .param("round", reserved.binding().round().key())
        .param("old", reserved.replaces())
        .update();
  }

  private int update(String change, String caseId) {
    return jdbc.sql(change).param("caseId", caseId).param("now", now()).update();
  }

  private boolean hasBegunSync(String caseId) {
    return jdbc.sql("select count(*) from \"alur\".running_sync where case_id = :caseId").param("caseId", caseId)
        .query(Integer.class).single() > 0;
  }

  private boolean exists(String count, ExamRound round, SerialNumber serialNumber) {
    return jdbc.sql(count).param("round", round.key()).param("serialNumber", serialNumber.value())
        .query(Integer.class).single() > 0;
  }

  private Optional<Row> rowOf(String caseId) {
    return jdbc.sql("select * from \"alur\".server_binding where case_id = :caseId")
        .param("caseId", caseId).query(ServerBindings::row).optional();
  }

  /** All rows of the round that have the wanted machine or the wanted ID Server, the machine first. */
  private List<Row> rows(ServerBinding wanted) {
    return jdbc.sql("""
            select * from "alur".server_binding
            where exam_round = :round and (serial_number = :serialNumber or server_id = :serverId)
            order by case when serial_number = :serialNumber then 0 else 1 end""")
        .param("round", wanted.round().key())
        .param("serialNumber", wanted.serialNumber().value())
        .param("serverId", wanted.serverId().value())
        .query(ServerBindings::row).list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String serverId = row.getString("server_id");
    ServerBinding binding = new ServerBinding(new ExamRound(row.getString("exam_round")),
        new SerialNumber(row.getString("serial_number")),
        new ServerId(serverId == null ? row.getString("given_up_id") : serverId));
    return new Row(binding, serverId == null, row.getObject("bound_at") != null, row.getString("replaces"));
  }

  /** A binding as it stands; {@code givenUp} if its machine was replaced. */
  private record Row(ServerBinding binding, boolean givenUp, boolean bound, String replaces) {
    boolean has(ServerId serverId) {
      return !givenUp && binding.serverId().equals(serverId);
    }
  }
}
