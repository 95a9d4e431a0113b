package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import id.alur.calendar.TestCalendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the service clock keeps its intervals. */
@Sop("HD-T")
class ServiceIntervalsTest {

  private static final Map<Database, DataSource> DATABASES = new EnumMap<>(Database.class);

  private final TestCalendars calendars = new TestCalendars(Map.of());
  private final ExecutorService staff = Executors.newFixedThreadPool(2);
  private DataSource source;
  private String caseId;
  private JdbcClient jdbc;

  @AfterEach
  void sendStaffHome() {
    staff.shutdownNow();
  }

  @OnBothDatabases
  void startsAndPausesOnceHoweverOftenItIsTold(Database database) {
    on(database);
    at("09:00").start(caseId);
    at("09:10").start(caseId);
    at("09:20").pause(caseId);
    at("09:30").pause(caseId);
    at("09:40").pause("never-" + caseId);
    at("10:00").start(caseId);

    assertThat(at("10:05").spent(caseId, "001999")).isEqualTo(Duration.ofMinutes(25));
    assertThat(at("10:05").due(caseId, "001999", Duration.ofMinutes(60))).isEqualTo(wib("10:40"));
    assertThat(at("10:05").spent("never-" + caseId, "001999")).isZero();
  }

  @OnBothDatabases
  void changesNothingIfTheEngineRollsBack(Database database) {
    on(database);
    at("09:00").start(caseId);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(transaction -> {
      at("09:10").pause(caseId);
      at("09:10").start("other-" + caseId);
      transaction.setRollbackOnly();
    });
    assertThat(at("09:30").spent(caseId, "001999")).isEqualTo(Duration.ofMinutes(30));
    assertThat(at("09:30").spent("other-" + caseId, "001999")).isZero();
  }

  @OnBothDatabases
  void bearsTheSlowerClockOfAnotherNode(Database database) {
    on(database);
    at("09:00").start(caseId);
    at("08:59").pause(caseId);
    at("08:58").start(caseId);
    at("09:10").pause(caseId);
    assertThat(at("10:00").spent(caseId, "001999")).isEqualTo(Duration.ofMinutes(10));
  }

  @OnBothDatabases
  void runsOnceIfTwoStartItAtTheSameMoment(Database database) throws Exception {
    on(database);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> start = () -> {
      together.await(10, TimeUnit.SECONDS);
      return starts();
    };
    List<Future<Boolean>> both = staff.invokeAll(List.of(start, start));
    assertThat(both.get(0).get() || both.get(1).get()).as("one of them started it").isTrue();
    assertThat(at("09:30").spent(caseId, "001999")).isEqualTo(Duration.ofMinutes(30));
  }

  @OnBothDatabases
  void isHeldByTheDatabaseItself(Database database) {
    on(database);
    at("09:00").start(caseId);
    for (String change : List.of(
        "insert into \"alur\".service_interval values (:id, 2, current_timestamp, null, true)",
        "insert into \"alur\".service_interval values (:id, 2, current_timestamp, null, null)",
        "insert into \"alur\".service_interval values (:id, 2, current_timestamp, null, false)",
        "update \"alur\".service_interval set ended_at = started_at where case_id = :id",
        "update \"alur\".service_interval set ended_at = date '2020-01-01', running = null where case_id = :id")) {
      assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
          .isThrownBy(() -> jdbc.sql(change).param("id", caseId).update());
    }
  }

  private boolean starts() {
    try {
      at("09:00").start(caseId);
      return true;
    } catch (DataIntegrityViolationException secondToCome) {
      return false;
    }
  }

  private void on(Database database) {
    source = DATABASES.computeIfAbsent(database, Database::migrated);
    caseId = UUID.randomUUID().toString();
    jdbc = JdbcClient.create(source);
  }

  private ServiceClock at(String time) {
    return new ServiceClock(jdbc, calendars.calendars(), HelpDeskSettingsTest.OF_SOURCE,
        Clock.fixed(wib(time), ZoneOffset.UTC));
  }

  private static Instant wib(String time) {
    return Instant.parse("2026-11-23T" + time + ":00+07:00");
  }
}
