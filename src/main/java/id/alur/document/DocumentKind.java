package id.alur.document;

import java.util.List;
import java.util.Locale;

/**
 * A kind of document that forms may ask for; a bean of this type makes it known.
 *
 * @param id what a form's {@code data-reference-kind} says
 * @param maxBytes the largest size, inclusive
 * @param nameEndings the accepted endings of file names, in lower case with their dot
 * @param inspection checks the content
 */
public record DocumentKind(String id, long maxBytes, List<String> nameEndings, Inspection inspection) {

  /** Copies the endings: a kind does not change. */
  public DocumentKind {
    nameEndings = List.copyOf(nameEndings);
  }

  long maxMegabytes() {
    return maxBytes >> 20;
  }

  boolean acceptsName(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return nameEndings.stream().anyMatch(lowerCase::endsWith);
  }
}
