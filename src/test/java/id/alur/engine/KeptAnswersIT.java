package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Answer;
import id.alur.PracticeRun;
import id.alur.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process right after an answer, again and again on the same H2 file, while four people send forms and files.
 * More rounds: {@code mvn verify -Dit.test=KeptAnswersIT -Dalur.rounds=200}.
 */
class KeptAnswersIT {

  private static final int ROUNDS = Integer.getInteger("alur.rounds", 3);
  private static final int WRITERS = 4;
  private static final int MOST_ANSWERS = 60;
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)/\\s");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path data;

  private final Set<String> documents = ConcurrentHashMap.newKeySet();
  private final Set<String> cases = ConcurrentHashMap.newKeySet();

  @Test
  void loseNothingWhenTheProcessIsKilled() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      killWhileWriting();
      assertThat(ids("select id_ from act_hi_procinst")).as("cases in round %d", round).containsAll(cases);
      assertThat(ids("select id_ from act_ru_execution")).as("open cases in round %d", round).containsAll(cases);
      assertThat(ids("select id from \"alur\".document")).as("documents in round %d", round).containsAll(documents);
      assertThat(documents).allSatisfy(id -> assertThat(data.resolve("documents").resolve(id)).isNotEmptyFile());
    }
  }

  private void killWhileWriting() throws Exception {
    CountDownLatch answers = new CountDownLatch(ThreadLocalRandom.current().nextInt(WRITERS, MOST_ANSWERS));
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    Process server = start();
    try {
      int port = portOf(server);
      for (int i = 0; i < WRITERS; i++) {
        writers.submit(() -> writeUntilKilled(port, answers));
      }
      assertThat(answers.await(1, TimeUnit.MINUTES)).as(this::log).isTrue();
    } finally {
      server.destroyForcibly().waitFor();
      writers.shutdown();
    }
    assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  private Void writeUntilKilled(int port, CountDownLatch answers) throws IOException, InterruptedException {
    WebSession siti = WebSession.of("siti", "Latihan-2026!", port);
    while (true) {
      String document = upload(siti);
      documents.add(document);
      answers.countDown();
      cases.add(startCase(siti, document));
      answers.countDown();
    }
  }

  private static String upload(WebSession person) throws IOException, InterruptedException {
    HttpResponse<String> answer = person.post(
        "/camunda/api/alur/documents?processKey=sister-manual-sync&kind=evidence&name=surat.pdf",
        "application/octet-stream", BodyPublishers.ofString("%PDF-1.7 surat tim pusat"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path("id").asText();
  }

  private static String startCase(WebSession person, String document) throws IOException, InterruptedException {
    Map<String, Map<String, String>> fields = Map.of(
            "unitCode", "001999",
            "institutionName", "Universitas Contoh",
            "sisterAddress", "192.0.2.10",
            "eligibilityCase", "identifiedByCentralTeam",
            "noticeHeld", "yes",
            "noticeDocument", document)
        .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
    Answer answer = person.tell("/process-definition/key/sister-manual-sync/submit-form", Map.of("variables", fields));
    assertThat(answer.isSuccess()).as(answer.body()).isTrue();
    return answer.json().path("id").asText();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), PracticeRun.class.getName(),
        "--server.port=0", "--alur.data=" + data)
        .redirectErrorStream(true).redirectOutput(data.resolve("output.log").toFile()).start();
  }

  private int portOf(Process server) {
    Awaitility.await().atMost(LONGEST_START).until(() -> !server.isAlive() || PORT.matcher(log()).find());
    Matcher port = PORT.matcher(log());
    assertThat(port.find()).as(this::log).isTrue();
    return Integer.parseInt(port.group(1));
  }

  /** Asks a copy: the file itself is opened by the product alone. */
  private Set<String> ids(String query) throws SQLException, IOException {
    Set<String> found = new HashSet<>();
    Files.copy(data.resolve("alur.mv.db"), data.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("copy"), "sa", "");
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private String log() {
    try {
      return Files.readString(data.resolve("output.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
