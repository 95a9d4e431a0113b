package id.alur.partner.neofeeder;

import static id.alur.partner.neofeeder.NeoFeederSimulator.DOUBLE_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.LECTURER_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.PASSWORD;
import static id.alur.partner.neofeeder.NeoFeederSimulator.STUDENT_NAME;
import static id.alur.partner.neofeeder.NeoFeederSimulator.STUDENT_NUMBER;
import static id.alur.partner.neofeeder.NeoFeederSimulator.UNIT;
import static id.alur.partner.neofeeder.NeoFeederSimulator.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.alur.partner.http.PartnerHttp;
import id.alur.partner.http.Partners;
import id.alur.partner.neofeeder.Failure.Kind;
import id.alur.partner.neofeeder.NeoFeederSettings.Account;
import id.alur.partner.neofeeder.NeoFeederSimulator.Mood;
import id.alur.partner.neofeeder.Reply.Failed;
import id.alur.partner.neofeeder.Reply.Found;
import id.alur.partner.neofeeder.Reply.NothingFound;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A Neo Feeder in every mood: each has its name, and none holds us longer than it may. */
@Timeout(10)
class HttpNeoFeederTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(9);
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Search BY_NUMBER = Search.of(STUDENT_NUMBER).orElseThrow();

  private final NeoFeederSimulator simulator = new NeoFeederSimulator();
  private final PartnerHttp http = Partners.onLoopback(simulator.port());
  private final NeoFeeder feeder = feederAt(simulator.url(), PASSWORD);

  @AfterEach
  void close() {
    simulator.close();
    http.destroy();
  }

  @Test
  void readsWhoseFeederItIs() {
    assertThat(feeder.readProfile(UNIT, LONG_ENOUGH)).isEqualTo(new Found<>(List.of(new Profile(UNIT))));
    assertThat(simulator.acts()).containsExactly("GetToken", "GetProfilPT");
  }

  @Test
  void findsAStudentByNumberAndTellsNotWhoItIs() {
    Reply<Student> reply = feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH);

    assertThat(reply).isEqualTo(
        new Found<>(List.of(new Student("AKTIF", "S1 Informatika", "2024/2025 Ganjil", "", true))));
    assertThat(reply).asString().doesNotContain(STUDENT_NUMBER).doesNotContainIgnoringCase(STUDENT_NAME);
  }

  @Test
  void findsAStudentByANameThatHoldsAnApostrophe() {
    assertThat(feeder.findStudents(UNIT, Search.of(" Siti  Nur’aini ").orElseThrow(), LONG_ENOUGH))
        .isInstanceOf(Found.class);
    assertThat(simulator.filters()).containsExactly("nama_mahasiswa ilike '%Siti Nur''aini%'");
  }

  @Test
  void findsAllRegistrationsOfANumber() {
    assertThat(feeder.findStudents(UNIT, Search.of(DOUBLE_NUMBER).orElseThrow(), LONG_ENOUGH))
        .isInstanceOfSatisfying(Found.class, found -> assertThat(found.rows()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource({LECTURER_NUMBER, "wayan contoh"})
  void findsALecturer(String typed) {
    assertThat(feeder.findLecturers(UNIT, Search.of(typed).orElseThrow(), LONG_ENOUGH))
        .isEqualTo(new Found<>(List.of(new Lecturer("Aktif"))));
  }

  @ParameterizedTest
  @CsvSource({"0006059488, nidn", "1234567890123456, nuptk", "199405062020121004, nip"})
  void looksForALecturersNumberWhereItBelongs(String number, String column) {
    assertThat(feeder.findLecturers(UNIT, Search.of(number).orElseThrow(), LONG_ENOUGH))
        .isInstanceOfAny(NothingFound.class, Failed.class);
    assertThat(simulator.filters()).containsExactly(column + " = '" + number + "'");
  }

  @Test
  void tellsThatThereIsNobody() {
    assertThat(feeder.findStudents(UNIT, Search.of("2024100000").orElseThrow(), LONG_ENOUGH))
        .isEqualTo(new NothingFound<>());
  }

  @ParameterizedTest
  @EnumSource(names = {"CODE_AS_TEXT", "ONE_OBJECT_AS_DATA"})
  void readsWhatIsWrittenOtherwise(Mood mood) {
    assertThat(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH)).isInstanceOf(Found.class);

    simulator.mood(mood).forgetTokens();

    assertThat(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH)).isInstanceOf(Found.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"NULL_AS_DATA", "OBJECT_WITHOUT_FIELDS_AS_DATA", "NO_DATA"})
  void takesEverythingEmptyForNothing(Mood mood) {
    simulator.mood("GetListMahasiswa", mood);

    assertThat(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH)).isEqualTo(new NothingFound<>());
  }

  @ParameterizedTest
  @CsvSource({
      "OUTDATED, SERVICE_OUTDATED", "WITHOUT_FUNCTIONS, FUNCTION_UNKNOWN", "REFUSES, REFUSED",
      "TALKS_HTML, NOT_UNDERSTOOD", "TALKS_OTHER_JSON, NOT_UNDERSTOOD", "EMPTY_ANSWER, NOT_UNDERSTOOD",
      "BROKEN_JSON, NOT_UNDERSTOOD", "NOT_FOUND, NOT_UNDERSTOOD", "REDIRECTS, NOT_UNDERSTOOD",
      "BAD_GATEWAY, SERVER_FAILED", "BAD_GATEWAY_WITH_JSON, SERVER_FAILED",
      "CUTS_BEFORE_THE_ANSWER, NO_ANSWER", "CUTS_IN_THE_ANSWER, NO_ANSWER", "ANSWERS_3_GIGABYTES, NO_ANSWER"})
  void namesWhatWentWrongWhereverItDoes(Mood mood, Kind kind) {
    simulator.mood("GetListMahasiswa", mood);
    assertThat(failureOf(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH)).kind()).isEqualTo(kind);

    simulator.mood("GetToken", mood).forgetTokens();
    NeoFeeder withoutToken = feederAt(simulator.url(), PASSWORD);
    assertThat(failureOf(withoutToken.readProfile(UNIT, LONG_ENOUGH)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "DRIPS_HEAD", "DRIPS_BODY"})
  void waitsForAllQuestionsTogetherNoLongerThanItMay(Mood mood) {
    simulator.mood("GetProfilPT", mood);
    assertThat(feeder.readProfile(UNIT, SHORT)).isEqualTo(new Failed<>(Failure.of(Kind.NO_ANSWER)));

    simulator.mood("GetToken", mood);
    assertThat(feederAt(simulator.url(), PASSWORD).readProfile(UNIT, SHORT))
        .isEqualTo(new Failed<>(Failure.of(Kind.NO_ANSWER)));
  }

  @Test
  void asksNothingWithoutTime() {
    assertThat(feeder.readProfile(UNIT, Duration.ofSeconds(-1))).isEqualTo(new Failed<>(Failure.of(Kind.NO_ANSWER)));
    assertThat(simulator.acts()).isEmpty();
  }

  @Test
  void rowsThatWereNotAskedForAreNoAnswer() {
    simulator.mood("GetListMahasiswa", Mood.IGNORES_FILTERS);
    assertThat(failureOf(feeder.findStudents(UNIT, Search.of("2024100000").orElseThrow(), LONG_ENOUGH)).kind())
        .isEqualTo(Kind.NOT_UNDERSTOOD);

    simulator.mood("GetListMahasiswa", Mood.TEXTS_AS_DATA);
    assertThat(failureOf(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void signingInWithoutATokenIsNotUnderstood() {
    simulator.mood("GetToken", Mood.NULL_AS_DATA);

    assertThat(failureOf(feeder.readProfile(UNIT, LONG_ENOUGH)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void usesATokenUntilItExpiresAndThenAsksOnceAgainWithANewOne() {
    feeder.readProfile(UNIT, LONG_ENOUGH);
    feeder.readProfile(UNIT, LONG_ENOUGH);
    simulator.forgetTokens();

    assertThat(feeder.readProfile(UNIT, LONG_ENOUGH)).isInstanceOf(Found.class);
    assertThat(simulator.acts()).containsExactly(
        "GetToken", "GetProfilPT", "GetProfilPT", "GetProfilPT", "GetToken", "GetProfilPT");
  }

  @Test
  void givesUpWhenANewTokenIsRefusedToo() {
    simulator.mood("GetProfilPT", Mood.REFUSES_EVERY_TOKEN);

    assertThat(failureOf(feeder.readProfile(UNIT, LONG_ENOUGH)).kind()).isEqualTo(Kind.TOKEN_REFUSED);
    assertThat(simulator.acts()).containsExactly("GetToken", "GetProfilPT", "GetToken", "GetProfilPT");
  }

  @Test
  void triesAWrongPasswordOnce() {
    Failure failure = failureOf(feederAt(simulator.url(), "keliru").readProfile(UNIT, LONG_ENOUGH));

    assertThat(failure).isEqualTo(new Failure(Kind.LOGIN_REFUSED, 12, "Username/password salah"));
    assertThat(simulator.acts()).containsExactly("GetToken");
  }

  @Test
  void anotherUnitHasNoFeeder() {
    assertThat(failureOf(feeder.readProfile("001998", LONG_ENOUGH)).kind()).isEqualTo(Kind.NOT_CONFIGURED);
    assertThat(simulator.acts()).isEmpty();
  }

  @Test
  void callsNoAddressThatIsNotOnTheList() {
    NeoFeeder elsewhere = feederAt(URI.create("http://127.0.0.1:1"), PASSWORD);

    assertThat(failureOf(elsewhere.readProfile(UNIT, LONG_ENOUGH)).kind()).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void tellsThatNothingListensThere() {
    simulator.close();

    assertThat(failureOf(feeder.readProfile(UNIT, LONG_ENOUGH)).kind()).isEqualTo(Kind.NOT_CONNECTED);
  }

  @Test
  void tellsNoSecretAndNoNumberEvenIfFeederRepeatsThem() {
    simulator.mood(Mood.REFUSES).saying("Ditolak: %s").mood("GetToken", Mood.KIND);
    Failure onReading = failureOf(feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH));
    simulator.mood("GetToken", Mood.REFUSES).saying("Salah: " + USERNAME + " dengan " + PASSWORD);
    Failure onSigningIn = failureOf(feederAt(simulator.url(), PASSWORD).readProfile(UNIT, LONG_ENOUGH));

    assertThat(onReading.said()).startsWith("Ditolak: ").doesNotContain(STUDENT_NUMBER)
        .doesNotContain(simulator.tokensSeen());
    assertThat(onSigningIn.said()).isEqualTo("Salah: *** dengan ***");
  }

  @Test
  void logsNoSecretAndNoNumber() {
    Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    everything.addAppender(log);
    try {
      feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH);
      simulator.mood(Mood.CUTS_IN_THE_ANSWER);
      feeder.findStudents(UNIT, BY_NUMBER, LONG_ENOUGH);
    } finally {
      everything.detachAppender(log);
    }

    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains("neo-feeder"))
        .allSatisfy(line -> assertThat(line).doesNotContain(STUDENT_NUMBER, USERNAME, PASSWORD)
            .doesNotContain(simulator.tokensSeen()));
    assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  private static Failure failureOf(Reply<?> reply) {
    assertThat(reply).isInstanceOf(Failed.class);
    return ((Failed<?>) reply).failure();
  }

  private NeoFeeder feederAt(URI url, String password) {
    return new HttpNeoFeeder(http, new NeoFeederSettings(Map.of(UNIT, new Account(url, USERNAME, password))));
  }
}
