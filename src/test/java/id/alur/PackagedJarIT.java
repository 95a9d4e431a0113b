package id.alur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The jar as it is handed out, in a process of its own. */
class PackagedJarIT {

  private static final String PASSWORD = People.PASSWORD;
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private static Path jar;

  @TempDir Path data;

  @BeforeAll
  static void findJar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      jar = files.filter(file -> file.getFileName().toString().matches("alur-.*\\.jar")).findFirst().orElseThrow();
    }
  }

  @Test
  void makesNoSecondVersionOnTheDatabaseOfAnExplodedRun() throws Exception {
    runExploded();
    List<String> before = definitions();
    assertThat(before).contains("sister-manual-sync v1");
    runJarUntilItServes();
    assertThat(definitions()).isEqualTo(before);
  }

  @Test
  void holdsNoSimulatorAndNoPracticeRun() throws IOException {
    try (JarFile entries = new JarFile(jar.toFile())) {
      assertThat(entries.stream().map(ZipEntry::getName))
          .contains("BOOT-INF/classes/id/alur/Alur.class")
          .noneMatch(name -> name.matches("(?i).*(icegreen|greenmail|practice|simulator|junit|selenide|zonky).*"));
    }
  }

  @Test
  void refusesToStartWithoutAnAdministratorsPasswordAndNamesTheVariable() throws Exception {
    assertThat(refusalOf("")).contains("ALUR_ADMIN_PASSWORD", "belum diatur");
  }

  @Test
  void refusesToStartWithAWeakPasswordAndDoesNotRepeatIt() throws Exception {
    assertThat(refusalOf("lemah123")).contains("ALUR_ADMIN_PASSWORD", "terlalu lemah").doesNotContain("lemah123");
  }

  private void runExploded() {
    new SpringApplicationBuilder(Alur.class).run(
        "--alur.data=" + data, "--server.port=0", "--camunda.bpm.admin-user.password=" + PASSWORD).close();
  }

  private void runJarUntilItServes() throws Exception {
    Process process = start(PASSWORD);
    try {
      Awaitility.await().atMost(LONGEST_START).until(() -> output().contains("Started Alur") || !process.isAlive());
      assertThat(process.isAlive()).as(output()).isTrue();
    } finally {
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private String refusalOf(String password) throws Exception {
    Process process = start(password);
    try {
      assertThat(process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isNotZero();
    assertThat(output()).as("a sentence instead of a stack trace").doesNotContain("\tat ");
    assertThat(database()).doesNotExist();
    return output();
  }

  private Process start(String password) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar",
        jar.toString(), "--server.port=0");
    builder.environment().keySet().removeIf(name -> name.startsWith("ALUR_") || name.startsWith("SPRING_"));
    builder.environment().put("ALUR_DATA", data.toString());
    builder.environment().put("ALUR_ADMIN_PASSWORD", password);
    return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  private List<String> definitions() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("alur"), "sa", "");
        ResultSet rows = connection.createStatement().executeQuery(
            "select key_, version_ from act_re_procdef union all select key_, version_ from act_re_decision_def order by 1, 2")) {
      while (rows.next()) {
        found.add(rows.getString(1) + " v" + rows.getInt(2));
      }
    }
    return found;
  }

  private Path database() {
    return data.resolve("alur.mv.db");
  }

  private Path log() {
    return data.resolve("output.log");
  }

  private String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
