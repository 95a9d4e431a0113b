package id.alur.partner.sister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.NotAllowed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.Partners;
import id.alur.partner.sister.SisterAutosync.JsonConsumer;
import id.alur.partner.sister.SisterAutosyncSimulator.Mood;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class HttpSisterAutosyncTest {

  private static final SignInWay FORM = SignInWay.formPost("/autosync", "username", "password");
  private static final SignInWay BASIC = SignInWay.basic();
  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final long MANY_BYTES = 200L << 20;
  private static final long FEW_BYTES = 12L << 20;

  private final SisterAutosyncSimulator sister = new SisterAutosyncSimulator();
  private final SisterAutosync autosync = new HttpSisterAutosync(Partners.onLoopback(sister.port()));
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    sister.close();
  }

  @ParameterizedTest
  @EnumSource(SignInWay.Kind.class)
  void signsInOnceAndTakesTheJson(SignInWay.Kind kind) {
    signIn(kind == SignInWay.Kind.BASIC ? BASIC : FORM, SisterAutosyncSimulator.PASSWORD);

    assertThat(taken.toString(StandardCharsets.UTF_8)).startsWith("[\"a").endsWith("\"]").hasSize(1000);
    assertThat(sister.signIns()).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIRECTS_BACK", "SLOW"})
  void takesTheJsonAlsoAfterARedirectBackOrAPause(Mood mood) {
    sister.mood(mood).pause(Duration.ofMillis(300));

    signIn(FORM, SisterAutosyncSimulator.PASSWORD);

    assertThat(taken.size()).isEqualTo(1000);
    assertThat(sister.signIns()).isOne();
  }

  @ParameterizedTest
  @EnumSource(SignInWay.Kind.class)
  void tellsAWrongPasswordFromEverythingElse(SignInWay.Kind kind) {
    WrongPassword failure = catchThrowableOfType(WrongPassword.class,
        () -> signIn(kind == SignInWay.Kind.BASIC ? BASIC : FORM, "keliru"));

    assertThat(failure.sentence()).contains("menolak username atau password", "data belum tersinkron");
    assertThat(sister.signIns()).isOne();
    assertThat(taken.size()).isZero();
  }

  @Test
  void aRefusalByStatusIsAWrongPasswordToo() {
    sister.mood(Mood.WRONG_PASSWORD_BY_STATUS);

    assertThatThrownBy(() -> signIn(FORM, SisterAutosyncSimulator.PASSWORD)).isInstanceOf(WrongPassword.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "MAINTENANCE_PAGE", "SILENT", "CUTS_BEFORE_THE_ANSWER", "CUTS_IN_THE_ANSWER",
      "DRIPS_BODY"})
  void whateverElseComesAfterASignInNobodyKnowsAndNothingIsRepeated(Mood mood) {
    sister.mood(mood);

    assertThatThrownBy(() -> signIn(FORM, SisterAutosyncSimulator.PASSWORD)).isInstanceOf(OutcomeUnknown.class);
    assertThatThrownBy(() -> signIn(BASIC, SisterAutosyncSimulator.PASSWORD)).isInstanceOf(OutcomeUnknown.class);
    assertThat(sister.signIns()).isEqualTo(2);
  }

  @Test
  void withoutAutosyncNobodySignsIn() {
    sister.mood(Mood.NOT_FOUND);

    assertThatThrownBy(() -> signIn(FORM, SisterAutosyncSimulator.PASSWORD)).isInstanceOf(NotAutosync.class);
    assertThat(sister.signIns()).isZero();
  }

  @Test
  void aFormThatDoesNotComeIsCertainlyNotASignIn() {
    try (LoopbackServer silent = new LoopbackServer((request, reply) -> reply.keepSilent())) {
      SisterAutosync client = new HttpSisterAutosync(Partners.onLoopback(silent.port()));

      assertThatThrownBy(() -> client.signIn(at(silent.uri(""), FORM, "kata"), json -> {})).isInstanceOf(NotAutosync.class);
      assertThat(silent.hits()).isOne();
    }
  }

  @Test
  void neverGoesWhereARedirectPointsTo() {
    try (LoopbackServer other = new LoopbackServer((request, reply) -> reply.send(200, "application/json", "[1]"))) {
      sister.mood(Mood.REDIRECTS_AWAY).redirectingTo(other.uri("/autosync"));

      assertThatThrownBy(() -> signIn(FORM, SisterAutosyncSimulator.PASSWORD)).isInstanceOf(WrongPassword.class);
      assertThat(other.hits()).isZero();
    }
  }

  @Test
  void anAddressThatIsNotOnTheListGetsNoPassword() {
    assertThatThrownBy(() -> autosync.signIn(at(URI.create("http://127.0.0.1:1"), FORM, "kata"), json -> {}))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void takes200MegabytesInConstantMemory() {
    sister.answering(MANY_BYTES);
    long before = allocated();

    autosync.signIn(new SignIn(sister.url(), SisterAutosyncSimulator.USERNAME, SisterAutosyncSimulator.PASSWORD, FORM,
        Duration.ofSeconds(9), MANY_BYTES), json -> json.transferTo(OutputStream.nullOutputStream()));

    assertThat(allocated() - before).isLessThan(FEW_BYTES);
  }

  @Test
  void anAnswerOverTheLimitIsUnknown() {
    sister.answering(2000);

    assertThatThrownBy(() -> autosync.signIn(new SignIn(sister.url(), SisterAutosyncSimulator.USERNAME,
        SisterAutosyncSimulator.PASSWORD, FORM, DEADLINE, 1999), json -> json.transferTo(taken)))
        .isInstanceOfSatisfying(OutcomeUnknown.class, e -> assertThat(e.sentence()).contains("terlalu besar"));
  }

  @Test
  void tellsNoUsernameAndNoPassword() {
    sister.mood(Mood.CUTS_BEFORE_THE_ANSWER);

    assertThatThrownBy(() -> signIn(FORM, SisterAutosyncSimulator.PASSWORD)).hasStackTraceContaining("sister POST 127.0.0.1")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("percobaan", SisterAutosyncSimulator.USERNAME));
    assertThat(at(sister.url(), FORM, "rahasia")).asString().isEqualTo("sign-in at 127.0.0.1");
  }

  private void signIn(SignInWay way, String password) {
    JsonConsumer consumer = json -> json.transferTo(taken);
    autosync.signIn(at(sister.url(), way, password), consumer);
  }

  private static SignIn at(URI base, SignInWay way, String password) {
    return new SignIn(base, SisterAutosyncSimulator.USERNAME, password, way, DEADLINE, MANY_BYTES);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
