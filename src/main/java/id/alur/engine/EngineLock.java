package id.alur.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that share a PostgreSQL start one after the other: the first makes the tables, deploys the procedures and
 * grants access, the others find all of that. A node that dies meanwhile loses the lock with its connection.
 */
@Component
final class EngineLock extends AbstractProcessEnginePlugin {

  private static final Logger log = LoggerFactory.getLogger(EngineLock.class);
  private static final long KEY = 0x416c7572L; // "Alur": no other program on this database may use it

  private final DataSource database;
  private Connection holder;

  EngineLock(DataSource database) {
    this.database = database;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    try {
      lock();
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be locked for the start", e);
    }
  }

  private void lock() throws SQLException {
    Connection connection = database.getConnection();
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      holder = connection;
      log.info("Waiting until no other node is starting");
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_lock(" + KEY + ")");
      }
    } else {
      connection.close();
    }
  }

  /** The whole node has started. */
  @EventListener(ApplicationReadyEvent.class)
  void release() throws SQLException {
    if (holder != null) {
      try (Connection released = holder; Statement statement = released.createStatement()) {
        statement.execute("select pg_advisory_unlock(" + KEY + ")");
      } finally {
        holder = null;
      }
    }
  }
}
