package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A release of one procedure is a folder, or the jar that was made of it. */
@AlurTest
class ProcedureDeploymentsTest {

  @TempDir Path folder;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired HistoryService history;

  private String slug;

  @BeforeEach
  void aRelease() throws IOException {
    slug = "release-" + UUID.randomUUID();
    write("processes/%s/%s.bpmn".formatted(slug, slug), Bpmn.convertToString(Bpmn.createExecutableProcess(slug)
        .startEvent().userTask("userTask_first").camundaFormKey(formKey("first"))
        .userTask("userTask_second").camundaFormKey(formKey("second")).endEvent().done()));
    write(form("first"), "<form>satu</form>");
    write(form("second"), "<form>dua</form>");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "file:/srv/processes/alur/target/classes/forms/help-desk/help-desk-start.html",
      "jar:file:/srv/forms/alur.jar!/forms/help-desk/help-desk-start.html",
      "jar:nested:/srv/alur.jar/!BOOT-INF/classes/!/forms/help-desk/help-desk-start.html"})
  void namesAFileTheSameHoweverAlurIsPacked(String url) {
    assertThat(ProcedureDeployments.name("forms", url)).isEqualTo("forms/help-desk/help-desk-start.html");
  }

  @Test
  void makesNoSecondVersionOfWhatDidNotChange() throws IOException {
    deployFolder();
    deployFolder();
    assertThat(versions()).containsExactly(1);
  }

  @Test
  void makesNoSecondVersionWhenTheFolderBecomesAJar() throws IOException {
    deployFolder();
    deploy(jarOfFolder());
    assertThat(versions()).containsExactly(1);
    assertThat(repository.createDeploymentQuery().deploymentName(slug).count()).isEqualTo(1);
  }

  @Test
  void deploysAllFilesOfAProcedureTogether() throws IOException {
    deployFolder();
    String deployment = repository.createDeploymentQuery().deploymentName(slug).singleResult().getId();
    assertThat(repository.getDeploymentResourceNames(deployment)).containsExactlyInAnyOrder(
        "processes/%s/%s.bpmn".formatted(slug, slug), form("first"), form("second"));
  }

  @Test
  void givesAChangedFormToNewCasesAndLeavesRunningOnesTheirs() throws IOException {
    deployFolder();
    ProcessInstance running = start();
    write(form("second"), "<form>dua, diperbaiki</form>");
    deployFolder();
    ProcessInstance fresh = start();

    assertThat(versions()).containsExactly(1, 2);
    assertThat(formAfterFirstTask(running)).isEqualTo("<form>dua</form>");
    assertThat(formAfterFirstTask(fresh)).isEqualTo("<form>dua, diperbaiki</form>");
    complete(running);
    assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(running.getId()).finished().count()).isEqualTo(1);
  }

  private ProcessInstance start() {
    return runtime.startProcessInstanceByKey(slug, Map.of("unitCode", "001042"));
  }

  private String formAfterFirstTask(ProcessInstance found) throws IOException {
    complete(found);
    String task = tasks.createTaskQuery().processInstanceId(found.getId()).singleResult().getId();
    try (InputStream form = forms.getDeployedTaskForm(task)) {
      return new String(form.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void complete(ProcessInstance found) {
    tasks.complete(tasks.createTaskQuery().processInstanceId(found.getId()).singleResult().getId());
  }

  private List<Integer> versions() {
    return repository.createProcessDefinitionQuery().processDefinitionKey(slug).orderByProcessDefinitionVersion().asc()
        .list().stream().map(definition -> definition.getVersion()).toList();
  }

  private void deployFolder() throws IOException {
    deploy(folder);
  }

  private void deploy(Path release) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {release.toUri().toURL()}, null)) {
      new ProcedureDeployments(repository, new PathMatchingResourcePatternResolver(loader)).afterSingletonsInstantiated();
    }
  }

  /** With the folders as entries of their own, as Maven writes them. */
  private Path jarOfFolder() throws IOException {
    Path jar = Files.createTempFile(folder.getParent(), "release", ".jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out);
        var files = Files.walk(folder)) {
      for (Path file : files.filter(path -> !path.equals(folder)).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, entries);
        }
      }
    }
    return jar;
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private String form(String name) {
    return "forms/%s/%s-%s.html".formatted(slug, slug, name);
  }

  private String formKey(String name) {
    return "embedded:deployment:" + form(name);
  }
}
