package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.partner.sister.SisterAutosyncSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What acts cost: {@code mvn test -Dtest=ActBenchmark} prints it, on each database, of the real process with 512 MB of
 * heap and 4 database connections. Each busy figure stands beside the quiet one of the same run.
 */
class ActBenchmark {

  private static final Logger log = LoggerFactory.getLogger(ActBenchmark.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int CONNECTIONS = 4;
  private static final int ACTS = 200;
  private static final Duration CALL = Duration.ofSeconds(2);
  private static final int WAVES_DURING_TIMERS = 6;
  private static final int TIMERS = 200;
  private static final Duration TIMERS_WITHIN = Duration.ofSeconds(10);
  private static final int LARGE_ANSWERS = 8;
  private static final long LARGE_ANSWER_BYTES = 200 << 20;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path data;

  private final SisterAutosyncSimulator sister = new SisterAutosyncSimulator();

  @AfterEach
  void close() {
    sister.close();
  }

  @OnBothDatabases
  void printsWhatActsCost(Database database) throws Exception {
    try (MeasuredAlur alur = MeasuredAlur.start(database, data, sister.url(),
            "--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS, "--alur.act.threads=" + ACTS);
        TasklistReader tasklist = new TasklistReader(alur.session())) {
      warmUp(alur);
      tasklist.times();
      String quietTimers = timers(alur);
      print(database, "quiet: timers late by %s; Tasklist %s", quietTimers, tasklist.times());
      slowCalls(database, alur, tasklist);
      timersDuringSlowCalls(database, alur, tasklist);
      largeAnswers(database, alur, tasklist);
    }
  }

  private void warmUp(MeasuredAlur alur) {
    sister.mood(Mood.KIND);
    alur.post("/acts?count=50");
    alur.post("/timers?count=20&within=PT1S");
    awaitActs(alur);
    awaitTimers(alur, 20);
  }

  private void slowCalls(Database database, MeasuredAlur alur, TasklistReader tasklist) throws Exception {
    sister.mood(Mood.SLOW).pause(CALL);
    alur.get("/connections");
    int before = sister.signIns();
    double starting = seconds(() -> alur.post("/acts?count=" + ACTS));
    double rest = seconds(() -> awaitActs(alur));
    int connections = Integer.parseInt(alur.get("/connections"));
    print(database, "%d calls of %d s ended %.1f s after the last of their cases was started (within %.1f s), on %d "
        + "connections; Tasklist %s", ACTS, CALL.toSeconds(), rest, starting, connections, tasklist.times());
    assertThat(sister.signIns() - before).isEqualTo(ACTS);
    assertThat(connections).isLessThanOrEqualTo(CONNECTIONS);
  }

  private void timersDuringSlowCalls(Database database, MeasuredAlur alur, TasklistReader tasklist) throws Exception {
    int before = sister.signIns();
    CompletableFuture<String> acts =
        CompletableFuture.supplyAsync(() -> alur.post("/acts?count=" + ACTS * WAVES_DURING_TIMERS));
    tasklist.times();
    String late = timers(alur);
    print(database, "timers late by %s while %d calls of %d s were made; Tasklist %s",
        late, sister.signIns() - before, CALL.toSeconds(), tasklist.times());
    acts.join();
    awaitActs(alur);
  }

  private void largeAnswers(Database database, MeasuredAlur alur, TasklistReader tasklist) throws Exception {
    long quietHeap = Long.parseLong(alur.get("/heap"));
    sister.mood(Mood.KIND).answering(LARGE_ANSWER_BYTES);
    int before = sister.signIns();
    tasklist.times();
    double seconds = seconds(() -> {
      alur.post("/acts?count=" + LARGE_ANSWERS);
      Awaitility.await().atMost(LONGEST).until(() -> sister.signIns() == before + LARGE_ANSWERS);
      print(database, "live heap %s MB while %d answers of %d MB come in, %d MB before", alur.get("/heap"),
          LARGE_ANSWERS, LARGE_ANSWER_BYTES >> 20, quietHeap);
      awaitActs(alur);
    });
    print(database, "%d answers of %d MB in 512 MB of heap took %.1f s; Tasklist %s",
        LARGE_ANSWERS, LARGE_ANSWER_BYTES >> 20, seconds, tasklist.times());
  }

  private static String timers(MeasuredAlur alur) {
    alur.post("/timers?count=" + TIMERS + "&within=" + TIMERS_WITHIN);
    return awaitTimers(alur, TIMERS).toString();
  }

  private static Times awaitTimers(MeasuredAlur alur, int count) {
    return Awaitility.await().atMost(LONGEST).until(() -> lateness(alur), times -> times.count() == count);
  }

  private static Times lateness(MeasuredAlur alur) throws Exception {
    return new Times(Arrays.asList(JSON.readValue(alur.get("/timers"), Long[].class)));
  }

  private static void awaitActs(MeasuredAlur alur) {
    Awaitility.await().atMost(LONGEST).until(() -> acts(alur) == 0);
  }

  private static long acts(MeasuredAlur alur) {
    return Long.parseLong(alur.get("/acts"));
  }

  private static double seconds(Runnable what) {
    long start = System.nanoTime();
    what.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(Database database, String figures, Object... values) {
    log.info("{}: {}", database, String.format(Locale.ROOT, figures, values));
  }
}
