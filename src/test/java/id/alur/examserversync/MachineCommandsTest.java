package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import id.alur.examserversync.BindingRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Sop({"ES-12", "ES-13", "ES-14", "ES-17"})
class MachineCommandsTest {

  private static final String CASE = "case-1";
  private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final ExecutorService proctors = Executors.newFixedThreadPool(2);
  private JdbcClient jdbc;
  private ServerBindings bindings;
  private MachineCommands commands;

  @AfterEach
  void sendProctorsHome() {
    proctors.shutdownNow();
  }

  @OnBothDatabases
  void keepTheOrderOfTheSource(Database database) {
    reserved(database);
    assertRefused(Reason.NOT_EMPTIED, () -> commands.startSync(CASE));
    commands.erase(CASE);
    assertRefused(Reason.NOT_BACKED_UP, () -> commands.eraseAgain(CASE));
    commands.keepBackUp(CASE, SHA256);
    assertRefused(Reason.NOT_EMPTIED, () -> commands.startSync(CASE));
    commands.eraseAgain(CASE);
    commands.startSync(CASE);
  }

  @OnBothDatabases
  void wantANewBackupAfterEachFirstErasure(Database database) {
    ready(database);
    commands.erase(CASE);
    assertRefused(Reason.NOT_BACKED_UP, () -> commands.eraseAgain(CASE));
    assertRefused(Reason.NOT_EMPTIED, () -> commands.startSync(CASE));
  }

  @OnBothDatabases
  void wantAMachine(Database database) {
    on(database);
    for (Runnable command : List.<Runnable>of(() -> commands.erase(CASE), () -> commands.keepBackUp(CASE, SHA256),
        () -> commands.eraseAgain(CASE), () -> commands.startSync(CASE))) {
      assertRefused(Reason.NOTHING_RESERVED, command);
    }
  }

  @OnBothDatabases
  void touchNothingWhileASyncRuns(Database database) {
    ready(database);
    commands.startSync(CASE);
    assertThat(commands.isSyncRunning(CASE)).isTrue();
    assertRefused(Reason.SYNC_RUNNING, () -> commands.startSync(CASE));
    assertRefused(Reason.SYNC_RUNNING, () -> commands.erase(CASE));
    assertRefused(Reason.SYNC_RUNNING, () -> commands.eraseAgain(CASE));
    assertRefused(Reason.SYNC_RUNNING, () -> bindings.reserve(machine("SN-2"), CASE));
    commands.syncStopped(CASE);
    commands.startSync(CASE);
  }

  @OnBothDatabases
  void knowWhereASyncRunsWhicheverCaseBeganIt(Database database) {
    ready(database);
    commands.startSync(CASE);
    bindings.caseEnded(CASE);
    bindings.reserve(machine("SN-1"), "case-2");
    assertThat(commands.isSyncRunning("case-2")).as("the machine may still be at it").isTrue();
    assertRefused(Reason.SYNC_RUNNING, () -> commands.erase("case-2"));
    commands.syncStopped("case-2");
    commands.erase("case-2");
  }

  @OnBothDatabases
  @Sop("ES-21")
  void areForbiddenOnACompleteMachine(Database database) {
    ready(database);
    commands.startSync(CASE);
    bindings.bind(CASE);
    assertThat(commands.isSyncRunning(CASE)).as("nine green").isFalse();
    for (Runnable command : List.<Runnable>of(() -> commands.erase(CASE), () -> commands.keepBackUp(CASE, SHA256),
        () -> commands.eraseAgain(CASE), () -> commands.startSync(CASE))) {
      assertRefused(Reason.SERIAL_NUMBER_COMPLETE, command);
    }
  }

  @OnBothDatabases
  void startOneSyncOfTwoAtOnce(Database database) throws Exception {
    ready(database);
    for (int round = 0; round < 20; round++) {
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<Boolean>> both = Stream.of(1, 2).map(proctor -> proctors.submit(() -> {
        together.await(10, TimeUnit.SECONDS);
        return isAccepted(() -> commands.startSync(CASE));
      })).toList();
      assertThat(both.get(0).get() ^ both.get(1).get()).as("exactly one, in round %d", round).isTrue();
      commands.syncStopped(CASE);
    }
  }

  @OnBothDatabases
  void areHeldByTheDatabaseItself(Database database) {
    reserved(database);
    commands.erase(CASE);
    assertImpossible("update \"alur\".server_binding set emptied_at = reserved_at");
    commands.keepBackUp(CASE, SHA256);
    commands.eraseAgain(CASE);
    commands.startSync(CASE);
    assertImpossible("update \"alur\".server_binding set backup_sha256 = null");
    assertImpossible("insert into \"alur\".running_sync select * from \"alur\".running_sync");
  }

  private void assertImpossible(String change) {
    assertThatExceptionOfType(DataIntegrityViolationException.class).as(change).isThrownBy(() -> jdbc.sql(change).update());
  }

  private void ready(Database database) {
    reserved(database);
    commands.erase(CASE);
    commands.keepBackUp(CASE, SHA256);
    commands.eraseAgain(CASE);
  }

  private void reserved(Database database) {
    on(database);
    bindings.reserve(machine("SN-1"), CASE);
  }

  private void on(Database database) {
    DataSource source = database.migrated();
    jdbc = JdbcClient.create(source);
    BindingTransaction transaction = new BindingTransaction(new JdbcTransactionManager(source));
    Clock clock = Clock.fixed(Instant.parse("2026-04-06T01:00:00Z"), ZoneOffset.UTC);
    commands = new MachineCommands(jdbc, transaction, clock);
    bindings = new ServerBindings(jdbc, transaction, commands, clock);
  }

  private static ServerBinding machine(String serialNumber) {
    return new ServerBinding(new ExamRound("UNBK-2019"), new SerialNumber(serialNumber), new ServerId("ID-1"));
  }

  private static boolean isAccepted(Runnable command) {
    try {
      command.run();
      return true;
    } catch (BindingRefused refused) {
      return false;
    }
  }

  private static void assertRefused(Reason reason, Runnable command) {
    assertThatExceptionOfType(BindingRefused.class).isThrownBy(command::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
