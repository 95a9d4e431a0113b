package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How long a commit takes until it is on the disk of H2: {@code mvn test -Dtest=DurableBenchmark}; prints it. */
class DurableBenchmark {

  private static final Logger log = LoggerFactory.getLogger(DurableBenchmark.class);
  private static final int COMMITS = 100;

  @TempDir Path data;

  private JdbcConnectionPool database;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() {
    database = JdbcConnectionPool.create("jdbc:h2:file:" + data.resolve("alur"), "sa", "");
    jdbc = new JdbcTemplate(database);
    jdbc.execute("create table form (content varchar)");
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void printsHowLongWritersWait(int writers) throws Exception {
    AtomicInteger checkpoints = new AtomicInteger();
    Durable durable = new Durable(counting(checkpoints));
    checkpoints.set(0);
    long[] alone = sorted(run(writers, () -> {}));
    long start = System.nanoTime();
    long[] kept = sorted(run(writers, durable::acknowledge));
    double seconds = (System.nanoTime() - start) / 1e9;
    log.info("{} writers: commit median {} ms, 95 % {} ms; kept median {} ms, 95 % {} ms, {} a second with {} checkpoints", writers,
        milliseconds(alone, 50), milliseconds(alone, 95), milliseconds(kept, 50), milliseconds(kept, 95),
        Math.round(kept.length / seconds), checkpoints);
    assertThat(kept).hasSize(writers * COMMITS);
  }

  private DataSource counting(AtomicInteger connections) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
      }
    };
  }

  private List<long[]> run(int writers, Runnable afterCommit) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> writer : pool.invokeAll(Collections.nCopies(writers, writer(afterCommit)))) {
        times.add(writer.get());
      }
      return times;
    } finally {
      pool.shutdown();
    }
  }

  /** The nanoseconds of each commit. */
  private Callable<long[]> writer(Runnable afterCommit) {
    return () -> LongStream.range(0, COMMITS).map(i -> {
      long start = System.nanoTime();
      jdbc.update("insert into form values (?)", "Isian ".repeat(200));
      afterCommit.run();
      return System.nanoTime() - start;
    }).toArray();
  }

  private static long[] sorted(List<long[]> times) {
    return times.stream().flatMapToLong(LongStream::of).sorted().toArray();
  }

  private static double milliseconds(long[] sorted, int percentile) {
    return Math.round(sorted[sorted.length * percentile / 100] / 1e4) / 100.0;
  }
}
