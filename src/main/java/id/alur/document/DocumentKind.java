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

  /** A letter, a picture or a screenshot: PDF, PNG or JPEG, by its first bytes too. */
  public static DocumentKind pdfOrPicture(String id, int maxMegabytes) {
    return new DocumentKind(id, (long) maxMegabytes << 20, List.of(".pdf", ".png", ".jpg", ".jpeg"), new PdfOrPicture());
  }

  long maxMegabytes() {
    return maxBytes >> 20;
  }

  boolean acceptsName(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return nameEndings.stream().anyMatch(lowerCase::endsWith);
  }
}
