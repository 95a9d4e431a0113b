package id.alur.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code alur.document}. */
@Repository
class DocumentTable {

  private final JdbcClient jdbc;

  DocumentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Document document) {
    jdbc.sql("""
            insert into "alur".document (id, kind, name, size_bytes, sha256, unit, made_by, made_for, case_id,
              created_at, erase_at, erased_at)
            values (:id, :kind, :name, :size, :sha256, :unit, :madeBy, :madeFor, :caseId,
              :createdAt, :eraseAt, :erasedAt)""")
        .param("id", document.id())
        .param("kind", document.kind())
        .param("name", document.name())
        .param("size", document.size())
        .param("sha256", document.sha256())
        .param("unit", document.unit())
        .param("madeBy", document.madeBy())
        .param("madeFor", document.madeFor())
        .param("caseId", document.caseId())
        .param("createdAt", column(document.createdAt()))
        .param("eraseAt", column(document.eraseAt()))
        .param("erasedAt", column(document.erasedAt()))
        .update();
  }

  Optional<Document> find(String id) {
    return jdbc.sql("select * from \"alur\".document where id = :id").param("id", id).query(DocumentTable::row).optional();
  }

  /** How the documents of a case are called, the oldest first. */
  List<String> namesOf(String caseId, String kind) {
    return jdbc.sql("select name from \"alur\".document where case_id = :caseId and kind = :kind order by created_at, id")
        .param("caseId", caseId).param("kind", kind).query(String.class).list();
  }

  /** The row, locked until the end of the transaction. */
  Optional<Document> lock(String id) {
    return jdbc.sql("select * from \"alur\".document where id = :id for update")
        .param("id", id).query(DocumentTable::row).optional();
  }

  void adopt(String id, String caseId, String unit) {
    jdbc.sql("update \"alur\".document set case_id = :caseId, unit = :unit, erase_at = null where id = :id")
        .param("caseId", caseId).param("unit", unit).param("id", id).update();
  }

  void eraseCaseAt(String caseId, Instant when) {
    jdbc.sql("update \"alur\".document set erase_at = :when where case_id = :caseId and erased_at is null")
        .param("when", column(when)).param("caseId", caseId).update();
  }

  /** Cases with documents that nobody has given an end yet, in the order of their ids. */
  List<String> casesWithoutErasure(String afterCaseId, int limit) {
    return jdbc.sql("""
            select distinct case_id from "alur".document
            where erase_at is null and erased_at is null and case_id > :after
            order by case_id fetch first :limit rows only""")
        .param("after", afterCaseId).param("limit", limit).query(String.class).list();
  }

  /** Documents whose time has come at {@code now}, the oldest first. */
  List<Document> due(Instant now, int limit) {
    return jdbc.sql("""
            select * from "alur".document where erase_at <= :now and erased_at is null
            order by erase_at fetch first :limit rows only""")
        .param("now", column(now)).param("limit", limit).query(DocumentTable::row).list();
  }

  /** Forgets a document that no case adopted; false if one did meanwhile. */
  boolean deleteUnclaimed(String id, Instant now) {
    return jdbc.sql("delete from \"alur\".document where id = :id and case_id is null and erase_at <= :now")
        .param("id", id).param("now", column(now)).update() == 1;
  }

  /** Notes that the file goes; false if another node did. */
  boolean markErased(String id, Instant now) {
    return jdbc.sql("""
            update "alur".document set erased_at = :now
            where id = :id and case_id is not null and erase_at <= :now and erased_at is null""")
        .param("id", id).param("now", column(now)).update() == 1;
  }

  /** Those of {@code ids} whose file belongs to a row. */
  Set<String> kept(Collection<String> ids) {
    return jdbc.sql("select id from \"alur\".document where id in (:ids) and erased_at is null")
        .param("ids", ids).query(String.class).set();
  }

  private static Document row(ResultSet row, int number) throws SQLException {
    return new Document(row.getString("id"), row.getString("kind"), row.getString("name"), row.getLong("size_bytes"),
        row.getString("sha256"), row.getString("unit"), row.getString("made_by"), row.getString("made_for"),
        row.getString("case_id"), instant(row, "created_at"), instant(row, "erase_at"), instant(row, "erased_at"));
  }

  private static OffsetDateTime column(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
