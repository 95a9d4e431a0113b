package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One connection is one checkpoint here; it is held up until the test lets it go. */
class DurableTest {

  private final HeldUp database = new HeldUp();
  private final List<Thread> writers = new ArrayList<>();
  private Durable durable;

  @BeforeEach
  void askTheDatabaseForItsName() throws Exception {
    database.go.release();
    durable = new Durable(database);
    database.asked.set(0);
  }

  @Test
  void letsAllWhoComeWhileACheckpointRunsShareTheNext() throws Exception {
    CompletableFuture<Void> first = acknowledge();
    awaitCheckpoints(1);
    List<CompletableFuture<Void>> others = List.of(acknowledge(), acknowledge(), acknowledge());
    awaitWaiting(3);

    database.go.release();
    first.get(10, TimeUnit.SECONDS);
    awaitCheckpoints(2);
    assertThat(others).as("the first checkpoint may have missed their commits").noneMatch(CompletableFuture::isDone);

    database.go.release();
    CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    assertThat(database.asked).hasValue(2);
  }

  @Test
  void acknowledgesNothingOnACheckpointThatFailed() throws Exception {
    CompletableFuture<Void> first = acknowledge();
    awaitCheckpoints(1);
    List<CompletableFuture<Void>> others = List.of(acknowledge(), acknowledge());
    awaitWaiting(2);
    database.isBroken = true;

    database.go.release(3);

    assertThatThrownBy(first::join).hasCauseInstanceOf(CannotGetJdbcConnectionException.class);
    assertThat(others).allSatisfy(other ->
        assertThatThrownBy(other::join).hasCauseInstanceOf(CannotGetJdbcConnectionException.class));
  }

  private CompletableFuture<Void> acknowledge() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread writer = new Thread(() -> {
      try {
        durable.acknowledge();
        done.complete(null);
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    });
    writers.add(writer);
    writer.start();
    return done;
  }

  private void awaitCheckpoints(int number) {
    Awaitility.await().until(() -> database.asked.get() == number);
  }

  /** Beside the one whose checkpoint is held up. */
  private void awaitWaiting(int number) {
    Awaitility.await().until(() ->
        writers.stream().filter(writer -> writer.getState() == Thread.State.WAITING).count() == number + 1);
  }

  private static final class HeldUp extends DelegatingDataSource {

    final Semaphore go = new Semaphore(0);
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean isBroken;

    HeldUp() {
      JdbcDataSource memory = new JdbcDataSource();
      memory.setUrl("jdbc:h2:mem:");
      setTargetDataSource(memory);
    }

    @Override
    public Connection getConnection() throws SQLException {
      asked.incrementAndGet();
      go.acquireUninterruptibly();
      if (isBroken) {
        throw new SQLException("The disk is full");
      }
      return super.getConnection();
    }
  }
}
