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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code alur.server_binding}: which machine has which ID Server in a round (ES-8, ES-9).
 *
 * <p>All changes belong to the engine's transaction, if there is one. That a machine and an ID Server are taken once is
 * held by the database. Nothing here gives up a binding within its round (ES-9, ES-21).
 */
@Repository
class ServerBindings {

  private final JdbcClient jdbc;
  private final BindingTransaction transaction;
  private final MachineCommands commands;
  private final Clock clock;

  ServerBindings(JdbcClient jdbc, BindingTransaction transaction, MachineCommands commands, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Reserves machine and ID Server for a case, instead of what it had reserved before.
   *
   * @throws BindingRefused if one of them is reserved or bound in another case, or this case has bound a machine or begun a
   *     START SYNC whose end nobody has seen
   */
  void reserve(ServerBinding wanted, String caseId) {
    transaction.change(() -> {
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
    transaction.change(() -> {
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
    transaction.change(() -> {
      refuse(update("""
          update "alur".server_binding set bound_at = coalesce(bound_at, :now) where case_id = :caseId""", caseId) == 0,
          Reason.NOTHING_RESERVED);
      commands.syncStopped(caseId);
    });
  }

  /** Frees what the case reserved and did not bind: it has ended. */
  void caseEnded(String caseId) {
    transaction.change(() -> release(caseId));
  }

  /** What the case reserved or bound. */
  Optional<ServerBinding> of(String caseId) {
    return rowOf(caseId).map(Row::binding);
  }

  /** Cases that hold a reservation, in the order of their ids. */
  List<String> casesWithReservation(String afterCaseId, int limit) {
    return jdbc.sql("""
            select case_id from "alur".server_binding where bound_at is null and case_id > :after
            order by case_id fetch first :limit rows only""")
        .param("after", afterCaseId).param("limit", limit).query(String.class).list();
  }

  private void giveUpReservation(String caseId) {
    refuse(rowOf(caseId).filter(Row::bound).isPresent(), Reason.SERIAL_NUMBER_COMPLETE);
    refuse(commands.hasBegunSync(caseId), Reason.SYNC_RUNNING);
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
