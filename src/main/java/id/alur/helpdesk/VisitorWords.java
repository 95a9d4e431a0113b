package id.alur.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the public page says, in the language that the visitor chose by {@code ?lang=}: Indonesian unless it is English.
 *
 * <p>Templates call public methods only.
 */
record VisitorWords(HelpDeskWords words, Locale language) {

  /** The request attribute, and the variable of the templates, that holds them. */
  static final String NAME = "say";

  private static final String ENGLISH_QUERY = "lang=en";

  /** Looks at the address alone: asking for a parameter would read the post. */
  static VisitorWords of(HttpServletRequest request, HelpDeskWords words) {
    String query = request.getQueryString();
    boolean english = query != null && Arrays.asList(query.split("&")).contains(ENGLISH_QUERY);
    return new VisitorWords(words, english ? HelpDeskWords.ENGLISH : HelpDeskWords.INDONESIAN);
  }

  public String of(String key, Object... arguments) {
    return words.in(language, key, arguments);
  }

  String of(ComplaintFault fault) {
    return words.in(language, fault);
  }

  /** To the minute, with the name of the zone. */
  public String time(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern(of("time.pattern"), language).format(moment.atZone(zone));
  }

  public boolean isEnglish() {
    return language.equals(HelpDeskWords.ENGLISH);
  }

  /** What an address of ours ends with, so that the language stays. */
  public String query() {
    return isEnglish() ? "?" + ENGLISH_QUERY : "";
  }

  /** As {@link #query()}, with one more parameter unless it is null. */
  String queryWith(String name, String value) {
    return value == null ? query() : (isEnglish() ? query() + "&" : "?") + name + "=" + value;
  }

  public VisitorWords inOtherLanguage() {
    return new VisitorWords(words, isEnglish() ? HelpDeskWords.INDONESIAN : HelpDeskWords.ENGLISH);
  }
}
