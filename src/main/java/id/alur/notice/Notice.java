package id.alur.notice;

import java.util.List;
import java.util.Locale;

/**
 * Tells people that something happened and what to do: without personal numbers or letters.
 *
 * @param recipients e-mail addresses; each gets a mail of its own and sees no other
 * @param subject one line
 * @param lines the paragraphs of the mail
 * @param path where to go in Alur, from "/" on, below {@code alur.base-url}
 * @param language of subject and lines; what every mail says besides is in Indonesian, or in English
 */
public record Notice(List<String> recipients, String subject, List<String> lines, String path, Locale language) {

  /** A notice in Bahasa Indonesia. */
  public Notice(List<String> recipients, String subject, List<String> lines, String path) {
    this(recipients, subject, lines, path, Locale.forLanguageTag("id"));
  }

  public Notice {
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject is one line of text");
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with /: " + path);
    }
    recipients = recipients.stream().distinct().toList();
    lines = List.copyOf(lines);
  }
}
