package id.alur.helpdesk;

import id.alur.calendar.WorkingCalendars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The service clocks of cases (HD-T): when each ran is kept in {@code alur.service_interval}.
 *
 * <p>All changes belong to the engine's transaction, if there is one. That a case has one clock is held by the database.
 * Limits are working time of the unit that serves the case; what is due follows from the holidays that are known now.
 */
@Repository
class ServiceClock {

  private final JdbcClient jdbc;
  private final WorkingCalendars calendars;
  private final HelpDeskSettings settings;
  private final Clock clock;

  ServiceClock(JdbcClient jdbc, WorkingCalendars calendars, HelpDeskSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Starts the clock of a case, or lets it go on; nothing changes if it runs.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if somebody else starts it at the same moment
   */
  void start(String caseId) {
    // The clocks of two nodes differ: an interval never begins before the last one ended.
    jdbc.sql("""
            insert into "alur".service_interval (case_id, number, started_at, running)
            select :caseId, count(*) + 1, greatest(:now, coalesce(max(ended_at), :now)), true
            from "alur".service_interval where case_id = :caseId having count(running) = 0""")
        .param("caseId", caseId).param("now", column(clock.instant())).update();
  }

  /** Stops the clock of a case until it is started again; nothing changes if it does not run. */
  void pause(String caseId) {
    jdbc.sql("""
            update "alur".service_interval set ended_at = greatest(:now, started_at), running = null
            where case_id = :caseId and running""")
        .param("caseId", caseId).param("now", column(clock.instant())).update();
  }

  /** How much working time of {@code unit}, by its kode PT, the case has taken. */
  Duration spent(String caseId, String unit) {
    return timeOf(caseId, unit).spent(clock.instant());
  }

  /**
   * The moment at which the case has taken {@code limit}, past or to come; what lasts longer is late. It moves when the
   * clock was paused; while it is paused, or not started, it is what results if the clock goes on now.
   *
   * @param unit its kode PT
   * @throws IllegalStateException if the unit has no working time within 400 days
   */
  Instant due(String caseId, String unit, Duration limit) {
    return timeOf(caseId, unit).due(limit, clock.instant());
  }

  /** The moment from which the end of {@code limit} is near, at the share that is set; else as {@link #due}. */
  Instant warnAt(String caseId, String unit, Duration limit) {
    return due(caseId, unit, settings.warningOf(limit));
  }

  private ServiceTime timeOf(String caseId, String unit) {
    List<ServiceInterval> intervals = jdbc.sql("""
            select started_at, ended_at from "alur".service_interval where case_id = :caseId order by number""")
        .param("caseId", caseId).query(ServiceClock::row).list();
    return new ServiceTime(intervals, calendars.of(unit));
  }

  private static ServiceInterval row(ResultSet row, int number) throws SQLException {
    return new ServiceInterval(instant(row, "started_at"), instant(row, "ended_at"));
  }

  private static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
