package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Alur;
import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.act.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long after 07.45 WIB 40 schools that wait for it may patch (ES-T): {@code mvn test -Dtest=ExamGateBenchmark} prints
 * it. The clock is set to seconds before that, and then goes on as clocks do.
 */
class ExamGateBenchmark {

  private static final Logger log = LoggerFactory.getLogger(ExamGateBenchmark.class);

  private static final int SCHOOLS = 40;
  private static final LocalDate SYNC_DAY = LocalDate.parse("2026-11-23");
  private static final Instant GATE = Instant.parse("2026-11-23T00:45:00Z");
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @TempDir Path data;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @OnBothDatabases
  void opensForEachSchoolWithinFiveSeconds(Database database) {
    try (ConfigurableApplicationContext alur = start(database)) {
      itIsFromNowOn(GATE.minus(Duration.ofHours(1)));
      IntStream.range(0, SCHOOLS).forEach(school -> startCase(alur, school));
      itIsFromNowOn(GATE.minus(WAIT));
      TaskService tasks = alur.getBean(TaskService.class);
      assertThat(tasksAt(tasks, "userTask_waitForPatching")).hasSize(SCHOOLS);
      Times late = awaitPatching(tasks);
      log.info("{}: gate of {} schools open after {}", database, SCHOOLS, late);
      assertThat(late.percentile(0)).as("nobody before 07.45").isNotNegative();
      assertThat(late.percentile(100)).isLessThanOrEqualTo(LONGEST.toMillis());
    }
  }

  /** The milliseconds from the gate until each task to patch can be seen. */
  private static Times awaitPatching(TaskService tasks) {
    Map<String, Long> late = new HashMap<>();
    Awaitility.await().atMost(WAIT.plus(LONGEST.multipliedBy(4))).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
        .until(() -> {
          List<Task> open = tasksAt(tasks, "userTask_patch");
          long now = Duration.between(GATE, ClockUtil.now().toInstant()).toMillis();
          open.forEach(task -> late.putIfAbsent(task.getProcessInstanceId(), now));
          return late.size() == SCHOOLS;
        });
    return new Times(late.values());
  }

  private static List<Task> tasksAt(TaskService tasks, String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).list();
  }

  private static void startCase(ConfigurableApplicationContext alur, int school) {
    String npsn = Integer.toString(20_100_001 + school);
    String proctor = alur.getBean(People.class).member("proktor-" + npsn, Group.PROKTOR, npsn);
    alur.getBean(Procedure.class).start(proctor, ExamServerSync.PROCESS, new ExamSyncAnswers(npsn).request(npsn, SYNC_DAY));
  }

  private ConfigurableApplicationContext start(Database database) {
    SpringApplication alur = new SpringApplication(Alur.class, People.class, Procedure.class);
    return alur.run(Stream.concat(database.settings().stream(),
        Stream.of("--server.port=0", "--alur.data=" + data, "--ALUR_ADMIN_PASSWORD=" + People.PASSWORD)).toArray(String[]::new));
  }

  private static void itIsFromNowOn(Instant moment) {
    ClockUtil.offset(Duration.between(Instant.now(), moment).toMillis());
  }
}
