package id.alur.vault;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The scan finds what was put there: else its silence would mean nothing. */
class SecretScanTest {

  private static final String MARKER = "Tanda-Rahasia-4711";

  private final SecretScan scan = new SecretScan(MARKER);

  @OnBothDatabases
  void findsTheMarkerInTextAndBytesOfAnyTable(Database database) {
    DataSource source = database.migrated();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    jdbc.execute("create table note (words varchar(100), content bytea)");
    assertThat(scan.findIn(source)).isEmpty();

    jdbc.update("insert into note values (?, ?)", "x" + MARKER, bytes("y" + MARKER, StandardCharsets.UTF_16LE));
    assertThat(scan.findIn(source)).hasSize(2).allMatch(place -> place.toLowerCase().contains("note"));
  }

  @Test
  void findsTheMarkerHoweverItIsWritten() {
    assertThat(Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
        .flatMap(charset -> Stream.of("", "a", "ab").map(before -> bytes(before + MARKER + "z", charset)))
        .flatMap(bytes -> Stream.of(Base64.getEncoder().encodeToString(bytes), HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(bytes))))
        .hasSize(27).allMatch(scan::isIn);
  }

  @Test
  void findsTheMarkerInAFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("kosong"), "tidak ada apa-apa");
    Path file = Files.writeString(folder.resolve("bocor"), "x" + MARKER);
    assertThat(scan.findBelow(folder)).containsExactly(file);
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
