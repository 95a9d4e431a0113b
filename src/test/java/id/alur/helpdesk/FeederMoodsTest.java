package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.fields;
import static id.alur.partner.neofeeder.NeoFeederSimulator.DOUBLE_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.LECTURER_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.STUDENT_NAME;
import static id.alur.partner.neofeeder.NeoFeederSimulator.STUDENT_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.partner.http.PartnerHttp;
import id.alur.partner.neofeeder.NeoFeederSimulator;
import id.alur.partner.neofeeder.NeoFeederSimulator.Mood;
import id.alur.vault.SecretScan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Feeder over HTTP in every mood: staff read plain words, the complaint always goes on, and nothing about a person stays
 * in the engine.
 */
@AlurTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Sop({"HD-3", "HD-P3"})
class FeederMoodsTest {

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(9);

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private Partners partners;
  @Autowired private PublicDesk desk;
  @Autowired private Complaints complaints;
  @Autowired private RuntimeService runtime;
  @Autowired private DataSource database;

  private NeoFeederSimulator simulator;
  private PartnerHttp http;
  private ComplaintScenario scenario;

  @BeforeEach
  void openTheDeskOfThatFeeder() {
    simulator = new NeoFeederSimulator();
    http = id.alur.partner.http.Partners.onLoopback(simulator.port());
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
    people.member("lina-feeder", Group.STAF_PUSTIPD, NeoFeederSimulator.UNIT);
    patience(LONG_ENOUGH);
  }

  @AfterEach
  void closeAll() {
    partners.forgetWhatWasSaid();
    simulator.close();
    http.destroy();
    ClockUtil.reset();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "KIND                          | belum disinkronkan ke PDDIKTI",
      "CODE_AS_TEXT                  | belum disinkronkan ke PDDIKTI",
      "ONE_OBJECT_AS_DATA            | belum disinkronkan ke PDDIKTI",
      "NO_DATA                       | belum mempunyai profil PT",
      "NULL_AS_DATA                  | bukan jawaban Feeder",
      "TEXTS_AS_DATA                 | ",
      "OBJECT_WITHOUT_FIELDS_AS_DATA | belum mempunyai profil PT",
      "IGNORES_FILTERS               | belum disinkronkan ke PDDIKTI",
      "REFUSES_EVERY_TOKEN           | kode 100",
      "OUTDATED                      | kode 104",
      "WITHOUT_FUNCTIONS             | kode 13",
      "REFUSES                       | kode 106",
      "TALKS_HTML                    | bukan jawaban Feeder",
      "TALKS_OTHER_JSON              | bukan jawaban Feeder",
      "EMPTY_ANSWER                  | bukan jawaban Feeder",
      "BROKEN_JSON                   | bukan jawaban Feeder",
      "NOT_FOUND                     | bukan jawaban Feeder",
      "REDIRECTS                     | bukan jawaban Feeder",
      "BAD_GATEWAY                   | kode HTTP 502",
      "BAD_GATEWAY_WITH_JSON         | kode HTTP 502",
      "CUTS_BEFORE_THE_ANSWER        | tidak sampai dengan utuh",
      "CUTS_IN_THE_ANSWER            | tidak sampai dengan utuh",
      "ANSWERS_3_GIGABYTES           | tidak sampai dengan utuh"})
  void saysWhatFeederMeansAndGoesOn(Mood mood, String words) {
    simulator.mood(mood).saying("Data %s salah");
    assertThat(diagnosisOf("student", STUDENT_NUMBER)).contains(words == null ? "Alur" : words);
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = Mode.INCLUDE, names = {"SILENT", "DRIPS_HEAD", "DRIPS_BODY"})
  void waitsNoLongerThanItMay(Mood mood) {
    patience(PATIENCE);
    simulator.mood(mood);
    assertThat(diagnosisOf("lecturer", LECTURER_NUMBER)).contains("tidak sampai dengan utuh pada waktunya");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "student  | NULL_AS_DATA     | Feeder tidak mempunyai mahasiswa itu",
      "student  | NO_DATA          | Feeder tidak mempunyai mahasiswa itu",
      "student  | REFUSES          | kode 106",
      "student  | TALKS_HTML       | bukan jawaban Feeder",
      "student  | BAD_GATEWAY      | kode HTTP 502",
      "lecturer | NULL_AS_DATA     | Feeder tidak mempunyai dosen itu",
      "lecturer | KIND             | Dosen itu ada",
      "lecturer | OUTDATED         | kode 104"})
  void saysWhatItMeansOfThePersonConcerned(String subject, Mood mood, String words) {
    simulator.mood(subject.equals("student") ? "GetListMahasiswa" : "GetListDosen", mood).saying("Data %s salah");
    assertThat(diagnosisOf(subject, subject.equals("student") ? STUDENT_NUMBER : LECTURER_NUMBER)).contains(words);
  }

  @Test
  void tellsOfTwoRegistrationsAndOfAnUnknownNumberWithoutNamingAnybody() {
    assertThat(diagnosisOf("student", DOUBLE_NUMBER)).contains("tercatat 2 kali");
    assertThat(diagnosisOf("student", "2024109999")).contains("tidak mempunyai mahasiswa itu");
    assertThat(diagnosisOf("student", STUDENT_NAME)).contains("Mahasiswa itu ada");
    assertThat(diagnosisOf("student", "' or 1=1 --")).contains("Alur");
  }

  @Test
  void quotesNobodyWhomFeederNamesInItsOwnWords() {
    simulator.mood("GetListMahasiswa", Mood.REFUSES).saying("Kesalahan SQL: %s");
    assertThat(diagnosisOf("student", STUDENT_NAME)).contains("kode 106", "Kesalahan SQL", "***");
  }

  @Test
  void goesOnWhenFeederIsNotThere(CapturedOutput log) {
    simulator.close();
    assertThat(diagnosisOf("feeder", null)).contains("tidak dapat tersambung");
    assertThat(log).doesNotContain("\tat ");
  }

  @AfterAll
  void nobodyIsNamedInTheEngine() {
    for (String marker : List.of(STUDENT_NUMBER, DOUBLE_NUMBER, LECTURER_NUMBER, STUDENT_NAME, "BUDI SANTOS", USERNAME)) {
      assertThat(new SecretScan(marker).findIn(database)).as(marker).noneMatch(column -> column.contains("ACT_"));
    }
  }

  /** Checked on the way: the words are plain, and the complaint waits for a person. */
  private String diagnosisOf(String subject, String identifier) {
    ProcessInstance complaint = scenario.caseOf(desk.submit(complaintOf(identifier)));
    procedure.submit("lina-feeder", complaint, "userTask_triage",
        fields("kind", "studentData", "urgency", "normal", "feederSubject", subject));
    partners.areCalled();
    assertThat(procedure.openTasksOf(complaint)).containsExactly("userTask_process");
    String diagnosis = (String) runtime.getVariable(complaint.getId(), "diagnosis");
    assertThat(diagnosis).hasSizeBetween(40, 1500)
        .doesNotContain("Exception", "java.", "id.alur", "<", "\n", "http://", "sandi", "AINI", "Aini");
    return diagnosis;
  }

  private static NewComplaint complaintOf(String identifier) {
    ComplaintAnswers answers = new ComplaintAnswers(Channel.PAGE, RequesterRole.STUDENT, ComplaintKind.STUDENT_DATA,
        "Contoh Pemohon", ComplaintScenario.REQUESTER, identifier, "Nama salah", "Nama di Feeder salah.");
    return new NewComplaint(NeoFeederSimulator.UNIT, HelpDeskWords.INDONESIAN, answers, null, UUID.randomUUID().toString(),
        List.of());
  }

  private void patience(Duration patience) {
    partners.neoFeeder().isAt(simulator, http, NeoFeederSimulator.UNIT, patience);
  }
}
