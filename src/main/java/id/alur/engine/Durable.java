package id.alur.engine;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Makes what was committed survive a killed process: H2 holds commits back for half a second, PostgreSQL does not. */
@Component
public class Durable {

  private final JdbcTemplate jdbc;
  private final boolean isH2;

  public Durable(DataSource database) throws MetaDataAccessException {
    this.jdbc = new JdbcTemplate(database);
    this.isH2 = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName).equals("H2");
  }

  /** Returns when all that was committed before is on the disk. */
  public void acknowledge() {
    if (isH2) {
      jdbc.execute("checkpoint sync");
    }
  }
}
