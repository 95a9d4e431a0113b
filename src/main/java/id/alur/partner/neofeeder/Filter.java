package id.alur.partner.neofeeder;

import com.fasterxml.jackson.databind.JsonNode;
import id.alur.partner.neofeeder.Search.By;
import java.util.Locale;

/** Which rows of a function are asked for: one column must hold what is looked for. */
record Filter(String column, Search search) {

  static Filter ofStudents(Search search) {
    return new Filter(search.by() == By.NUMBER ? "nim" : "nama_mahasiswa", search);
  }

  static Filter ofLecturers(Search search) {
    return new Filter(search.by() == By.NAME ? "nama_dosen" : columnOfLecturers(search.value()), search);
  }

  private static String columnOfLecturers(String number) {
    return switch (number.length()) {
      case 16 -> "nuptk";
      case 18 -> "nip";
      default -> "nidn";
    };
  }

  /** As Feeder wants it; a search holds no wildcard and no backslash. */
  String sql() {
    String quoted = search.value().replace("'", "''");
    return search.by() == By.NUMBER ? column + " = '" + quoted + "'" : column + " ilike '%" + quoted + "%'";
  }

  /** Whether Feeder heeded this filter in that row. */
  boolean fits(JsonNode row) {
    String found = row.path(column).asText("").strip().toUpperCase(Locale.ROOT);
    String wanted = search.value().toUpperCase(Locale.ROOT);
    return search.by() == By.NUMBER ? found.equals(wanted) : found.contains(wanted);
  }
}
