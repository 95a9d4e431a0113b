package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.partner.neofeeder.Failure;
import id.alur.partner.neofeeder.Failure.Kind;
import id.alur.partner.neofeeder.Lecturer;
import id.alur.partner.neofeeder.Profile;
import id.alur.partner.neofeeder.Reply;
import id.alur.partner.neofeeder.Reply.Failed;
import id.alur.partner.neofeeder.Reply.Found;
import id.alur.partner.neofeeder.Reply.NothingFound;
import id.alur.partner.neofeeder.Search.By;
import id.alur.partner.neofeeder.Student;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes from Feeder becomes plain words that say what to do next. */
class DiagnosisTest {

  private static final String UNIT = "001999";
  private static final String LONGEST_FACT = "A".repeat(60);
  private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|error|token|login|server|expired?|invalid|failed|"
      + "not|check|update|sync|time-?out|web|service|request|unknown|found|student|lecturer|feeder is)\\b");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.?!](\\s|$)");

  @ParameterizedTest
  @MethodSource("diagnoses")
  void saysInOneToThreeIndonesianSentencesWhatToDo(Diagnosis diagnosis) {
    assertThat(diagnosis.words()).doesNotContainPattern(ENGLISH).endsWith(".").hasSizeLessThanOrEqualTo(1500)
        .containsPattern("(?i)(periksa|cari|minta|tanyakan|perbarui|bandingkan|sinkronkan) ");
    assertThat(END_OF_SENTENCE.matcher(diagnosis.words()).results().count()).isBetween(2L, 3L);
  }

  static Stream<Diagnosis> diagnoses() {
    Stream<Diagnosis> failures = Arrays.stream(Kind.values()).map(kind -> failed(kind, 0, ""));
    Student longest = new Student(LONGEST_FACT, LONGEST_FACT, LONGEST_FACT, LONGEST_FACT, true);
    Stream<Diagnosis> answers = Stream.of(
        Diagnosis.ofFeeder(found(new Profile(UNIT)), UNIT), Diagnosis.ofFeeder(found(new Profile("001998")), UNIT),
        Diagnosis.ofFeeder(new NothingFound<>(), UNIT), Diagnosis.withoutPerson(),
        Diagnosis.ofStudent(By.NUMBER, new NothingFound<>()), Diagnosis.ofStudent(By.NUMBER, found(longest)),
        Diagnosis.ofStudent(By.NUMBER, new Found<>(Collections.nCopies(10, longest))),
        Diagnosis.ofStudent(By.NAME, found(longest, longest)),
        Diagnosis.ofLecturer(By.NUMBER, new NothingFound<>()),
        Diagnosis.ofLecturer(By.NUMBER, found(new Lecturer(""))),
        Diagnosis.ofLecturer(By.NAME, found(new Lecturer("Aktif"), new Lecturer("Aktif"))));
    return Stream.concat(failures, answers);
  }

  @Test
  void noTwoReasonsSoundAlike() {
    Set<String> words = Arrays.stream(Kind.values()).map(kind -> failed(kind, 0, "").words()).collect(Collectors.toSet());

    assertThat(words).hasSize(Kind.values().length);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onlyAnExpiredServiceOrAnotherVersionAsksForAnUpdate(Kind kind) {
    assertThat(failed(kind, 0, "").updateCause()).isEqualTo(switch (kind) {
      case SERVICE_OUTDATED -> UpdateCause.FEEDER_OUTDATED;
      case FUNCTION_UNKNOWN -> UpdateCause.VERSION_CHANGED;
      default -> null;
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_CONFIGURED", "NOT_ALLOWED", "NOT_CONNECTED"})
  void claimsNoQuestionThatWasNotAsked(Kind kind) {
    assertThat(failed(kind, 0, "").words()).doesNotContain("Alur mencari", "Alur menanyakan");
  }

  @Test
  void quotesAReasonThatAlurDoesNotKnow() {
    assertThat(failed(Kind.REFUSED, 106, "Hanya Admin PT").words())
        .contains("Feeder menjawab dengan kode 106: “Hanya Admin PT”.");
    assertThat(failed(Kind.REFUSED, 14, "").words()).contains("Feeder menjawab dengan kode 14. ");
    assertThat(failed(Kind.SERVER_FAILED, 502, "").words()).contains("(kode HTTP 502)");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "AKTIF | S1 Gizi | 2024/2025 Ganjil | '' | status AKTIF, program studi S1 Gizi, masuk 2024/2025 Ganjil.",
      "Lulus | '' | 2020/2021 Ganjil | 20241 | status Lulus, masuk 2020/2021 Ganjil, keluar pada periode 20241.",
      "'' | '' | '' | '' | status tidak disebutkan."})
  void tellsWhatFeederKnowsOfAStudent(String status, String programme, String entry, String exit, String words) {
    assertThat(Diagnosis.ofStudent(By.NUMBER, found(new Student(status, programme, entry, exit, false))).words())
        .isEqualTo("Alur mencari mahasiswa dengan NIM dari keluhan di Feeder. Mahasiswa itu ada: " + words
            + " Bandingkan dengan datanya di SIAKAD.");
  }

  @Test
  void tellsThatAStudentWaitsToBeSynced() {
    assertThat(Diagnosis.ofStudent(By.NAME, found(new Student("AKTIF", "", "", "", true))).words())
        .startsWith("Alur mencari mahasiswa dengan nama dari keluhan").contains("belum disinkronkan ke PDDIKTI");
  }

  @Test
  void tellsOneNumberWithSeveralRegistrationsFromSeveralPeopleOfOneName() {
    Reply<Student> two =
        found(new Student("AKTIF", "", "", "", false), new Student("Lulus", "", "", "", false));

    assertThat(Diagnosis.ofStudent(By.NUMBER, two).words())
        .contains("tercatat 2 kali: status AKTIF; status Lulus. Periksa apakah ini data ganda");
    assertThat(Diagnosis.ofStudent(By.NAME, two).words()).contains("Tanyakan NIM kepada pelapor");
  }

  @SafeVarargs
  private static <T> Reply<T> found(T... rows) {
    return new Found<>(List.of(rows));
  }

  private static Diagnosis failed(Kind kind, int code, String said) {
    return Diagnosis.ofStudent(By.NUMBER, new Failed<>(new Failure(kind, code, said)));
  }
}
