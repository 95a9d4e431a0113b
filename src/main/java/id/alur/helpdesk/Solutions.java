package id.alur.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Problems and their solutions (HD-P4): the rows of {@code alur.solution}.
 *
 * <p>Recording belongs to the engine's transaction, if there is one.
 */
@Repository
class Solutions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Solutions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records a solution; nothing changes if that round of the case has one.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if somebody else records it at the same moment
   */
  void record(NewSolution solution) {
    jdbc.sql("""
            insert into "alur".solution (unit, case_id, round, kind, problem, solution, recorded_by, recorded_at)
            select :unit, :caseId, :round, :kind, :problem, :solution, :recordedBy, :now
            where not exists (select 1 from "alur".solution where case_id = :caseId and round = :round)""")
        .param("unit", solution.unit())
        .param("caseId", solution.caseId())
        .param("round", solution.round())
        .param("kind", solution.kind().id())
        .param("problem", solution.problem())
        .param("solution", solution.solution())
        .param("recordedBy", solution.recordedBy())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether this round of the case has a solution: nothing may be announced before. */
  boolean isRecorded(String caseId, long round) {
    return jdbc.sql("select count(*) from \"alur\".solution where case_id = :caseId and round = :round")
        .param("caseId", caseId).param("round", round).query(Long.class).single() > 0;
  }

  /** The newest solutions of these units, or those that follow {@code after}, a number; null begins. */
  List<Solution> newest(ReadableUnits units, Long after, int most) {
    return units.areNone() ? List.of() : jdbc.sql("select * from \"alur\".solution where number < :before and "
            + within(units) + " order by number desc fetch first :most rows only")
        .param("before", after == null ? Long.MAX_VALUE : after).param("units", units.codes()).param("most", most)
        .query(Solutions::row).list();
  }

  /** Those of {@code numbers} that belong to these units, in their order. */
  List<Solution> of(List<Long> numbers, ReadableUnits units) {
    if (numbers.isEmpty() || units.areNone()) {
      return List.of();
    }
    Map<Long, Solution> found = jdbc
        .sql("select * from \"alur\".solution where number in (:numbers) and " + within(units))
        .param("numbers", numbers).param("units", units.codes()).query(Solutions::row).list().stream()
        .collect(Collectors.toMap(Solution::number, Function.identity()));
    return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** What all units recorded after {@code number}, in its order. */
  List<Solution> recordedAfter(long number, int most) {
    return jdbc.sql("""
            select * from "alur".solution where number > :number order by number fetch first :most rows only""")
        .param("number", number).param("most", most).query(Solutions::row).list();
  }

  /** How much all units have recorded. */
  Extent extent() {
    // apart, because H2 reads the whole table for both together
    return jdbc.sql("""
            select (select count(*) from "alur".solution) as size,
              (select coalesce(max(number), 0) from "alur".solution) as newest""")
        .query((row, number) -> new Extent(row.getLong("size"), row.getLong("newest"))).single();
  }

  private static String within(ReadableUnits units) {
    return units.all() ? "1 = 1" : "unit in (:units)";
  }

  private static Solution row(ResultSet row, int number) throws SQLException {
    return new Solution(row.getLong("number"), row.getString("unit"),
        ComplaintKind.of(row.getString("kind")).orElse(ComplaintKind.OTHER), row.getString("problem"),
        row.getString("solution"), row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  /**
   * How many solutions there are, up to which number. Rows are only added, so two of the same extent hold the same.
   *
   * @param newest 0 if there is none
   */
  record Extent(long size, long newest) {}
}
