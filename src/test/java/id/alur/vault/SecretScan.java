package id.alur.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Looks for a marker in every column of every table, in files and in texts, in each form in which it may be written. */
public final class SecretScan {

  private final List<String> forms;

  /** @param marker at least 8 characters in ASCII, so that chance does not find it */
  public SecretScan(String marker) {
    this.forms = List.copyOf(formsOf(marker));
  }

  /** Where the marker stands in a database, as table.column. */
  public Set<String> findIn(DataSource database) {
    Set<String> found = new LinkedHashSet<>();
    try (Connection connection = database.getConnection()) {
      for (String table : tables(connection)) {
        try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
          scan(table, rows, found);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  /** The files below {@code folder} that hold the marker. */
  public List<Path> findBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> isIn(bytesOf(file))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the marker stands in a text, such as a log or the stack trace of an exception. */
  public boolean isIn(String text) {
    return isIn(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isIn(byte[] bytes) {
    String text = latin(bytes);
    return forms.stream().anyMatch(text::contains);
  }

  private void scan(String table, ResultSet rows, Set<String> found) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        Object value = rows.getObject(column);
        if (value != null && isIn(value instanceof byte[] bytes ? bytes : rows.getString(column).getBytes(StandardCharsets.UTF_8))) {
          found.add(table + "." + rows.getMetaData().getColumnName(column));
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getTables(connection.getCatalog(), null, null,
        new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (!schema.equalsIgnoreCase("information_schema")) {
          tables.add('"' + schema + "\".\"" + rows.getString("TABLE_NAME") + '"');
        }
      }
    }
    return tables;
  }

  private static Set<String> formsOf(String marker) {
    Set<String> forms = new LinkedHashSet<>();
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = marker.getBytes(charset);
      String hex = HexFormat.of().formatHex(bytes);
      forms.addAll(List.of(latin(bytes), hex, hex.toUpperCase()));
      for (int offset = 0; offset < 3; offset++) {
        forms.add(base64Within(bytes, offset));
      }
    }
    return forms;
  }

  /** The characters of base64 that only {@code bytes} decide when they begin at {@code offset} of a group of three. */
  private static String base64Within(byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    int first = (offset * 8 + 5) / 6;
    return Base64.getEncoder().encodeToString(shifted).substring(first, shifted.length * 8 / 6);
  }

  /** One character for each byte. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
