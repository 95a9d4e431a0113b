package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How solutions are kept and read. */
@Sop("HD-P4")
class SolutionsTest {

  private static final Map<Database, DataSource> DATABASES = new EnumMap<>(Database.class);
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final ReadableUnits OURS = ReadableUnits.of(Set.of("001999"));

  private DataSource source;
  private Solutions solutions;

  @OnBothDatabases
  void keepsAProblemWithItsSolution(Database database) {
    on(database);
    solutions.record(solution("001999", "case-1", 0, "Nilai belum masuk"));
    assertThat(solutions.newest(OURS, null, 10)).singleElement().satisfies(kept -> {
      assertThat(kept.unit()).isEqualTo("001999");
      assertThat(kept.kind()).isEqualTo(ComplaintKind.ACADEMIC_DATA);
      assertThat(kept.problem()).isEqualTo("Nilai belum masuk");
      assertThat(kept.solution()).isEqualTo("Sinkronkan lagi dari SIAKAD.\n\nLalu periksa di Feeder.");
      assertThat(kept.recordedAt()).isEqualTo(NOW);
    });
  }

  @OnBothDatabases
  void recordsEachRoundOfACaseOnceHoweverOftenItIsTold(Database database) {
    on(database);
    assertThat(solutions.isRecorded("case-1", 0)).isFalse();
    solutions.record(solution("001999", "case-1", 0, "Nilai belum masuk"));
    solutions.record(solution("001999", "case-1", 0, "Nilai belum masuk, dicatat lagi"));
    assertThat(solutions.isRecorded("case-1", 0)).isTrue();
    assertThat(solutions.isRecorded("case-1", 1)).isFalse();
    solutions.record(solution("001999", "case-1", 1, "Nilai hilang lagi"));
    assertThat(problems(solutions.newest(OURS, null, 10))).containsExactly("Nilai hilang lagi", "Nilai belum masuk");
  }

  @OnBothDatabases
  void isHeldByTheDatabaseItself(Database database) {
    on(database);
    solutions.record(solution("001999", "case-1", 0, "Nilai belum masuk"));
    assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> JdbcClient.create(source).sql("""
        insert into "alur".solution (unit, case_id, round, kind, problem, solution, recorded_by, recorded_at)
        select unit, case_id, round, kind, problem, solution, recorded_by, recorded_at from "alur".solution""").update());
  }

  @OnBothDatabases
  void recordsNothingIfTheEngineRollsBack(Database database) {
    on(database);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(transaction -> {
      solutions.record(solution("001999", "case-1", 0, "Nilai belum masuk"));
      transaction.setRollbackOnly();
    });
    assertThat(solutions.isRecorded("case-1", 0)).isFalse();
  }

  @OnBothDatabases
  void listsTheNewestFirstAndGoesOnWhereItStopped(Database database) {
    on(database);
    for (int i = 1; i <= 5; i++) {
      solutions.record(solution("001999", "case-" + i, 0, "Masalah " + i));
      solutions.record(solution("001998", "other-" + i, 0, "Masalah PT lain"));
    }
    List<Solution> first = solutions.newest(OURS, null, 2);
    assertThat(problems(first)).containsExactly("Masalah 5", "Masalah 4");
    solutions.record(solution("001999", "case-6", 0, "Masalah 6"));
    assertThat(problems(solutions.newest(OURS, first.get(1).number(), 10)))
        .containsExactly("Masalah 3", "Masalah 2", "Masalah 1");
  }

  @OnBothDatabases
  @Sop("HD-P5")
  void readsOnlyWhatBelongsToTheUnits(Database database) {
    on(database);
    solutions.record(solution("001999", "case-1", 0, "Masalah kami"));
    solutions.record(solution("001998", "case-2", 0, "Masalah mereka"));
    List<Long> numbers = solutions.newest(ReadableUnits.ALL, null, 10).stream().map(Solution::number).toList();
    assertThat(numbers).hasSize(2);
    assertThat(problems(solutions.of(numbers, OURS))).containsExactly("Masalah kami");
    assertThat(problems(solutions.of(numbers, OURS.only("001998")))).isEmpty();
    assertThat(problems(solutions.of(numbers, ReadableUnits.ALL))).containsExactly("Masalah mereka", "Masalah kami");
    assertThat(solutions.newest(ReadableUnits.of(Set.of()), null, 10)).isEmpty();
  }

  private void on(Database database) {
    source = DATABASES.computeIfAbsent(database, Database::migrated);
    JdbcClient.create(source).sql("delete from \"alur\".solution").update();
    solutions = new Solutions(JdbcClient.create(source), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static NewSolution solution(String unit, String caseId, long round, String problem) {
    return new NewSolution(unit, caseId, round, ComplaintKind.ACADEMIC_DATA, problem,
        "Sinkronkan lagi dari SIAKAD.\n\nLalu periksa di Feeder.", "nina");
  }

  private static List<String> problems(List<Solution> solutions) {
    return solutions.stream().map(Solution::problem).toList();
  }
}
