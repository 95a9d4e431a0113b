package id.alur.journeys;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Counts the journeys that did not run, and says so when all tests are over: a skipped journey is no passed one. */
final class SkippedJourneys implements CloseableResource {

  private final Map<String, Integer> journeysByClass = new TreeMap<>();
  private String reason;

  static SkippedJourneys of(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(SkippedJourneys.class))
        .getOrComputeIfAbsent(SkippedJourneys.class, key -> new SkippedJourneys(), SkippedJourneys.class);
  }

  void add(Class<?> type, String because) {
    reason = because;
    journeysByClass.put(type.getSimpleName(),
        AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN).size());
  }

  @Override
  public void close() {
    int skipped = journeysByClass.values().stream().mapToInt(Integer::intValue).sum();
    String line = "!".repeat(100);
    System.err.printf(
        "%n%s%n!!  %d BROWSER JOURNEYS SKIPPED: nobody has tried the product in a browser.%n!!  %s%n!!  %s%n%s%n%n",
        line, skipped, journeysByClass, reason, line);
  }
}
