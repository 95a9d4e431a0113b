package id.alur.crash;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.PracticeRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One process of the product, from its start to its end. */
final class Node {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
  private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)/\\s");

  private final String name;
  private final int life;
  private final Path folder;
  private final Process process;

  private Node(String name, int life, Path folder, Process process) {
    this.name = name;
    this.life = life;
    this.folder = folder;
    this.process = process;
  }

  /** Returns at once; {@link #port} waits. The number and the folder are this life's own. */
  static Node start(String name, int life, Path folder, List<String> arguments) throws IOException {
    List<String> command = Stream.concat(
        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            PracticeRun.class.getName(), "--server.port=0", "--alur.act.node=" + name, "--alur.crash.folder=" + folder),
        arguments.stream()).toList();
    return new Node(name, life, folder, new ProcessBuilder(command)
        .redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile()).start());
  }

  String name() {
    return name;
  }

  /** How many nodes were started before, and this one. */
  int life() {
    return life;
  }

  /** Where it listens, as soon as it does. */
  int port() {
    Awaitility.await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive() || PORT.matcher(log()).find());
    Matcher port = PORT.matcher(log());
    assertThat(port.find()).as(this::log).isTrue();
    return Integer.parseInt(port.group(1));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether a case stands at this point. */
  boolean isHeldAt(Point point) {
    return Files.exists(folder.resolve(point.name()));
  }

  /** Lets all go on that it holds, and holds nobody any more. */
  void spare() throws IOException {
    Files.createFile(folder.resolve(HoldPoints.SPARED));
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as an operator does. */
  void askToStop() {
    process.destroy();
  }

  void awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)).as(this::log).isTrue();
  }

  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  String log() {
    try {
      return Files.readString(folder.resolve("output.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
