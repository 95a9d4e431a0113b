package id.alur.crash;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.WebSession;
import id.alur.crash.Partners.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.postgresql.ds.PGSimpleDataSource;

/** A place where Alur runs: data folder, database, partners; nodes come and go. */
final class Installation implements AutoCloseable {

  /** Short times, so that what a dead node left is settled within seconds. */
  private static final List<String> SHORT_TIMES = List.of(
      "--alur.act.lease=3s", "--alur.act.heartbeat=1s", "--alur.act.margin=2s", "--alur.act.retry-after=1s",
      "--alur.pusat-bantuan.deadline=3s",
      "--alur.sister-manual-sync.ticket-deadline=3s",
      "--alur.sister-manual-sync.sign-in-deadline=5s",
      "--alur.sister-manual-sync.upload-deadline=5s");

  private static final List<Kind> EACH_KIND = List.of(Kind.values());
  private static final Duration LONGEST_WAY_TO_THE_END = Duration.ofMinutes(2);

  private final Path folder;
  private final Access database;
  private final List<String> databaseSettings;
  private final Partners partners = new Partners();
  private final Duties duties;
  private final Ledger ledger = new Ledger();
  private final List<Node> nodes = new ArrayList<>();

  private Installation(Path folder, Access database, List<String> databaseSettings, Function<Partners, Duties> duties) {
    this.folder = folder;
    this.database = database;
    this.databaseSettings = databaseSettings;
    this.duties = duties.apply(partners);
  }

  static Installation onH2(Path folder) {
    return onH2(folder, ManualSyncDuties::new);
  }

  static Installation onH2(Path folder, Function<Partners, Duties> duties) {
    return new Installation(folder, () -> openCopy(folder), List.of("--spring.profiles.active=crash"), duties);
  }

  static Installation onPostgres(Path folder) {
    return onPostgres(folder, ManualSyncDuties::new);
  }

  static Installation onPostgres(Path folder, Function<Partners, Duties> duties) {
    PGSimpleDataSource server = (PGSimpleDataSource) Database.POSTGRESQL.empty();
    return new Installation(folder, server::getConnection, List.of("--spring.profiles.active=crash,postgres",
        "--ALUR_DATABASE_URL=" + server.getURL(), "--ALUR_DATABASE_USER=" + server.getUser()), duties);
  }

  /** Opening a file of H2 changes it: what a node meets shall be what the last one left. */
  private static Connection openCopy(Path folder) throws IOException, SQLException {
    Files.copy(folder.resolve("data/alur.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy"), "sa", "");
  }

  private interface Access {
    Connection open() throws IOException, SQLException;
  }

  Partners partners() {
    return partners;
  }

  Duties duties() {
    return duties;
  }

  Ledger ledger() {
    return ledger;
  }

  /** A node that settles within seconds what a dead one left; it holds at these points. */
  Node start(String name, boolean hasAccount, Collection<Point> holdAt) throws IOException {
    return start(name, hasAccount, holdAt, SHORT_TIMES);
  }

  /** A node with settings of its own. */
  Node start(String name, boolean hasAccount, Collection<Point> holdAt, List<String> more) throws IOException {
    int number = nodes.size() + 1;
    Path life = Files.createDirectories(folder.resolve("life-" + number + "-" + name));
    List<String> settings = new ArrayList<>(databaseSettings);
    settings.add("--alur.data=" + folder.resolve("data"));
    settings.add("--alur.crash.hold-at=" + String.join(",", holdAt.stream().map(Point::name).toList()));
    settings.addAll(partners.settings(hasAccount));
    settings.addAll(duties.settings(number));
    settings.addAll(more);
    Node node = Node.start(name, number, life, settings);
    nodes.add(node);
    return node;
  }

  Staff staff(Node node, int newCases) {
    return new Staff(node, duties, ledger, newCases);
  }

  /** Waits until every case has come to its end; {@code node} runs and has its staff. */
  void awaitEndOfAllCases(Node node) throws IOException, InterruptedException {
    WebSession admin = WebSession.of("admin", Staff.PASSWORD, node.port());
    try {
      Awaitility.await().atMost(LONGEST_WAY_TO_THE_END).pollInterval(Duration.ofMillis(200))
          .until(() -> admin.ask("/process-instance/count").json().path("count").asInt() == 0);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Cases without end: open tasks " + admin.ask("/task").body() + ", open acts "
          + admin.ask("/external-task").body() + ", refused " + ledger.refusals(), e);
    }
  }

  /** What was acknowledged is there, and nothing was sent twice. On H2 no node may run. */
  void check() throws IOException, SQLException {
    try (Connection connection = database.open()) {
      check(connection);
    }
  }

  /** Besides, every case came to its proper end, and no act is left whose outcome nobody knows. */
  Outcome checkEnd() throws IOException, SQLException {
    try (Connection connection = database.open()) {
      List<String> numbers = checkAllEnded(connection);
      assertThat(numbers).allMatch(number -> EACH_KIND.stream().allMatch(kind -> partners.arrived(number, kind) == 1),
          "reached Pusat Bantuan with both requests");
      int asked = texts(connection, "select case_id from \"alur\".act_journal where state = 'DECIDED'").size();
      return new Outcome(numbers.size(), partners.pusatBantuan().tickets().size(), partners.sister().signIns(), asked);
    }
  }

  /** As {@link #checkEnd}, for a procedure that calls nobody; returns how many cases there were. */
  int checkAllEnded() throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return checkAllEnded(connection).size();
    }
  }

  private List<String> checkAllEnded(Connection database) throws SQLException {
    check(database);
    assertThat(texts(database, "select id_ from act_hi_procinst where state_ <> 'COMPLETED'")).as("cases without end").isEmpty();
    assertThat(texts(database, "select incident_msg_ from act_hi_incident")).as("incidents").isEmpty();
    assertThat(texts(database, "select case_id from \"alur\".act_journal"
        + " where state = 'INTENT' or state = 'DONE' and delivered_at is null")).as("acts in doubt").isEmpty();
    return texts(database, Duties.CASE_NUMBERS);
  }

  private void check(Connection database) throws SQLException {
    assertThat(texts(database, "select id_ from act_hi_procinst")).as("cases").containsAll(ledger.cases());
    assertThat(texts(database, "select id_ from act_hi_taskinst where end_time_ is not null")).as("completed tasks")
        .containsAll(ledger.completedTasks());
    duties.check(query -> texts(database, query));
  }

  /** The states of all acts. */
  List<String> journal() throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return texts(connection, "select state from \"alur\".act_journal");
    }
  }

  /** How many cases wait at this user task. */
  int casesAt(String task) throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return texts(connection, "select id_ from act_ru_task where task_def_key_ = '" + task + "'").size();
    }
  }

  /** The acts that a node holds. */
  List<String> leases() throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return texts(connection, "select id_ from act_ru_ext_task where worker_id_ is not null");
    }
  }

  /** What came of all rounds, after the checks. */
  record Outcome(int cases, int tickets, int signIns, int asked) {
    @Override
    public String toString() {
      return "%d cases, %d tickets and %d sign-ins by Alur, 0 twice, %d times a person was asked, 0 lost"
          .formatted(cases, tickets, signIns, asked);
    }
  }

  private static List<String> texts(Connection database, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = database.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws InterruptedException {
    for (Node node : nodes) {
      node.kill();
    }
    partners.close();
  }
}
