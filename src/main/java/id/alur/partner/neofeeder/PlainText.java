package id.alur.partner.neofeeder;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** What Feeder says, made fit for people's eyes and our tables: one short line without markup and personal numbers. */
final class PlainText {

  private static final int LONGEST_READ = 2000;
  private static final int SHORTEST_HIDDEN = 3;
  private static final String HIDDEN = "***";
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}<>]+");
  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

  /** Six digits or more, also with dots and hyphens in between, and words of the length of a token. */
  private static final Pattern TELLING = Pattern.compile(
      "[\\p{L}\\p{Nd}]*\\p{Nd}(?:[.-]?\\p{Nd}){5,}[\\p{L}\\p{Nd}]*|\\S{32,}");

  private PlainText() {}

  /** {@code said} in at most {@code longest} characters, without the texts in {@code secrets}. */
  static String of(String said, int longest, Collection<String> secrets) {
    String hidden = hide(said, secrets);
    String beginning = hidden.substring(0, Math.min(hidden.length(), LONGEST_READ));
    String text = NOT_TEXT.matcher(Jsoup.parse(beginning).text()).replaceAll(" ");
    // again: markup may have stood between its letters
    String line = SPACES.matcher(TELLING.matcher(hide(text, secrets)).replaceAll(HIDDEN)).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= longest ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static String hide(String text, Collection<String> secrets) {
    String hidden = text;
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_HIDDEN) {
        hidden = inAnyWriting(secret).matcher(hidden).replaceAll(HIDDEN);
      }
    }
    return hidden;
  }

  /** As it is, or as JSON or SQL quotes it: Feeder may repeat a question as it read it. */
  private static Pattern inAnyWriting(String secret) {
    return Pattern.compile(secret.codePoints().mapToObj(PlainText::inAnyWriting).collect(Collectors.joining()),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String inAnyWriting(int character) {
    String itself = Character.toString(character);
    String escaped = itself.chars().mapToObj("\\\\+u%04x"::formatted).collect(Collectors.joining());
    String quoted = switch (character) {
      case '\\' -> "\\\\+";
      case '\'' -> "\\\\*'+";
      default -> "\\\\*" + Pattern.quote(itself);
    };
    return "(?:" + quoted + "|" + escaped + ")";
  }
}
