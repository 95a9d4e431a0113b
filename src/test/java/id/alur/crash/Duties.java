package id.alur.crash;

import com.fasterxml.jackson.databind.JsonNode;
import id.alur.WebSession;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do in one procedure, and what must hold there wherever a process was killed. */
interface Duties {

  String CASE_NUMBERS = "select business_key_ from act_hi_procinst";

  /** The id of the procedure. */
  String process();

  /** Their user ids; the first one starts the cases. */
  List<String> people();

  /** How many forms they fill in at once. */
  int hands();

  /** Where a node may be held. */
  Set<Point> points();

  /** What a node needs in its so many-th life. */
  List<String> settings(int life);

  /** A start form, handed in while a node lives its so many-th life. */
  Map<String, Object> request(WebSession person, int life) throws IOException, InterruptedException;

  /** What the form of {@code task} is filled in with; empty if this person leaves it alone. */
  Optional<Map<String, Object>> answer(WebSession person, String userId, JsonNode task)
      throws IOException, InterruptedException;

  /** Fails if something is lost or stands twice. */
  void check(Rows rows) throws SQLException;

  /** What a query finds, in its first column. */
  interface Rows {
    List<String> of(String query) throws SQLException;
  }
}
