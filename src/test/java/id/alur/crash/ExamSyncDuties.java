package id.alur.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.alur.WebSession;
import id.alur.examserversync.ExamSyncAnswers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wayan, a proctor, syncs one machine after another. Each node lives a day later than the one before, so that the gate of
 * a machine that is synced tomorrow opens while no node runs.
 */
final class ExamSyncDuties implements Duties {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final int EACH_SO_MANYTH_TOMORROW = 3;

  private final AtomicInteger machines = new AtomicInteger();

  @Override
  public String process() {
    return "exam-server-sync";
  }

  @Override
  public List<String> people() {
    return List.of("wayan");
  }

  /** More than can be held at once. */
  @Override
  public int hands() {
    return Point.OF_EXAM_SERVER_SYNC.size() + 1;
  }

  @Override
  public Set<Point> points() {
    return Point.OF_EXAM_SERVER_SYNC;
  }

  @Override
  public List<String> settings(int life) {
    return List.of("--alur.exam-server-sync.patch-gate.time=00:00",
        "--alur.crash.clock-offset-in-millis=" + Duration.ofDays(life).toMillis());
  }

  @Override
  public Map<String, Object> request(WebSession wayan, int life) {
    LocalDate today = LocalDate.now(WIB).plusDays(life);
    boolean isTomorrow = machines.incrementAndGet() % EACH_SO_MANYTH_TOMORROW == 0;
    return new ExamSyncAnswers(UUID.randomUUID().toString()).request("20100999", isTomorrow ? today.plusDays(1) : today);
  }

  @Override
  public Optional<Map<String, Object>> answer(WebSession wayan, String userId, JsonNode task) {
    String step = task.path("taskDefinitionKey").asText();
    String caseNumber = task.path("name").asText().replaceFirst(".* · ", "");
    return step.equals("userTask_waitForPatching")
        ? Optional.empty() : Optional.of(new ExamSyncAnswers(caseNumber).to(step));
  }

  /** Case, binding and mark of START SYNC agree: what was acknowledged is in all of them, and anything else in none. */
  @Override
  public void check(Rows rows) throws SQLException {
    assertThat(rows.of("select case_id from \"alur\".server_binding where bound_at is not null")).as("machines bound")
        .containsExactlyInAnyOrderElementsOf(
            rows.of("select proc_inst_id_ from act_hi_actinst where act_id_ = 'endEvent_allGreen'"));
    assertThat(rows.of("select case_id from \"alur\".running_sync")).as("START SYNC that run")
        .containsExactlyInAnyOrderElementsOf(rows.of("select proc_inst_id_ from act_ru_task"
            + " where task_def_key_ in ('userTask_recordDownloads', 'userTask_chooseNextStep')"));
    assertThat(rows.of("select proc_inst_id_ from act_hi_taskinst where task_def_key_ = 'userTask_startSync'"
        + " and end_time_ is not null")).as("START SYNC that were pressed").doesNotHaveDuplicates();
  }
}
