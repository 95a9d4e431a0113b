package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Alur;
import id.alur.Answer;
import id.alur.People;
import id.alur.WebSession;
import id.alur.access.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The product in a process of its own with 512 MB of heap, behind a proxy that tells where its visitors come from. */
final class LoadedAlur implements AutoCloseable {

  static final String UNIT = "001042";
  static final String STAFF = "lina";

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)[\\s\\S]*Started Alur");
  private static final Pattern ERROR = Pattern.compile("^\\S+ +ERROR .*", Pattern.MULTILINE);
  private static final Pattern LIVE_BYTES = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

  private final Path log;
  private final Process process;
  private final int port;

  private LoadedAlur(Path log, Process process) {
    this.log = log;
    this.process = process;
    this.port = awaitPort();
  }

  /** @param settings the same at each start: they say which database it goes on with */
  static LoadedAlur start(Path data, List<String> settings) throws IOException {
    List<String> command = new ArrayList<>(List.of(inJdk("java"), "-Xmx512m", "-cp", System.getProperty("java.class.path"),
        Alur.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
        "--server.forward-headers-strategy=native", "--alur.data=" + data, "--ALUR_ADMIN_PASSWORD=" + People.PASSWORD));
    command.addAll(settings);
    Path log = Files.createTempFile(data, "output", ".log");
    return new LoadedAlur(log,
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private static String inJdk(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private int awaitPort() {
    Awaitility.await().atMost(LONGEST_START).until(() -> !process.isAlive() || PORT.matcher(log()).find());
    Matcher found = PORT.matcher(log());
    assertThat(found.find()).as(this::log).isTrue();
    return Integer.parseInt(found.group(1));
  }

  int port() {
    return port;
  }

  WebSession administrator() throws IOException, InterruptedException {
    return WebSession.of("admin", port);
  }

  WebSession staff() throws IOException, InterruptedException {
    return WebSession.of(STAFF, port);
  }

  /** Somebody who serves the unit's help desk. */
  void hireStaff() throws IOException, InterruptedException {
    WebSession admin = administrator();
    assertDone(admin.tell("/tenant/create", Map.of("id", UNIT, "name", "Universitas Contoh")));
    assertDone(admin.tell("/user/create", Map.of("credentials", Map.of("password", People.PASSWORD),
        "profile", Map.of("id", STAFF, "firstName", "Lina", "lastName", "Contoh", "email", "lina@contoh.test"))));
    assertDone(admin.tell("PUT", "/group/" + Group.STAF_PUSTIPD.id() + "/members/" + STAFF, Map.of()));
    assertDone(admin.tell("PUT", "/tenant/" + UNIT + "/user-members/" + STAFF, Map.of()));
  }

  private static void assertDone(Answer answer) {
    assertThat(answer.isSuccess()).as(answer.body()).isTrue();
  }

  /** What stays in its heap after a full collection, in megabytes. */
  long liveHeap() throws IOException, InterruptedException {
    Process histogram = new ProcessBuilder(inJdk("jcmd"), Long.toString(process.pid()), "GC.class_histogram").start();
    Matcher live = LIVE_BYTES.matcher(new String(histogram.getInputStream().readAllBytes()));
    assertThat(live.find()).isTrue();
    return Long.parseLong(live.group(1)) >> 20;
  }

  /** What it logged as errors. */
  List<String> errors() {
    return ERROR.matcher(log()).results().map(line -> line.group()).toList();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
