package id.alur.engine;

/** Which texts each database gives back as they were. */
public final class StorableText {

  private StorableText() {}

  /** Whether {@code text} holds neither U+0000, which PostgreSQL refuses, nor half a surrogate pair, which it alters. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(
        character -> character == 0 || Character.getType(character) == Character.SURROGATE);
  }
}
