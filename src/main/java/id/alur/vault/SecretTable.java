package id.alur.vault;

import id.alur.vault.Keyring.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code alur.secret}. */
@Repository
class SecretTable {

  private final JdbcClient jdbc;

  SecretTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(SecretRow row) {
    jdbc.sql("""
            insert into "alur".secret (id, kind, sealed, key_id, made_by, made_for, created_at, expires_at)
            values (:id, :kind, :sealed, :keyId, :madeBy, :madeFor, :createdAt, :expiresAt)""")
        .param("id", row.id())
        .param("kind", row.kind())
        .param("sealed", row.sealed().bytes())
        .param("keyId", row.sealed().keyId())
        .param("madeBy", row.madeBy())
        .param("madeFor", row.madeFor())
        .param("createdAt", column(row.createdAt()))
        .param("expiresAt", column(row.expiresAt()))
        .update();
  }

  Optional<SecretRow> find(String id) {
    return jdbc.sql("select * from \"alur\".secret where id = :id").param("id", id).query(SecretTable::row).optional();
  }

  /** The row, locked until the end of the transaction. */
  Optional<SecretRow> lock(String id) {
    return jdbc.sql("select * from \"alur\".secret where id = :id for update")
        .param("id", id).query(SecretTable::row).optional();
  }

  void adopt(String id, String caseId, String unit, Sealed sealed) {
    jdbc.sql("""
            update "alur".secret set case_id = :caseId, unit = :unit, sealed = :sealed, key_id = :keyId, expires_at = null
            where id = :id""")
        .param("caseId", caseId).param("unit", unit).param("sealed", sealed.bytes()).param("keyId", sealed.keyId())
        .param("id", id).update();
  }

  void destroyCase(String caseId, Instant now) {
    jdbc.sql("""
            update "alur".secret set sealed = null, destroyed_at = :now
            where case_id = :caseId and destroyed_at is null""")
        .param("now", column(now)).param("caseId", caseId).update();
  }

  /** Forgets the secrets that no case adopted in time; says how many. */
  int deleteExpired(Instant now) {
    return jdbc.sql("delete from \"alur\".secret where case_id is null and expires_at <= :now")
        .param("now", column(now)).update();
  }

  /** The keys without which a secret that is still there cannot be opened. */
  List<String> keyIdsInUse() {
    return jdbc.sql("select distinct key_id from \"alur\".secret where destroyed_at is null").query(String.class).list();
  }

  private static SecretRow row(ResultSet row, int number) throws SQLException {
    return new SecretRow(row.getString("id"), row.getString("kind"),
        new Sealed(row.getString("key_id"), row.getBytes("sealed")), row.getString("made_by"), row.getString("made_for"),
        row.getString("case_id"), row.getString("unit"), instant(row, "created_at"), instant(row, "expires_at"),
        instant(row, "destroyed_at"));
  }

  private static OffsetDateTime column(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
