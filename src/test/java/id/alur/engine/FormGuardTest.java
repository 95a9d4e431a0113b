package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** budi and wati are in the same group; each task is budi's, unless a test says otherwise. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormGuardTest {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;

  private WebSession budi;
  private WebSession wati;
  private ProcessInstance trial;
  private String taskId;

  @BeforeAll
  void people() throws Exception {
    budi = WebSession.of(people.member("guard-budi", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
    wati = WebSession.of(people.member("guard-wati", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
  }

  @BeforeEach
  void aTaskOfBudi() {
    trial = procedure.start("guard-budi", TrialProcedure.PROCESS, TrialProcedure.start());
    taskId = TrialProcedure.write(tasks, trial.getId()).getId();
    tasks.setAssignee(taskId, "guard-budi");
  }

  @Test
  void refusesToCompleteATaskThatAColleagueHolds() throws Exception {
    assertRefused(submit(wati, letter("Isi")), "form: Tugas ini sedang dipegang orang lain");
  }

  @Test
  void refusesToCompleteATaskForSomebodyElseAsAdministrator() throws Exception {
    assertRefused(submit(WebSession.of("admin", port), letter("Isi")), "form: Tugas ini sedang dipegang orang lain");
  }

  @Test
  void refusesToCompleteATaskThatNobodyTook() throws Exception {
    tasks.setAssignee(taskId, null);
    assertRefused(submit(budi, letter("Isi")), "form: Tugas ini belum Anda ambil");
  }

  @Test
  void refusesAFieldThatTheFormDoesNotHave() throws Exception {
    assertRefused(submit(budi, Map.of("eligible", value("Boolean", true))),
        "form: Formulir ini tidak mempunyai isian \"eligible\"");
  }

  @ParameterizedTest
  @CsvSource({"letter, Boolean, true", "letter, Long, 7", "pages, String, tujuh", "pages, Boolean, true", "pages, Double, 1.5",
      "checked, String, ya", "checked, Long, 1", "letter, Date, 2026-11-24T10:00:00.000+0700"})
  void refusesAValueOfAnotherType(String field, String type, String typed) throws Exception {
    Object value = switch (type) {
      case "Boolean" -> Boolean.valueOf(typed);
      case "Long" -> Long.valueOf(typed);
      case "Double" -> Double.valueOf(typed);
      default -> typed;
    };
    assertRefused(submit(budi, Map.of(field, value(type, value))), field + ": Isian ini tidak dapat dibaca");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Bytes  | {}",
      "File   | {\"filename\": \"surat.txt\"}",
      "Object | {\"objectTypeName\": \"java.util.ArrayList\", \"serializationDataFormat\": \"application/json\"}",
      "Object | {\"objectTypeName\": \"java.util.ArrayList\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}",
      "Json   | {}",
      "Xml    | {}"})
  void refusesAValueThatIsNotSimple(String type, String info) throws Exception {
    String content = type.equals("Bytes") || type.equals("File") ? Base64.getEncoder().encodeToString("isi".getBytes()) : "[]";
    Map<String, Object> value = new HashMap<>(value(type, content));
    value.put("valueInfo", new ObjectMapper().readValue(info, Map.class));
    Answer answer = submit(budi, Map.of("letter", value));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertNothingMoved();
  }

  @Test
  void refusesATextThatIsTooLong() throws Exception {
    assertRefused(submit(budi, letter("a".repeat(1001))), "letter: Paling banyak 1000 karakter; isian Anda 1001 karakter");
  }

  @Test
  void refusesATextOfTenMegabytesAtItsField() throws Exception {
    assertRefused(submit(budi, letter(tenMegabytes())), "letter: Paling banyak 1000 karakter; isian Anda 10485760 karakter");
  }

  @Test
  void refusesATextOfTenMegabytesInAStartForm() throws Exception {
    long before = runtime.createProcessInstanceQuery().count();
    Answer answer = budi.tell("/process-definition/key/trial/submit-form", Map.of("variables",
        Map.of("unitCode", value("String", TrialProcedure.UNIT), "subject", value("String", tenMegabytes()))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("subject: Paling banyak 20 karakter");
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
  }

  @Test
  void takesATextOfExactlyTheLengthOfItsField() throws Exception {
    assertThat(submit(budi, letter("a".repeat(1000))).status()).isEqualTo(204);
  }

  @Test
  void trimsTexts() throws Exception {
    assertThat(submit(budi, letter("  Isi surat \n")).status()).isEqualTo(204);
    assertThat(runtime.getVariable(trial.getId(), "letter")).isEqualTo("Isi surat");
  }

  @Test
  void keepsABlankTextAsNone() throws Exception {
    assertThat(submit(budi, letter(" \t ")).status()).isEqualTo(204);
    assertThat(runtime.getVariable(trial.getId(), "letter")).isNull();
  }

  @Test
  void startsASecondRoundEmptyExceptForWhatItKeeps() throws Exception {
    Map<String, Object> first = new HashMap<>(letter("Isi surat"));
    first.put("checked", value("Boolean", true));
    first.put("pages", value("Long", 3));
    first.put("again", value("Boolean", true));
    assertThat(submit(budi, first).status()).isEqualTo(204);
    String second = TrialProcedure.write(tasks, trial.getId()).getId();
    assertThat(second).isNotEqualTo(taskId);
    assertThat(tasks.getVariables(second, Arrays.asList("letter", "checked", "pages", "again")).values()).containsOnlyNulls();
    assertThat(tasks.getVariable(second, "subject")).isEqualTo("Surat");
  }

  @Test
  void writesWhatWasTypedOnlyOnceIntoTheHistory() throws Exception {
    submit(budi, letter("  Isi surat  "));
    assertThat(history.createHistoricDetailQuery().processInstanceId(trial.getId()).formFields().count()).isZero();
    assertThat(history.createHistoricDetailQuery().processInstanceId(trial.getId()).variableUpdates().list())
        .extracting(detail -> ((HistoricVariableUpdate) detail).getValue())
        .contains("Isi surat").doesNotContain("  Isi surat  ");
  }

  private Answer submit(WebSession person, Map<String, Object> fields) throws Exception {
    return person.tell("/task/" + taskId + "/submit-form", Map.of("variables", fields));
  }

  private void assertRefused(Answer answer, String sentence) {
    assertThat(answer.status()).as(answer.message()).isEqualTo(400);
    assertThat(answer.isRejectedInput()).isTrue();
    assertThat(answer.message()).contains(sentence);
    assertNothingMoved();
  }

  private void assertNothingMoved() {
    assertThat(TrialProcedure.write(tasks, trial.getId()).getId()).isEqualTo(taskId);
    assertThat(runtime.getVariables(trial.getId()).keySet()).containsOnlyOnce("unitCode", "subject").hasSize(2);
  }

  private static String tenMegabytes() {
    return "a".repeat(10 << 20);
  }

  private static Map<String, Object> letter(String text) {
    return Map.of("letter", value("String", text));
  }

  private static Map<String, Object> value(String type, Object value) {
    return Map.of("type", type, "value", value);
  }
}
