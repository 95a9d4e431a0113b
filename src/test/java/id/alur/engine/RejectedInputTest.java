package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However deep a refusal is thrown, Tasklist gets it whole, and nobody who operates Alur is alarmed by it. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class RejectedInputTest {

  private static final String START = "/process-definition/key/trial/submit-form";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired TaskService tasks;

  private WebSession sari;
  private String task;

  @BeforeEach
  void aTaskThatNobodyTook() throws Exception {
    sari = WebSession.of(people.member("sari", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
    String caseId = procedure.start("sari", TrialProcedure.PROCESS, TrialProcedure.start()).getId();
    task = "/task/" + TrialProcedure.write(tasks, caseId).getId();
  }

  @Test
  void answersOneLinePerFieldOfAStartForm(CapturedOutput output) throws Exception {
    Answer answer = sari.tell(START, fields("subject", "a".repeat(21), "copies", "dua"));
    assertRefused(answer, output);
    assertThat(linesOf(answer)).containsExactlyInAnyOrder(
        "subject: Paling banyak 20 karakter; isian Anda 21 karakter. Persingkat isian ini.",
        "copies: Isian ini tidak dapat dibaca. Isi lagi melalui formulir.");
  }

  @Test
  void answersOneLinePerFieldOfATaskForm(CapturedOutput output) throws Exception {
    Answer answer = sari.tell(task + "/submit-form", fields("letter", "a".repeat(1001), "pages", "tiga"));
    assertRefused(answer, output);
    assertThat(linesOf(answer)).containsExactlyInAnyOrder(
        "letter: Paling banyak 1000 karakter; isian Anda 1001 karakter. Persingkat isian ini.",
        "pages: Isian ini tidak dapat dibaca. Isi lagi melalui formulir.");
  }

  @Test
  void unwrapsWhatAnExecutionListenerRefuses(CapturedOutput output) throws Exception {
    Answer answer = sari.tell(START, fields("unitCode", "999999", "subject", "Surat"));
    assertRefused(answer, output);
    assertThat(linesOf(answer)).singleElement().asString().startsWith("unitCode: Akun Anda tidak terdaftar untuk kode ini.");
  }

  @Test
  void unwrapsWhatATaskListenerRefuses(CapturedOutput output) throws Exception {
    Answer answer = sari.tell(task + "/submit-form", fields("letter", "Isi surat", "subject", "Surat"));
    assertRefused(answer, output);
    assertThat(linesOf(answer)).singleElement().asString().startsWith("form: Tugas ini belum Anda ambil");
  }

  /** Without this, silence in the log would prove nothing. */
  @Test
  void leavesOtherFailuresInTheLog(CapturedOutput output) throws Exception {
    // an exploration in the same JVM turns it off
    LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.camunda.bpm.engine.context", LogLevel.ERROR);
    assertThat(sari.tell("/task/unknown/submit-form", fields("letter", "Isi", "subject", "Surat")).status()).isEqualTo(500);
    assertThat(output).contains("ERROR");
  }

  private static void assertRefused(Answer answer, CapturedOutput output) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.isRejectedInput()).isTrue();
    assertThat(output).doesNotContain("ERROR", "Exception");
  }

  /** The lines behind the engine's own first words, such as "Cannot submit task form ID: ". */
  private static String[] linesOf(Answer answer) {
    return answer.message().replaceFirst("^Cannot [^:]+(:\\d+)?(:[0-9a-f-]+)?: ", "").split("\n");
  }

  private static Map<String, Object> fields(String first, String text, String second, String other) {
    return Map.of("variables", Map.of(first, Map.of("type", "String", "value", text),
        second, Map.of("type", "String", "value", other)));
  }
}
