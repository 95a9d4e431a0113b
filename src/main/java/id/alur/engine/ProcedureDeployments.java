package id.alur.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys each procedure as one deployment that holds all its models and forms, before the first request is served.
 *
 * <p>The names ("processes/slug/slug.bpmn") are the same in an exploded run and in the jar, so that nothing becomes a
 * new version unless its content changed. If one file changed, all go along: a case keeps the forms of its version.
 */
@Component
final class ProcedureDeployments implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(ProcedureDeployments.class);

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;

  ProcedureDeployments(RepositoryService repository, ResourcePatternResolver resources) {
    this.repository = repository;
    this.resources = resources;
  }

  @Override
  public void afterSingletonsInstantiated() {
    filesBySlug().forEach(this::deploy);
  }

  private void deploy(String slug, Map<String, Resource> files) {
    DeploymentBuilder builder = repository.createDeployment().name(slug).source("alur").enableDuplicateFiltering(false);
    files.forEach((name, file) -> addTo(builder, name, file));
    builder.deploy();
    log.info("Procedure {} deployed from {} files", slug, files.size());
  }

  private static void addTo(DeploymentBuilder builder, String name, Resource file) {
    try (InputStream content = file.getInputStream()) {
      builder.addInputStream(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Map<String, Resource>> filesBySlug() {
    Map<String, Map<String, Resource>> bySlug = new TreeMap<>();
    for (String root : new String[] {"processes", "forms"}) {
      for (Resource file : find("classpath*:" + root + "/*/*.*")) {
        String name = nameFrom(root, file);
        String slug = name.split("/")[1];
        bySlug.computeIfAbsent(slug, s -> new TreeMap<>()).put(name, file);
      }
    }
    return bySlug;
  }

  private Resource[] find(String pattern) {
    try {
      return resources.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameFrom(String root, Resource file) {
    try {
      return name(root, file.getURL().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of a URL, into a folder or a jar, that does not depend on where Alur lies. */
  static String name(String root, String url) {
    return url.substring(url.lastIndexOf("/" + root + "/") + 1);
  }
}
