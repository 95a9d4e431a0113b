package id.alur.examserversync;

import id.alur.examserversync.BindingRefused.Reason;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What may be done on the machine of a case, and in which order: HAPUS, BACKUP, HAPUS, START SYNC (ES-12 to ES-17), and
 * nothing of it once its nine data are green (ES-21). However a case came to a step, what is refused here is not done.
 */
@Repository
class MachineCommands {

  private final JdbcClient jdbc;
  private final BindingTransaction transaction;
  private final Clock clock;

  MachineCommands(JdbcClient jdbc, BindingTransaction transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * HAPUS before the BACKUP (ES-12): an earlier backup counts no longer.
   *
   * @throws BindingRefused if the case has no machine, it is complete, or START SYNC may run there
   */
  void erase(String caseId) {
    transaction.change(() -> {
      refuseUnlessIdle(caseId);
      update("update \"alur\".server_binding set backup_sha256 = null, emptied_at = null where case_id = :caseId", caseId);
    });
  }

  /**
   * Keeps the backup of the machine by its SHA-256 (ES-13).
   *
   * @throws BindingRefused if the case has no machine, or it is complete
   */
  void keepBackUp(String caseId, String sha256) {
    transaction.change(() -> {
      refuseIfComplete(caseId);
      jdbc.sql("update \"alur\".server_binding set backup_sha256 = :sha256 where case_id = :caseId")
          .param("sha256", sha256).param("caseId", caseId).update();
    });
  }

  /**
   * HAPUS after the BACKUP (ES-14).
   *
   * @throws BindingRefused as {@link #erase} does, or if no backup was kept since that
   */
  void eraseAgain(String caseId) {
    transaction.change(() -> {
      refuseUnlessIdle(caseId);
      refuse(!is("backup_sha256 is not null", caseId), Reason.NOT_BACKED_UP);
      update("update \"alur\".server_binding set emptied_at = :now where case_id = :caseId", caseId);
    });
  }

  /**
   * START SYNC (ES-17).
   *
   * @throws BindingRefused as {@link #erase} does, or before HAPUS, BACKUP and HAPUS are done
   */
  void startSync(String caseId) {
    transaction.change(() -> {
      refuseUnlessIdle(caseId);
      refuse(!is("emptied_at is not null", caseId), Reason.NOT_EMPTIED);
      update("""
          insert into "alur".running_sync (exam_round, serial_number, case_id, begun_at)
          select exam_round, serial_number, case_id, :now from "alur".server_binding where case_id = :caseId""", caseId);
    });
  }

  /** Keeps that no START SYNC runs on the case's machine any more, whichever case began it. */
  void syncStopped(String caseId) {
    transaction.change(() -> update("""
        delete from "alur".running_sync s where exists (select 1 from "alur".server_binding b
          where b.case_id = :caseId and b.exam_round = s.exam_round and b.serial_number = s.serial_number)""", caseId));
  }

  /** Whether a START SYNC was begun on the case's machine in this round, in any case, and nobody has seen its end. */
  boolean isSyncRunning(String caseId) {
    return is("exists (select 1 from \"alur\".running_sync s where s.exam_round = server_binding.exam_round "
        + "and s.serial_number = server_binding.serial_number)", caseId);
  }

  /** Whether this case began a START SYNC, and nobody has seen its end. */
  boolean hasBegunSync(String caseId) {
    return jdbc.sql("select count(*) from \"alur\".running_sync where case_id = :caseId").param("caseId", caseId)
        .query(Integer.class).single() > 0;
  }

  private void refuseUnlessIdle(String caseId) {
    refuseIfComplete(caseId);
    refuse(isSyncRunning(caseId), Reason.SYNC_RUNNING);
  }

  private void refuseIfComplete(String caseId) {
    refuse(!is("true", caseId), Reason.NOTHING_RESERVED);
    refuse(is("bound_at is not null", caseId), Reason.SERIAL_NUMBER_COMPLETE);
  }

  private static void refuse(boolean wrong, Reason reason) {
    if (wrong) {
      throw new BindingRefused(reason);
    }
  }

  private boolean is(String condition, String caseId) {
    return jdbc.sql("select count(*) from \"alur\".server_binding where case_id = :caseId and " + condition)
        .param("caseId", caseId).query(Integer.class).single() > 0;
  }

  private void update(String change, String caseId) {
    jdbc.sql(change).param("caseId", caseId).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
  }
}
