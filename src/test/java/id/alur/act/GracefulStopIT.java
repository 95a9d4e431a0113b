package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.partner.sister.SisterAutosyncSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator.Mood;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real process, asked to end in the middle of two calls. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java ends a process there without asking it")
class GracefulStopIT {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir Path data;

  private final SisterAutosyncSimulator sister = new SisterAutosyncSimulator();

  @AfterEach
  void close() {
    sister.close();
  }

  @Test
  void bringsHomeWhatRunsAndLeavesTheRestUntouched() throws Exception {
    sister.mood(Mood.SLOW).pause(Duration.ofSeconds(3));
    try (MeasuredAlur alur = MeasuredAlur.start(Database.H2, data, sister.url(), "--alur.act.threads=2")) {
      alur.post("/acts?count=3");
      Awaitility.await().until(() -> sister.signIns() == 2);

      assertThat(alur.terminate()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(alur.log()).doesNotContain(" ERROR ");
    }
    assertThat(sister.signIns()).isEqualTo(2);
    assertThat(rows("select state, case when delivered_at is null then 'kept' else 'delivered' end from \"alur\".act_journal"))
        .containsExactly("DONE delivered", "DONE delivered");
    assertThat(rows("select topic_name_, worker_id_ from act_ru_ext_task")).containsExactly("signIn null");
  }

  private List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("alur"), "sa", "");
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return found;
  }
}
