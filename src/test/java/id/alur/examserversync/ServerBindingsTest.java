package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import id.alur.examserversync.BindingRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Sop({"ES-8", "ES-9"})
class ServerBindingsTest {

  private static final ExamRound ROUND = new ExamRound("UNBK-2019");

  private final ExecutorService proctors = Executors.newFixedThreadPool(2);
  private JdbcClient jdbc;
  private TransactionTemplate transactions;
  private ServerBindings bindings;

  @AfterEach
  void sendProctorsHome() {
    proctors.shutdownNow();
  }

  @OnBothDatabases
  void reservesAMachineAndItsIdServerOnceInARound(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");

    assertThat(bindings.of("case-1")).contains(machine("SN-1", "ID-1"));
    assertRefused(Reason.SERIAL_NUMBER_RESERVED, () -> bindings.reserve(machine("SN-1", "ID-2"), "case-2"));
    assertRefused(Reason.SERVER_ID_RESERVED, () -> bindings.reserve(machine("SN-2", "ID-1"), "case-2"));
    bindings.reserve(machine("SN-2", "ID-2"), "case-2");
    bindings.reserve(new ServerBinding(new ExamRound("UNBK-2020"), new SerialNumber("SN-1"), new ServerId("ID-1")), "case-3");
  }

  @OnBothDatabases
  void letsTheProctorCorrectWhatIsNotBoundYet(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    bindings.reserve(machine("SN-1", "ID-2"), "case-1");
    bindings.reserve(machine("SN-2", "ID-2"), "case-1");
    bindings.reserve(machine("SN-2", "ID-2"), "case-1");

    assertThat(bindings.of("case-1")).contains(machine("SN-2", "ID-2"));
    bindings.reserve(machine("SN-1", "ID-1"), "case-2");
  }

  @OnBothDatabases
  void keepsTheReservationIfItsCorrectionIsRefused(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    bindings.reserve(machine("SN-2", "ID-2"), "case-2");
    assertRefused(Reason.SERVER_ID_RESERVED, () -> bindings.reserve(machine("SN-1", "ID-2"), "case-1"));
    assertThat(bindings.of("case-1")).contains(machine("SN-1", "ID-1"));
  }

  @OnBothDatabases
  @Sop("ES-21")
  void bindsForTheRestOfTheRound(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    bindings.bind("case-1");
    bindings.bind("case-1");
    bindings.caseEnded("case-1");

    assertRefused(Reason.SERIAL_NUMBER_COMPLETE, () -> bindings.reserve(machine("SN-1", "ID-1"), "case-1"));
    assertRefused(Reason.SERIAL_NUMBER_COMPLETE, () -> bindings.reserve(machine("SN-1", "ID-2"), "case-2"));
    assertRefused(Reason.SERVER_ID_BOUND, () -> bindings.reserve(machine("SN-2", "ID-1"), "case-2"));
  }

  @OnBothDatabases
  void freesWhatACaseReservedThatEndedWithoutNineGreen(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    bindings.caseEnded("case-1");
    assertThat(bindings.of("case-1")).isEmpty();
    bindings.reserve(machine("SN-1", "ID-1"), "case-2");
  }

  @OnBothDatabases
  void freesWhatCasesReservedThatEndedUnheard(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "open");
    bindings.reserve(machine("SN-2", "ID-2"), "deleted");
    bindings.reserve(machine("SN-3", "ID-3"), "bound");
    bindings.bind("bound");

    new EndedReservations(bindings, cases -> Set.of("open")).release();

    assertThat(bindings.of("open")).isPresent();
    assertThat(bindings.of("deleted")).isEmpty();
    assertThat(bindings.of("bound")).isPresent();
  }

  @OnBothDatabases
  void bindsNothingThatWasNotReserved(Database database) {
    on(database);
    assertRefused(Reason.NOTHING_RESERVED, () -> bindings.bind("case-1"));
  }

  @OnBothDatabases
  void givesTheIdServerOfAReplacedMachineToTheNewOne(Database database) {
    on(database);
    bound("SN-1", "ID-1", "case-1");
    bindings.replace(serial("SN-1"), machine("SN-2", "ID-1"), "case-2");
    bindings.bind("case-2");

    assertThat(bindings.of("case-2")).contains(machine("SN-2", "ID-1"));
    assertThat(bindings.of("case-1")).contains(machine("SN-1", "ID-1"));
    assertRefused(Reason.SERIAL_NUMBER_COMPLETE, () -> bindings.reserve(machine("SN-1", "ID-9"), "case-3"));
    assertRefused(Reason.SERIAL_NUMBER_COMPLETE, () -> bindings.replace(serial("SN-2"), machine("SN-1", "ID-1"), "case-3"));
    bindings.replace(serial("SN-2"), machine("SN-3", "ID-1"), "case-3");
  }

  @OnBothDatabases
  void givesTheIdServerBackIfTheReplacementEndsWithoutNineGreen(Database database) {
    on(database);
    bound("SN-1", "ID-1", "case-1");
    bindings.replace(serial("SN-1"), machine("SN-2", "ID-1"), "case-2");
    bindings.replace(serial("SN-1"), machine("SN-3", "ID-1"), "case-2");
    bindings.caseEnded("case-2");

    assertRefused(Reason.SERVER_ID_BOUND, () -> bindings.reserve(machine("SN-2", "ID-1"), "case-3"));
    bindings.reserve(machine("SN-2", "ID-2"), "case-3");
  }

  @OnBothDatabases
  void replacesOnlyWhatIsBound(Database database) {
    on(database);
    assertRefused(Reason.NOTHING_TO_REPLACE, () -> bindings.replace(serial("SN-1"), machine("SN-2", "ID-1"), "case-2"));
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    assertRefused(Reason.SERVER_ID_RESERVED, () -> bindings.replace(serial("SN-1"), machine("SN-2", "ID-1"), "case-2"));
    bindings.bind("case-1");
    assertRefused(Reason.SERIAL_NUMBER_COMPLETE, () -> bindings.replace(serial("SN-1"), machine("SN-1", "ID-1"), "case-2"));
  }

  @OnBothDatabases
  @Sop("ES-9")
  void takesTheIdServerOfNoOtherMachineThanTheReplacedOne(Database database) {
    on(database);
    bound("SN-1", "ID-1", "case-1");
    bound("SN-2", "ID-2", "case-2");
    assertRefused(Reason.OTHER_MACHINE_REPLACED, () -> bindings.replace(serial("SN-1"), machine("SN-3", "ID-2"), "case-3"));
    assertThat(bindings.of("case-2")).contains(machine("SN-2", "ID-2"));
    bindings.replace(serial("SN-1"), machine("SN-3", "ID-1"), "case-3");
  }

  @OnBothDatabases
  void letsOneOfTwoProctorsWin(Database database) throws Exception {
    on(database);
    for (int round = 0; round < 20; round++) {
      String id = "ID-" + round;
      String first = "SN-A" + round;
      String second = "SN-B" + round;
      String a = "a" + round;
      String b = "b" + round;
      assertThat(together(() -> bindings.reserve(machine(first, id), a), () -> bindings.reserve(machine(second, id), b)))
          .as("wins in round %d", round).isOne();
      String winner = bindings.of(a).isPresent() ? a : b;
      bindings.bind(winner);
      SerialNumber bound = bindings.of(winner).orElseThrow().serialNumber();
      assertThat(together(() -> bindings.replace(bound, machine(first + "-2", id), a + "-2"),
          () -> bindings.replace(bound, machine(second + "-2", id), b + "-2"))).isOne();
    }
  }

  @OnBothDatabases
  void tellsTheSecondProctorWhoHadToWaitForTheFirst(Database database) throws Exception {
    on(database);
    Future<Boolean> second = transactions.execute(transaction -> {
      bindings.reserve(machine("SN-1", "ID-1"), "case-1");
      Future<Boolean> waiting = proctors.submit(() -> succeeds(() -> bindings.reserve(machine("SN-1", "ID-2"), "case-2")));
      assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      return waiting;
    });
    assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(bindings.of("case-1")).isPresent();
    assertThat(bindings.of("case-2")).isEmpty();
  }

  @OnBothDatabases
  void changesNothingIfTheEngineRollsBack(Database database) {
    on(database);
    bindings.reserve(machine("SN-1", "ID-1"), "case-1");
    transactions.executeWithoutResult(transaction -> {
      bindings.reserve(machine("SN-2", "ID-2"), "case-1");
      transaction.setRollbackOnly();
    });
    assertThat(bindings.of("case-1")).contains(machine("SN-1", "ID-1"));
  }

  @OnBothDatabases
  void isHeldByTheDatabaseItself(Database database) {
    on(database);
    bound("SN-1", "ID-1", "case-1");
    bound("SN-2", "ID-2", "case-2");
    for (String change : List.of("update \"alur\".server_binding set server_id = 'ID-1' where case_id = 'case-2'",
        "update \"alur\".server_binding set serial_number = 'SN-1' where case_id = 'case-2'",
        "update \"alur\".server_binding set server_id = null where case_id = 'case-2'",
        "update \"alur\".server_binding set case_id = 'case-1' where case_id = 'case-2'")) {
      assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
          .isThrownBy(() -> jdbc.sql(change).update());
    }
  }

  @Test
  void refusesInSentencesThatNameNobody() {
    assertThat(Arrays.stream(Reason.values()).map(reason -> new BindingRefused(reason).getMessage()))
        .doesNotHaveDuplicates().allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(50).endsWith("."));
  }

  private void on(Database database) {
    DataSource source = database.migrated();
    JdbcTransactionManager manager = new JdbcTransactionManager(source);
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(manager);
    BindingTransaction transaction = new BindingTransaction(manager);
    Clock clock = Clock.fixed(Instant.parse("2026-04-06T01:00:00Z"), ZoneOffset.UTC);
    MachineCommands commands = new MachineCommands(jdbc, transaction, clock);
    bindings = new ServerBindings(jdbc, transaction, commands, clock);
  }

  private void bound(String serialNumber, String serverId, String caseId) {
    bindings.reserve(machine(serialNumber, serverId), caseId);
    bindings.bind(caseId);
  }

  private static ServerBinding machine(String serialNumber, String serverId) {
    return new ServerBinding(ROUND, new SerialNumber(serialNumber), new ServerId(serverId));
  }

  private static SerialNumber serial(String number) {
    return new SerialNumber(number);
  }

  /** How many of two succeed that start at the same moment. */
  private long together(Runnable one, Runnable other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Callable<Boolean>> both = List.of(one, other).stream().map(work -> (Callable<Boolean>) () -> {
      start.await(10, TimeUnit.SECONDS);
      return succeeds(work);
    }).toList();
    long wins = 0;
    for (Future<Boolean> result : proctors.invokeAll(both)) {
      wins += result.get() ? 1 : 0;
    }
    return wins;
  }

  private static boolean succeeds(Runnable work) {
    try {
      work.run();
      return true;
    } catch (BindingRefused refused) {
      return false;
    }
  }

  private static void assertRefused(Reason reason, Runnable work) {
    assertThatExceptionOfType(BindingRefused.class).isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
