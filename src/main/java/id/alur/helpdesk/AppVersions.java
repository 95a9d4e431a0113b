package id.alur.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code alur.app_version}: the history of what was installed (HD-P6). Nothing is changed or deleted. */
@Repository
class AppVersions {

  private final JdbcClient jdbc;

  AppVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AppVersion version) {
    jdbc.sql("""
            insert into "alur".app_version
              (case_id, unit, feeder_version, integrator_version, installed, recorded_by, recorded_at)
            values (:caseId, :unit, :feeder, :integrator, :installed, :recordedBy, :recordedAt)""")
        .param("caseId", version.caseId())
        .param("unit", version.unit())
        .param("feeder", version.feeder())
        .param("integrator", version.integrator())
        .param("installed", version.installed())
        .param("recordedBy", version.recordedBy())
        .param("recordedAt", version.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** All of a unit, the newest first. */
  List<AppVersion> of(String unit) {
    return jdbc.sql("select * from \"alur\".app_version where unit = :unit order by recorded_at desc, case_id")
        .param("unit", unit).query(AppVersions::row).list();
  }

  private static AppVersion row(ResultSet row, int number) throws SQLException {
    return new AppVersion(row.getString("case_id"), row.getString("unit"), row.getString("feeder_version"),
        row.getString("integrator_version"), row.getBoolean("installed"), row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
