package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import id.alur.helpdesk.AppUpdateCases.OpenCase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Sop("HD-P6")
class AppUpdateCasesTest {

  private static final String UNIT = "001999";
  private static final int CROWD = 20;

  private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private AppUpdateCases cases;

  @AfterEach
  void sendThemHome() {
    crowd.shutdownNow();
  }

  @OnBothDatabases
  void keepsOneOpenCaseForAUnit(Database database) {
    on(database);
    assertThat(cases.claim(UNIT, open("one"))).isEmpty();
    assertThat(cases.claim(UNIT, open("two"))).contains(open("one"));
    assertThat(cases.claim("001998", open("three"))).isEmpty();
    assertThat(cases.open()).containsExactlyInAnyOrder("one", "three");
  }

  @OnBothDatabases
  void freesTheUnitOfACaseThatEndedAndOfNoOther(Database database) {
    on(database);
    cases.claim(UNIT, open("one"));
    cases.ended("two");
    assertThat(cases.lock(UNIT)).contains(open("one"));
    cases.ended("one");
    assertThat(cases.claim(UNIT, open("two"))).isEmpty();
  }

  @OnBothDatabases
  void freesUnitsOfCasesThatEndedUnheard(Database database) {
    on(database);
    cases.claim(UNIT, open("open"));
    cases.claim("001998", open("deleted"));
    new EndedAppUpdates(cases, ids -> Set.of("open")).release();
    assertThat(cases.open()).containsExactly("open");
  }

  @OnBothDatabases
  void letsOneOfManyWinEachTimeAlsoInAUnitThatIsNew(Database database) throws Exception {
    on(database);
    for (int round = 0; round < 3; round++) {
      CyclicBarrier start = new CyclicBarrier(CROWD);
      List<Callable<Boolean>> all = IntStream.range(0, CROWD).mapToObj(number -> (Callable<Boolean>) () -> {
        start.await(10, TimeUnit.SECONDS);
        return transaction.execute(status -> cases.claim(UNIT, open("case-" + number)).isEmpty());
      }).toList();
      int winners = 0;
      for (Future<Boolean> won : crowd.invokeAll(all)) {
        winners += won.get() ? 1 : 0;
      }
      assertThat(winners).isOne();
      cases.ended(cases.open().get(0));
    }
  }

  @OnBothDatabases
  void makesTheSecondWaitUntilTheFirstIsOver(Database database) throws Exception {
    on(database);
    Future<Boolean> second = transaction.execute(status -> {
      cases.claim(UNIT, open("one"));
      Future<Boolean> waiting = crowd.submit(() -> cases.claim(UNIT, open("two")).isEmpty());
      assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      status.setRollbackOnly();
      return waiting;
    });
    assertThat(second.get(10, TimeUnit.SECONDS)).as("the first has claimed nothing after all").isTrue();
  }

  @OnBothDatabases
  void isHeldByTheDatabaseItself(Database database) {
    on(database);
    cases.claim(UNIT, open("one"));
    assertThatThrownBy(() -> jdbc.sql("insert into \"alur\".app_update (unit, case_id, case_number) values (?, ?, ?)")
        .params(UNIT, "two", "HDU-2").update()).isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> jdbc.sql("insert into \"alur\".app_update (unit, case_id, case_number) values (?, ?, ?)")
        .params("001998", "one", "HDU-1").update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  private void on(Database database) {
    DataSource source = database.migrated();
    JdbcTransactionManager manager = new JdbcTransactionManager(source);
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(manager);
    cases = new AppUpdateCases(jdbc, manager);
  }

  private static OpenCase open(String caseId) {
    return new OpenCase(caseId, "HDU-" + caseId);
  }
}
