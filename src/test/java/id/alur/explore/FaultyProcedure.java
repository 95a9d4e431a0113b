package id.alur.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The procedure with one fault planted into today's model, deployed as a newer version for as long as it is explored.
 *
 * @param sound what the fault replaces wherever it occurs; the model's diagram is dropped
 */
public record FaultyProcedure(Exploration procedure, RepositoryService repository, Pattern sound, String faulty)
    implements Exploration {

  private static final Pattern DIAGRAM = Pattern.compile("<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", Pattern.DOTALL);

  @Override
  public void prepare() {
    procedure.prepare();
    DeploymentBuilder deployment = repository.createDeployment();
    Stream.of("processes", "forms").flatMap(folder -> files(Path.of(folder, process())))
        .forEach(file -> deployment.addString(file.toString().replace('\\', '/'), text(file)));
    deployment.deploy();
  }

  private String text(Path file) {
    try {
      String text = Files.readString(file);
      return file.endsWith(process() + ".bpmn") ? plant(text) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String plant(String model) {
    assertThat(model).as("the sound model").containsPattern(sound);
    return sound.matcher(DIAGRAM.matcher(model).replaceAll("")).replaceAll(faulty);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String process() {
    return procedure.process();
  }

  @Override
  public Instant begin() {
    return procedure.begin();
  }

  @Override
  public Set<String> bystanders() {
    return procedure.bystanders();
  }

  @Override
  public List<Choice> choices() {
    return procedure.choices();
  }

  @Override
  public List<Invariant> invariants() {
    return procedure.invariants();
  }

  @Override
  public List<Monitor> monitors() {
    return procedure.monitors();
  }

  @Override
  public List<Moment> moments() {
    return procedure.moments();
  }

  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    return procedure.normal(variable, value, places);
  }

  @Override
  public List<String> ownRows() {
    return procedure.ownRows();
  }

  @Override
  public List<String> ownTimes() {
    return procedure.ownTimes();
  }

  @Override
  public Map<String, String> counters() {
    return procedure.counters();
  }

  @Override
  public Set<String> journals() {
    return procedure.journals();
  }

  @Override
  public Duration grain() {
    return procedure.grain();
  }

  @Override
  public boolean timePasses(State state) {
    return procedure.timePasses(state);
  }

  @Override
  public boolean isBeyond(State state) {
    return procedure.isBeyond(state);
  }
}
