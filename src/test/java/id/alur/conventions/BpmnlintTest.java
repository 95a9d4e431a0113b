package id.alur.conventions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The recommended rules of bpmnlint, where Node is present; what must hold everywhere is tested in Java beside it. */
class BpmnlintTest {

  private static final Path PINNED = Path.of("src/test/bpmnlint");
  private static final Path INSTALLED = Path.of("target/bpmnlint");
  private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

  private record Run(int exitCode, String output) {}

  @BeforeAll
  static void install() throws IOException {
    skipUnless(isPresent("node") && isPresent(NPM), "Node and npm are not installed");
    Path lock = INSTALLED.resolve("package-lock.json");
    if (Files.exists(lock) && Files.mismatch(lock, PINNED.resolve("package-lock.json")) < 0) {
      return;
    }
    FileSystemUtils.deleteRecursively(INSTALLED);
    FileSystemUtils.copyRecursively(PINNED, INSTALLED);
    Run install = run(INSTALLED, NPM, "ci", "--ignore-scripts");
    if (install.exitCode() != 0) {
      FileSystemUtils.deleteRecursively(INSTALLED);
    }
    skipUnless(install.exitCode() == 0, "npm could not fetch it:\n" + install.output());
  }

  @Test
  void everyModelKeepsTheRecommendedRules() {
    Run lint = lint(Stream.concat(House.SAMPLE.procedures().stream(), House.ALUR.procedures().stream()));

    assertThat(lint.exitCode()).as("what bpmnlint found:\n%s", lint.output()).isZero();
  }

  @Test
  void findsAPlantedFault() {
    PlantedFault.inModel(" name=\"Pinjaman selesai\"", "", "endEvent_loanDone").within(House.SAMPLE, house -> {
      Run lint = lint(house.procedures().stream());

      assertThat(lint.exitCode()).isNotZero();
      assertThat(lint.output()).contains("endEvent_loanDone", "label-required");
    });
  }

  private static Run lint(Stream<Procedure> procedures) {
    List<String> command = new ArrayList<>(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js"));
    procedures.flatMap(procedure -> procedure.processes().stream())
        .forEach(model -> command.add(model.file().toAbsolutePath().toString()));
    return run(INSTALLED, command.toArray(String[]::new));
  }

  private static boolean isPresent(String program) {
    try {
      return run(PINNED, program, "--version").exitCode() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Run run(Path folder, String... command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void skipUnless(boolean possible, String reason) {
    if (!possible) {
      System.out.println("SKIPPED bpmnlint: " + reason);
    }
    assumeTrue(possible, reason);
  }
}
