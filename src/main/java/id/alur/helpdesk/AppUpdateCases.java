package id.alur.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of {@code alur.app_update}: which case of a unit is open. That there is one at most is held by the database.
 *
 * <p>All changes belong to the engine's transaction.
 */
@Repository
class AppUpdateCases {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;

  AppUpdateCases(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** The open case of this unit. Whoever asks next waits until this transaction is over. */
  Optional<OpenCase> lock(String unit) {
    return row(unit).or(() -> {
      addRow(unit);
      return row(unit);
    }).filter(found -> found.caseId() != null);
  }

  /** Makes this case the open one of its unit, unless there is another: then that one. */
  Optional<OpenCase> claim(String unit, OpenCase wanted) {
    Optional<OpenCase> other = lock(unit);
    if (other.isEmpty()) {
      jdbc.sql("update \"alur\".app_update set case_id = :caseId, case_number = :caseNumber where unit = :unit")
          .param("caseId", wanted.caseId()).param("caseNumber", wanted.caseNumber()).param("unit", unit).update();
    }
    return other;
  }

  /** Frees the unit of this case, if it was its open one: a later cause starts another. */
  void ended(String caseId) {
    jdbc.sql("update \"alur\".app_update set case_id = null, case_number = null where case_id = :caseId")
        .param("caseId", caseId).update();
  }

  /** All open cases. */
  List<String> open() {
    return jdbc.sql("select case_id from \"alur\".app_update where case_id is not null").query(String.class).list();
  }

  private Optional<OpenCase> row(String unit) {
    return jdbc.sql("select case_id, case_number from \"alur\".app_update where unit = :unit for update")
        .param("unit", unit).query(AppUpdateCases::openCase).optional();
  }

  /** On PostgreSQL a statement that failed spoils its transaction, but for a savepoint. */
  private void addRow(String unit) {
    try {
      savepoint.executeWithoutResult(nested ->
          jdbc.sql("insert into \"alur\".app_update (unit) values (:unit)").param("unit", unit).update());
    } catch (DuplicateKeyException somebodyElseDid) {
      // what is wanted is there
    }
  }

  private static OpenCase openCase(ResultSet row, int number) throws SQLException {
    return new OpenCase(row.getString("case_id"), row.getString("case_number"));
  }

  /** @param caseNumber by which people talk about it */
  record OpenCase(String caseId, String caseNumber) {}
}
