package id.alur.document;

import java.util.regex.Pattern;

/** Makes the name that a browser reports safe to keep and to show. */
final class FileName {

  private static final int MAX_LENGTH = 255;
  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  /** Control characters, and invisible ones such as those that turn the direction of writing. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private FileName() {}

  /** The name without path and invisible characters, at most 255 long, its ending kept; "berkas" if nothing remains. */
  static String clean(String reported) {
    String name = INVISIBLE.matcher(PATH.matcher(reported).replaceFirst("")).replaceAll("").strip();
    return name.isEmpty() ? "berkas" : shorten(name);
  }

  private static String shorten(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = name.length() - dot <= 10 ? name.substring(dot) : "";
    int cut = MAX_LENGTH - ending.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + ending;
  }
}
