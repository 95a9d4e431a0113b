package id.alur.engine;

import java.sql.DatabaseMetaData;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes what was committed survive a killed process: H2 holds commits back for half a second, PostgreSQL does not.
 *
 * <p>All who come while a checkpoint runs share the next one: the running one may have missed their commit.
 */
@Component
public class Durable {

  private final JdbcTemplate jdbc;
  private final boolean isH2;

  // fair: those whose commit the last checkpoint kept leave before the next one begins
  private final ReentrantLock checkpoint = new ReentrantLock(true);
  private volatile long begun;
  private long completed;

  public Durable(DataSource database) throws MetaDataAccessException {
    this.jdbc = new JdbcTemplate(database);
    this.isH2 = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName).equals("H2");
  }

  /**
   * Returns when all that was committed before is on the disk; fails if it could not be written. Call it after the
   * transaction, which would else hold its connection while it waits.
   */
  public void acknowledge() {
    if (!isH2) {
      return;
    }
    long begunBefore = begun;
    checkpoint.lock();
    try {
      if (completed <= begunBefore) {
        begun++;
        jdbc.execute("checkpoint sync");
        completed = begun;
      }
    } finally {
      checkpoint.unlock();
    }
  }

  /** Whether a commit alone does not survive a killed process. */
  boolean isNeeded() {
    return isH2;
  }

  /** Whether the transaction of this thread has changed anything so far, on H2. */
  boolean hasChanges() {
    return jdbc.queryForObject("call transaction_id()", String.class) != null;
  }
}
