package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HelpDeskWordsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private final Map<String, String> indonesian = wordsIn("id");
  private final Map<String, String> english = wordsIn("en");

  @Test
  void areCompleteInBothLanguages() {
    assertThat(indonesian.keySet()).isEqualTo(english.keySet());
    assertThat(indonesian.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void takeTheSameArgumentsInBothLanguages() {
    assertThat(english).allSatisfy((key, text) ->
        assertThat(placeholders(indonesian.get(key))).as(key).isEqualTo(placeholders(text)));
  }

  @Test
  void haveASentenceForEveryFault() {
    HelpDeskWords words = new HelpDeskWords();
    for (ComplaintFault fault : ComplaintFault.values()) {
      assertThatCode(() -> words.in(HelpDeskWords.INDONESIAN, fault)).doesNotThrowAnyException();
    }
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> wordsIn(String language) {
    Properties properties = new Properties();
    try (Reader file = new InputStreamReader(
        HelpDeskWords.class.getResourceAsStream("/words/help-desk_" + language + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, text) -> words.put((String) key, (String) text));
    return words;
  }
}
