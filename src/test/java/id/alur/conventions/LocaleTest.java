package id.alur.conventions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each web app with an id.json is wholly in Bahasa Indonesia; the measure is the en.json that Camunda bundles. */
class LocaleTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private static final Set<String> EMPTY_ON_PURPOSE = Set.of("BANNER_CE_EOL_TEXT", "NO_TASK_FORM");
  private static final Set<String> SAME_IN_BOTH_LANGUAGES = Set.of("Diagram", "Filter", "Label", "<", "<=", ">", ">=");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome"})
  void translatesEveryLabelAndNoOther(String app) {
    assertThat(indonesian(app).keySet())
        .as("labels of %s: add what is missing to locales/id.json, drop what en.json does not have", app)
        .isEqualTo(english(app).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome"})
  void leavesNoLabelEmpty(String app) {
    assertThat(indonesian(app).entrySet())
        .as("labels of %s", app)
        .allSatisfy(label -> assertThat(label.getValue().isBlank())
            .as("%s: write its text", label.getKey())
            .isEqualTo(EMPTY_ON_PURPOSE.contains(label.getKey())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome"})
  void keepsThePlaceholdersOfEveryLabel(String app) {
    Map<String, String> indonesian = indonesian(app);
    assertThat(english(app)).allSatisfy((key, text) ->
        assertThat(placeholders(indonesian.getOrDefault(key, "")))
            .as("%s of %s: use the same {{placeholders}} as the English text", key, app)
            .isEqualTo(placeholders(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome"})
  void leavesNoLabelInEnglish(String app) {
    Map<String, String> english = english(app);
    assertThat(indonesian(app)).allSatisfy((key, text) -> {
      if (!text.isEmpty() && !SAME_IN_BOTH_LANGUAGES.contains(text)) {
        assertThat(text).as("%s of %s: translate it", key, app).isNotEqualTo(english.get(key));
      }
    });
  }

  @Test
  void datesOfTasklistAreCompleteInIndonesian() {
    JsonNode indonesian = read(ours("tasklist")).path("dateLocales");
    JsonNode english = read(bundled("tasklist")).path("dateLocales");
    for (String names : List.of("months", "monthsShort", "weekdays", "weekdaysMin", "weekdaysShort")) {
      assertThat(indonesian.path(names)).as("dateLocales.%s", names)
          .hasSameSizeAs(english.path(names))
          .doesNotHaveDuplicates();
    }
    for (String phrases : List.of("calendar", "longDateFormat", "relativeTime")) {
      assertThat(indonesian.path(phrases).fieldNames()).toIterable().as("dateLocales.%s", phrases)
          .containsExactlyInAnyOrderElementsOf(() -> english.path(phrases).fieldNames());
    }
  }

  private static Map<String, String> indonesian(String app) {
    return labels(ours(app));
  }

  private static Map<String, String> english(String app) {
    return labels(bundled(app));
  }

  private static URL ours(String app) {
    return resources(app, "id").get(0);
  }

  /** Only a jar holds Camunda's own file: one of ours by the same name would hide it. */
  private static URL bundled(String app) {
    return resources(app, "en").stream().filter(url -> url.getProtocol().equals("jar")).findFirst().orElseThrow();
  }

  private static List<URL> resources(String app, String language) {
    String name = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
    try {
      return Collections.list(LocaleTest.class.getClassLoader().getResources(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> labels(URL file) {
    return new ObjectMapper().convertValue(read(file).path("labels"), new TypeReference<>() {});
  }

  private static JsonNode read(URL file) {
    try (InputStream in = file.openStream()) {
      return new ObjectMapper().readTree(withoutByteOrderMark(new String(in.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Set<String> placeholders(String text) {
    return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList());
  }
}
