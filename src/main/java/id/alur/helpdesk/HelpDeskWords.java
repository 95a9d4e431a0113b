package id.alur.helpdesk;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What the help desk says to people, in Indonesian and English: {@code words/help-desk_*.properties}. */
@Component
class HelpDeskWords {

  static final Locale INDONESIAN = Locale.forLanguageTag("id");
  static final Locale ENGLISH = Locale.ENGLISH;

  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  HelpDeskWords() {
    words.setBasename("words/help-desk");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
  }

  /** @throws org.springframework.context.NoSuchMessageException if there are no such words */
  String in(Locale language, String key, Object... arguments) {
    return words.getMessage(key, arguments, language);
  }

  String in(Locale language, ComplaintFault fault) {
    return in(language, "fault." + fault.name());
  }
}
