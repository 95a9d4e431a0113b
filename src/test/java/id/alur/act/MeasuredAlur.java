package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.People;
import id.alur.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A {@link MeasuredRun} in a process of its own with 512 MB of heap. */
final class MeasuredAlur implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile(MeasuredRun.SERVES_AT + "(\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path log;
  private final Process process;
  private final int port;

  private MeasuredAlur(Path data, List<String> arguments) throws IOException {
    log = data.resolve("output.log");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m", "-cp", System.getProperty("java.class.path"), MeasuredRun.class.getName(),
        "--server.port=0", "--server.address=127.0.0.1", "--alur.data=" + data, "--ALUR_ADMIN_PASSWORD=" + People.PASSWORD));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    port = awaitPort();
  }

  /** Starts it on this database; it may call the SISTER at this address. */
  static MeasuredAlur start(Database database, Path data, URI sister, String... settings) throws Exception {
    Stream<String> common = Stream.of(
        "--measured.sister=" + sister,
        "--alur.partner.addresses[0].scheme=http",
        "--alur.partner.addresses[0].host=" + sister.getHost(),
        "--alur.partner.addresses[0].ports=" + sister.getPort(),
        "--alur.partner.addresses[0].cidrs=127.0.0.0/8");
    return new MeasuredAlur(data,
        Stream.of(common, database.settings().stream(), Arrays.stream(settings)).flatMap(part -> part).toList());
  }

  private int awaitPort() {
    Awaitility.await().atMost(LONGEST_START).until(() -> !process.isAlive() || PORT.matcher(log()).find());
    Matcher found = PORT.matcher(log());
    assertThat(found.find()).as(this::log).isTrue();
    return Integer.parseInt(found.group(1));
  }

  /** A session of the administrator, who is the only person there. */
  WebSession session() throws IOException, InterruptedException {
    return WebSession.of("admin", port);
  }

  String get(String path) {
    return send(request(path).GET());
  }

  String post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/measured" + path));
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, as an operating system does, and returns its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
