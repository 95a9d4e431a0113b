package id.alur.explore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that were committed while another transaction was open, and that a rollback of that one must not take along. */
final class JournalRows {

  private final Connection connection;
  private final Set<String> tables;
  private Map<String, List<Object[]>> kept = Map.of();

  /** @param tables as SQL names them, such as {@code "alur".act} */
  JournalRows(Connection connection, Set<String> tables) {
    this.connection = connection;
    this.tables = tables;
  }

  void keep() throws SQLException {
    Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    for (String table : tables) {
      rows.put(table, read(table));
    }
    kept = rows;
  }

  void putBack() throws SQLException {
    for (Map.Entry<String, List<Object[]>> table : kept.entrySet()) {
      replace(table.getKey(), table.getValue());
    }
  }

  void forget() {
    kept = Map.of();
  }

  private List<Object[]> read(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      List<Object[]> all = new ArrayList<>();
      while (rows.next()) {
        Object[] row = new Object[rows.getMetaData().getColumnCount()];
        for (int column = 0; column < row.length; column++) {
          row[column] = rows.getObject(column + 1);
        }
        all.add(row);
      }
      return all;
    }
  }

  private void replace(String table, List<Object[]> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from " + table);
    }
    for (Object[] row : rows) {
      String values = " values (" + String.join(", ", Collections.nCopies(row.length, "?")) + ")";
      try (PreparedStatement insert = connection.prepareStatement("insert into " + table + values)) {
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, row[column]);
        }
        insert.executeUpdate();
      }
    }
  }
}
