package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The three cases of the source, answer by answer. "-" is any answer or none: it does not matter in that case. */
@Sop({"MS-E1", "MS-E2", "MS-E3"})
class EligibilityTableTest {

  private static final Path TABLE = Path.of("processes/sister-manual-sync/sister-manual-sync-eligibility.dmn");
  private static final Path START_FORM = Path.of("forms/sister-manual-sync/sister-manual-sync-start.html");

  private static final List<String> QUESTIONS =
      List.of("eligibilityCase", "noticeHeld", "automaticSync", "maintenance");

  private static final String EXPECTED = """
      eligibilityCase         noticeHeld automaticSync maintenance | eligible reason
      identifiedByCentralTeam yes        -             -           | true     Data tim pusat menetapkan PT ini harus
      identifiedByCentralTeam no         -             -           | false    Belum ada pemberitahuan tim pusat
      automaticSyncFailed     -          failed        -           | true     pada masa maintenance tidak berhasil
      automaticSyncFailed     -          succeeded     -           | false    tim pusat berhasil, jadi
      automaticSyncFailed     -          notTried      -           | false    belum dicoba oleh tim pusat
      transitionBlocked       -          -             ended       | true     Masa maintenance sudah selesai
      transitionBlocked       -          -             running     | false    Masa maintenance belum selesai
      none                    -          -             -           | false    Tidak satu pun dari ketiga keadaan berlaku
      """;

  private static DmnEngine engine;
  private static DmnDecision table;

  @BeforeAll
  static void readTheTable() throws IOException {
    engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream file = Files.newInputStream(TABLE)) {
      table = engine.parseDecision("sister-manual-sync-eligibility", file);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void decidesAndSaysWhy(String row, List<String> answers, boolean eligible, String reason) {
    for (Map<String, Object> combination : combinations(answers)) {
      List<DmnDecisionResultEntries> results =
          List.copyOf(engine.evaluateDecision(table, Variables.fromMap(combination)));
      assertThat(results).as("%s", combination).hasSize(1);
      assertThat(results.get(0).getEntryMap()).as("%s", combination).containsEntry("eligible", eligible);
      assertThat((String) results.get(0).getEntry("reason")).as("%s", combination).contains(reason).endsWith(".");
    }
  }

  @Test
  void knowsEveryAnswerOfTheStartForm() {
    for (int question = 0; question < QUESTIONS.size(); question++) {
      int column = question;
      List<String> inTable = rowsOfAnswers().map(answers -> answers.get(column)).filter(answer -> !answer.equals("-"))
          .distinct().toList();
      assertThat(inTable).as(QUESTIONS.get(column)).containsExactlyInAnyOrderElementsOf(options(QUESTIONS.get(column)));
    }
  }

  static Stream<Arguments> rows() {
    return EXPECTED.lines().skip(1).map(row -> {
      String[] outcome = row.split("\\| ")[1].split(" +", 2);
      return Arguments.of(row.split(" \\|")[0], answers(row), Boolean.valueOf(outcome[0]), outcome[1]);
    });
  }

  private static Stream<List<String>> rowsOfAnswers() {
    return EXPECTED.lines().skip(1).map(EligibilityTableTest::answers);
  }

  private static List<String> answers(String row) {
    return List.of(row.split(" *\\|")[0].split(" +"));
  }

  /** All that "-" may stand for. */
  private static List<Map<String, Object>> combinations(List<String> answers) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (int question = 0; question < QUESTIONS.size(); question++) {
      all = extend(all, QUESTIONS.get(question), answers.get(question));
    }
    return all;
  }

  private static List<Map<String, Object>> extend(
      List<Map<String, Object>> combinations, String question, String answer) {
    List<Map<String, Object>> extended = new ArrayList<>();
    for (Map<String, Object> combination : combinations) {
      if (answer.equals("-")) {
        extended.add(combination);
      }
      for (String value : answer.equals("-") ? options(question) : List.of(answer)) {
        Map<String, Object> longer = new TreeMap<>(combination);
        longer.put(question, value);
        extended.add(longer);
      }
    }
    return extended;
  }

  private static List<String> options(String question) {
    String select = first("<select id=\"" + question + "\".*?</select>", readStartForm());
    return Pattern.compile("<option value=\"([^\"]+)\"").matcher(select).results()
        .map(option -> option.group(1)).toList();
  }

  private static String first(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().map(MatchResult::group)
        .findFirst().orElseThrow();
  }

  private static String readStartForm() {
    try {
      return Files.readString(START_FORM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
