package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StopWatch;

/** 200 acts of 2 s at once on four database connections: {@code mvn test -Dtest=ActBenchmark}; prints how long they took. */
class ActBenchmark {

  private static final Logger log = LoggerFactory.getLogger(ActBenchmark.class);
  private static final int ACTS = 200;

  @OnBothDatabases
  void performsManySlowActsOnFewConnections(Database database) {
    ActWorkshop workshop = ActWorkshop.on(database);
    List<String> letters = workshop.start(ACTS);
    CountDownLatch arrived = new CountDownLatch(ACTS);
    Post post = new Post().within(Duration.ofSeconds(60));
    ActRunner node = workshop.runner(post.performing(act -> {
      takeTwoSeconds();
      arrived.countDown();
      return post.take(act);
    }), new ActSettings("node", ACTS, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(3),
        Duration.ofSeconds(90), Duration.ofMinutes(1)));
    StopWatch watch = new StopWatch();
    watch.start();
    node.start();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> arrived.getCount() == 0
        && workshop.externalTasks.createExternalTaskQuery().count() == 0);
    watch.stop();
    node.stop();

    log.info("{}: {} acts of 2 s took {} s on 4 connections", database, ACTS, watch.getTotalTimeSeconds());
    assertThat(letters).allMatch(letter -> post.lettersOf(letter) == 1);
  }

  private static void takeTwoSeconds() {
    try {
      new CountDownLatch(1).await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
