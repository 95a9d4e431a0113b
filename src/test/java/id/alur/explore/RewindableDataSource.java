package id.alur.explore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An ordinary data source until a {@link Timeline} is opened: from then on the thread that opened it works on one
 * connection, whose commits are kept by nobody but the timeline. Other threads never see them.
 */
final class RewindableDataSource extends DelegatingDataSource {

  private volatile Timeline timeline;

  RewindableDataSource(DataSource ordinary) {
    super(ordinary);
  }

  /** @param journals tables whose rows, once committed in a transaction of their own, survive a rollback around it */
  Timeline open(Set<String> journals) throws SQLException {
    if (timeline != null) {
      throw new IllegalStateException("another exploration is under way");
    }
    timeline = new Timeline(super.getConnection(), journals, () -> timeline = null);
    return timeline;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Timeline current = timeline;
    return current != null && current.isOfThisThread() ? current.logicalConnection() : super.getConnection();
  }
}
