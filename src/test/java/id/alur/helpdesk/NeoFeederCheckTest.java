package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.partner.neofeeder.Failure.Kind;
import id.alur.partner.neofeeder.Lecturer;
import id.alur.partner.neofeeder.Search;
import id.alur.partner.neofeeder.StandInNeoFeeder;
import id.alur.partner.neofeeder.Student;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeoFeederCheckTest {

  private static final String UNIT = "001999";
  private static final String NUMBER = "2024100077";

  private final StandInNeoFeeder feeder = new StandInNeoFeeder();
  private final NeoFeederCheck check = new NeoFeederCheck(feeder);

  @Test
  void looksForTheStudentWhomTheRequesterNamed() {
    feeder.knowsStudents(new Student("AKTIF", "S1 Informatika", "2024/2025 Ganjil", "", true));

    Diagnosis diagnosis = diagnose(Subject.STUDENT, "NIM " + NUMBER);

    assertThat(feeder.lastSearch()).isEqualTo(new Search(Search.By.NUMBER, NUMBER));
    assertThat(diagnosis.words()).contains("mahasiswa dengan NIM dari keluhan", "status AKTIF")
        .doesNotContain(NUMBER);
  }

  @Test
  void looksForTheLecturerWhomTheRequesterNamed() {
    feeder.knowsLecturers(new Lecturer("Aktif"));

    assertThat(diagnose(Subject.LECTURER, "Wayan Contoh").words())
        .contains("dosen dengan nama dari keluhan", "status Aktif").doesNotContain("Wayan");
  }

  @Test
  void asksForNobodyIfFeederItselfIsTheSubject() {
    assertThat(diagnose(Subject.FEEDER_ITSELF, NUMBER).words()).contains("Feeder menjawab dengan benar");
    assertThat(feeder.lastSearch()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void asksForNobodyIfFeederDoesNotAnswer(Kind kind) {
    feeder.fails(kind);

    Diagnosis diagnosis = diagnose(Subject.STUDENT, NUMBER);

    assertThat(diagnosis).isEqualTo(diagnose(Subject.FEEDER_ITSELF, null));
    assertThat(feeder.lastSearch()).isNull();
  }

  @Test
  void asksForNobodyInTheFeederOfAnotherUnit() {
    feeder.belongsTo("001998");

    assertThat(diagnose(Subject.STUDENT, NUMBER).words()).contains("milik PT lain");
    assertThat(feeder.lastSearch()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "?", "x' or '1'='1", "<script>"})
  void saysWhatIsMissingIfTheRequesterNamedNobody(String identifier) {
    assertThat(diagnose(Subject.STUDENT, identifier).words()).contains("tidak menyebut NIM, NIDN, atau nama");
    assertThat(feeder.lastSearch()).isNull();
  }

  private Diagnosis diagnose(Subject subject, String identifier) {
    return check.diagnose(UNIT, subject, identifier, Duration.ofSeconds(20));
  }
}
