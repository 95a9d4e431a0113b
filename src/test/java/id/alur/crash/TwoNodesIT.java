package id.alur.crash;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.WebSession;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Mood;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What may befall two nodes on one PostgreSQL besides being killed. Part of the long form: {@code -Dalur.rounds=…}. */
@EnabledIfSystemProperty(named = "alur.rounds", matches = ".+", disabledReason = "takes minutes: see README")
class TwoNodesIT {

  private static final int CASES = 6;
  private static final Set<Point> NOWHERE = Set.of();

  /** More than the clocks differ. */
  private static final List<String> WIDE_MARGIN = List.of("--alur.act.lease=3s", "--alur.act.heartbeat=1s",
      "--alur.act.margin=70s", "--alur.sister-manual-sync.ticket-deadline=3s");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  private Installation alur;

  @BeforeEach
  void install() {
    alur = Installation.onPostgres(folder);
  }

  @AfterEach
  void remove() throws InterruptedException {
    alur.close();
  }

  @Test
  void sendNothingTwiceWithClocksAMinuteApart() throws Exception {
    Node late = alur.start("late", true, NOWHERE, WIDE_MARGIN);
    Node early = alur.start("early", true, NOWHERE, with(WIDE_MARGIN, "--alur.crash.clock-offset-in-millis=60000"));
    try (Staff first = alur.staff(late, CASES); Staff second = alur.staff(early, CASES)) {
      await(() -> alur.ledger().cases().size() == 2 * CASES);
      alur.awaitEndOfAllCases(late);
    }
    alur.checkEnd();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_INTENT", "BEFORE_TICKET"})
  @DisabledOnOs(OS.WINDOWS)
  void aNodeThatWasFrozenPastItsLeaseSendsNothingAnyMore(Point point) throws Exception {
    Node frozen = alur.start("frozen", true, Set.of(point));
    Node awake = alur.start("awake", true, NOWHERE);
    try (Staff people = alur.staff(frozen, 1)) {
      await(() -> frozen.isHeldAt(point));
    }
    frozen.freeze();
    try (Staff people = alur.staff(awake, 0)) {
      alur.awaitEndOfAllCases(awake);
    }
    frozen.wake();
    frozen.spare();
    frozen.askToStop();
    frozen.awaitEnd();
    assertThat(alur.checkEnd().tickets()).as("one for the access, one with the answer").isEqualTo(2);
  }

  @Test
  void nobodyIsAskedAnythingAfterARollingRestart() throws Exception {
    Node first = alur.start("first", false, NOWHERE);
    Node second = alur.start("second", false, NOWHERE);
    Staff atFirst = alur.staff(first, CASES);
    Staff atSecond = alur.staff(second, CASES);
    Node newFirst = restart(first, atFirst);
    atFirst = alur.staff(newFirst, CASES);
    Node newSecond = restart(second, atSecond);
    try (Staff people = alur.staff(newSecond, CASES)) {
      await(() -> alur.ledger().cases().size() > 2 * CASES);
      alur.awaitEndOfAllCases(newSecond);
    } finally {
      atFirst.close();
    }
    assertThat(alur.checkEnd().asked()).isZero();
  }

  @Test
  void aPersonIsAskedWithin15SecondsOfANodesDeath() throws Exception {
    List<String> asDelivered = List.of();
    Node doomed = alur.start("doomed", false, Set.of(Point.BETWEEN_TICKET_AND_JOURNAL), asDelivered);
    Node survivor = alur.start("survivor", false, NOWHERE, asDelivered);
    WebSession admin = WebSession.of("admin", Staff.PASSWORD, survivor.port());
    try (Staff people = alur.staff(doomed, 1)) {
      await(() -> doomed.isHeldAt(Point.BETWEEN_TICKET_AND_JOURNAL));
    }
    doomed.kill();
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> admin
        .ask("/task/count?taskDefinitionKey=userTask_confirmAccessRequest").json().path("count").asInt() == 1);
    assertThat(alur.partners().pusatBantuan().tickets()).hasSize(1);
  }

  @Test
  void thePartnerIsAskedWithin15SecondsOfANodesDeath() throws Exception {
    List<String> asDelivered = List.of();
    Node doomed = alur.start("doomed", true, Set.of(Point.BETWEEN_TICKET_AND_JOURNAL), asDelivered);
    Node survivor = alur.start("survivor", true, NOWHERE, asDelivered);
    WebSession admin = WebSession.of("admin", Staff.PASSWORD, survivor.port());
    try (Staff people = alur.staff(doomed, 1)) {
      await(() -> doomed.isHeldAt(Point.BETWEEN_TICKET_AND_JOURNAL));
    }
    doomed.kill();
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> admin
        .ask("/task/count?taskDefinitionKey=userTask_receiveCredentials").json().path("count").asInt() == 1);
    assertThat(alur.partners().pusatBantuan().tickets()).hasSize(1);
  }

  @Test
  void aStoppedNodeWaitsForTheAnswerThatIsUnderWay() throws Exception {
    Node node = alur.start("node", false, NOWHERE, List.of());
    alur.partners().pusatBantuan().mood(Place.TICKETS, Mood.SLOW).pause(Duration.ofSeconds(5));
    try (Staff people = alur.staff(node, 1)) {
      await(() -> alur.partners().pusatBantuan().hits() == 1);
    }
    node.askToStop();
    node.awaitEnd();
    alur.partners().pusatBantuan().mood(Place.TICKETS, Mood.KIND);
    assertThat(alur.journal()).singleElement().asString().contains("DONE");
    assertThat(alur.leases()).isEmpty();
  }

  private Node restart(Node node, Staff people) throws Exception {
    node.askToStop();
    node.awaitEnd();
    people.close();
    return alur.start(node.name(), false, NOWHERE);
  }

  private static List<String> with(List<String> settings, String more) {
    return Stream.concat(settings.stream(), Stream.of(more)).toList();
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
