package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that run by themselves, in real time; the database serves at most four connections. */
class ActRunnerTest {

  private static final Duration LEASE = Duration.ofMillis(500);
  private static final Duration LONG_LEASE = Duration.ofHours(1);

  private final List<ActRunner> nodes = new ArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Post post = new Post().within(Duration.ofSeconds(3));
  private ActWorkshop workshop;

  @AfterEach
  void stopNodes() {
    released.countDown();
    workshop.afterFetch(() -> { });
    nodes.stream().filter(ActRunner::isRunning).forEach(ActRunner::stop);
    // an act that outlived its node may still be at its case, and one of both loses
    Awaitility.await().ignoreExceptionsInstanceOf(ProcessEngineException.class).until(this::noCaseIsLeft);
  }

  private boolean noCaseIsLeft() {
    RuntimeService cases = workshop.engine.getRuntimeService();
    cases.createProcessInstanceQuery().list().forEach(found -> cases.deleteProcessInstance(found.getId(), "end of test"));
    return cases.createProcessInstanceQuery().count() == 0;
  }

  @OnBothDatabases
  void takesUpAnActAsSoonAsItsCaseIsSaved(Database database) {
    workshop = ActWorkshop.on(database);
    start(workshop.runner(post, settings(16, Duration.ofHours(1))));
    String letter = workshop.start();
    await(() -> workshop.positionOf(letter).equals("userTask_sent"));
  }

  @OnBothDatabases
  void keepsTheLeaseOfALongActAlive(Database database) throws InterruptedException {
    workshop = ActWorkshop.on(database);
    CountDownLatch begun = new CountDownLatch(1);
    String letter = workshop.start();
    start(workshop.runner(waitingFor(begun), settings(16, Duration.ofMillis(50))));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Date firstLease = lockOf(letter).getLockExpirationTime();
    ActRunner other = workshop.runner(post, settings(16, Duration.ofMillis(50)));

    AtomicInteger taken = new AtomicInteger();
    await(() -> {
      taken.addAndGet(other.runOnce());
      return lockOf(letter).getLockExpirationTime().getTime() > firstLease.getTime() + 4 * LEASE.toMillis();
    });
    assertThat(taken).hasValue(0);
  }

  @OnBothDatabases
  void givesBackItsLeasesWhenItStopsButWaitsForWhatRuns(Database database) throws Exception {
    workshop = ActWorkshop.on(database);
    CountDownLatch begun = new CountDownLatch(2);
    List<String> letters = workshop.start(5);
    ActRunner node = workshop.runner(waitingFor(begun), settings(2, Duration.ofMillis(50)));
    start(node);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);
    await(() -> !node.isRunning());
    assertThat(stopped).isNotDone();
    released.countDown();

    stopped.get(10, TimeUnit.SECONDS);
    assertThat(letters).filteredOn(letter -> workshop.positionOf(letter).equals("userTask_sent")).hasSize(2);
    assertThat(workshop.externalTasks.createExternalTaskQuery().locked().count()).isZero();
    assertThat(workshop.externalTasks.createExternalTaskQuery().notLocked().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void leavesTheRestToAnotherNodeAtOnceWhileItStops(Database database) throws Exception {
    workshop = ActWorkshop.on(database);
    CountDownLatch begun = new CountDownLatch(2);
    List<String> letters = workshop.start(5);
    ActRunner node = workshop.runner(
        waitingFor(begun).within(Duration.ofMinutes(1)), settings(2, Duration.ofMillis(50), LONG_LEASE));
    start(node);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);
    await(() -> !node.isRunning());

    Post other = new Post();
    start(workshop.runner(other, settings(16, Duration.ofMillis(50), LONG_LEASE)));
    await(() -> letters.stream().filter(letter -> other.lettersOf(letter) == 1).count() == 3);
    assertThat(stopped).isNotDone();
    released.countDown();
    stopped.get(10, TimeUnit.SECONDS);
    await(() -> letters.stream().allMatch(letter -> workshop.positionOf(letter).equals("userTask_sent")));
    assertThat(letters).allMatch(letter -> post.lettersOf(letter) + other.lettersOf(letter) == 1);
  }

  @OnBothDatabases
  void givesBackWhatItFetchedAndDidNotBeginWhenItStops(Database database) throws Exception {
    workshop = ActWorkshop.on(database);
    List<String> letters = workshop.start(3);
    ActRunner node = workshop.runner(post, settings(16, Duration.ofHours(1), LONG_LEASE));
    CountDownLatch fetched = new CountDownLatch(1);
    workshop.afterFetch(() -> {
      fetched.countDown();
      await(() -> !node.isRunning());
    });
    start(node);
    assertThat(fetched.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(workshop.externalTasks.createExternalTaskQuery().locked().count()).isEqualTo(3);
    node.stop();

    assertThat(letters).allMatch(letter -> post.lettersOf(letter) == 0);
    assertThat(workshop.externalTasks.createExternalTaskQuery().locked().count()).isZero();
  }

  @OnBothDatabases
  void doesNotWaitLongerThanTheDeadlineWhenItStops(Database database) throws Exception {
    workshop = ActWorkshop.on(database);
    CountDownLatch begun = new CountDownLatch(1);
    String letter = workshop.start();
    ActRunner node = workshop.runner(waitingFor(begun).within(Duration.ofMillis(300)), settings(2, Duration.ofMillis(50)));
    start(node);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture.runAsync(node::stop).get(10, TimeUnit.SECONDS);

    assertThat(workshop.lastActOf(letter).orElseThrow().state()).isEqualTo(JournalEntry.State.INTENT);
    assertThat(workshop.externalTasks.createExternalTaskQuery().locked().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void takesUpAtOnceWhatAnEarlierBootLeft(Database database) {
    workshop = ActWorkshop.on(database);
    String letter = workshop.start();
    String delayed = workshop.start();
    lock(letter, Duration.ofMillis(400));
    lock(delayed, Duration.ofHours(1));
    start(workshop.runner(post, settings(16, Duration.ofHours(1))));

    await(() -> workshop.positionOf(letter).equals("userTask_sent"));
    assertThat(lockOf(delayed).getWorkerId()).as("a retry keeps its delay").isEqualTo("earlier boot");
  }

  @OnBothDatabases
  void bringsHomeAResultThatMeetsAHeartbeat(Database database) {
    workshop = ActWorkshop.on(database);
    String letter = workshop.start();
    AtomicInteger filed = new AtomicInteger();
    workshop.filing(execution -> {
      if (filed.incrementAndGet() == 1) {
        CompletableFuture.runAsync(() -> renewLeaseOf(letter)).join();
      }
    });
    workshop.runner(post).runOnce();

    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_sent");
    assertThat(filed).hasValue(2);
  }

  @OnBothDatabases
  void servesMoreActsAtOnceThanThereAreConnections(Database database) {
    workshop = ActWorkshop.on(database);
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(40);
    List<String> letters = workshop.start(40);
    start(workshop.runner(post.within(Duration.ofSeconds(30)).performing(act -> {
      most.accumulateAndGet(under.incrementAndGet(), Math::max);
      all.countDown();
      waitFor(all);
      under.decrementAndGet();
      return post.take(act);
    }), settings(40, Duration.ofMillis(50))));

    await(() -> letters.stream().allMatch(letter -> workshop.positionOf(letter).equals("userTask_sent")));
    assertThat(most).hasValue(40);
  }

  @OnBothDatabases
  void neverSendsALetterTwiceWhenTwoNodesLoseTheirPowerAllTheTime(Database database) {
    workshop = ActWorkshop.on(database);
    List<String> letters = workshop.start(200);
    post.describing(act -> {
      perhapsCutPower();
      return "satu surat";
    }).performing(act -> {
      perhapsCutPower();
      ActOutcome outcome = post.take(act);
      perhapsCutPower();
      return outcome;
    }).answering(post::lookUp);
    for (int node = 1; node <= 2; node++) {
      start(workshop.runner(post, settings(8, Duration.ofMillis(50)),
          workshop.around(ActRunnerTest::perhapsCutPower, ActRunnerTest::perhapsCutPower)));
    }

    await(() -> letters.stream().allMatch(letter -> workshop.positionOf(letter).equals("userTask_sent")));
    assertThat(letters).allMatch(letter -> post.lettersOf(letter) == 1);
  }

  /** What runs on this thread is abandoned, and its lease no longer renewed, as if the node had died. */
  private static void perhapsCutPower() {
    if (ThreadLocalRandom.current().nextInt(20) == 0) {
      throw new PowerCut();
    }
  }

  private Post waitingFor(CountDownLatch begun) {
    return post.performing(act -> {
      begun.countDown();
      waitFor(released);
      return post.take(act);
    });
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(ActRunner node) {
    nodes.add(node);
    node.start();
  }

  private void lock(String letter, Duration time) {
    workshop.externalTasks.lock(lockOf(letter).getId(), "earlier boot", time.toMillis());
  }

  private void renewLeaseOf(String letter) {
    ExternalTask act = lockOf(letter);
    workshop.externalTasks.extendLock(act.getId(), act.getWorkerId(), LONG_LEASE.toMillis());
  }

  private ExternalTask lockOf(String letter) {
    return workshop.externalTasks.createExternalTaskQuery().processInstanceId(letter).singleResult();
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(condition);
  }

  private static ActSettings settings(int threads, Duration poll) {
    return settings(threads, poll, LEASE);
  }

  private static ActSettings settings(int threads, Duration poll, Duration lease) {
    return new ActSettings("node", threads, poll, lease, lease.dividedBy(3), Duration.ofSeconds(1), Duration.ofMillis(100));
  }

  private static final class PowerCut extends Error {}
}
