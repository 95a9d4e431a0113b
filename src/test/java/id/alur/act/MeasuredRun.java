package id.alur.act;

import com.zaxxer.hikari.HikariDataSource;
import id.alur.Alur;
import id.alur.access.Units;
import id.alur.engine.InModel;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The product in a process of its own, with two small procedures to be measured: one signs in at a SISTER and keeps its
 * answer, one waits for a timer. {@link MeasuredAlur} starts it.
 */
final class MeasuredRun {

  static final String PROFILE = "measured";
  static final String SERVES_AT = "Measured at port ";

  private MeasuredRun() {}

  public static void main(String[] arguments) {
    SpringApplication alur = new SpringApplication(Alur.class);
    alur.setAdditionalProfiles(PROFILE);
    ConfigurableApplicationContext context = alur.run(arguments);
    System.out.println(SERVES_AT + context.getEnvironment().getProperty("local.server.port"));
  }

  /** How late each timer was, once what it led to was committed. */
  @InModel("recordLateness")
  @Profile(PROFILE)
  static final class RecordLateness implements JavaDelegate {

    private final List<Long> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final Clock clock;

    RecordLateness(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
      Instant due = ((Date) execution.getVariable("due")).toInstant();
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          milliseconds.add(Duration.between(due, clock.instant()).toMillis());
        }
      });
    }
  }

  /** What {@link MeasuredAlur} asks for. */
  @RestController
  @RequestMapping("/measured")
  @Profile(PROFILE)
  static final class Controller {

    private static final Map<String, Object> UNIT = Map.of(Units.CODE.name(), "001999");
    private static final Duration BEFORE_THE_FIRST_TIMER = Duration.ofSeconds(2);

    private final RuntimeService runtime;
    private final ExternalTaskService externalTasks;
    private final HikariDataSource pool;
    private final RecordLateness lateness;
    private final Clock clock;
    private final AtomicInteger mostConnections = new AtomicInteger();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread thread = new Thread(work, "measured-connections");
      thread.setDaemon(true);
      return thread;
    });

    Controller(RepositoryService repository, RuntimeService runtime, ExternalTaskService externalTasks,
        HikariDataSource pool, RecordLateness lateness, Clock clock) {
      this.runtime = runtime;
      this.externalTasks = externalTasks;
      this.pool = pool;
      this.lateness = lateness;
      this.clock = clock;
      repository.createDeployment().name(PROFILE)
          .addModelInstance("sign-in.bpmn", Bpmn.createExecutableProcess("sign-in").startEvent()
              .serviceTask("serviceTask_signIn").camundaType("external").camundaTopic("signIn")
              .userTask("userTask_look").name("Lihat jawaban").camundaAssignee("admin").endEvent().done())
          .addModelInstance("timer.bpmn", Bpmn.createExecutableProcess("timer").startEvent()
              .intermediateCatchEvent("event_due").timerWithDate("${due}")
              .serviceTask("serviceTask_recordLateness").camundaDelegateExpression("${recordLateness}").endEvent().done())
          .deploy();
      watch.scheduleAtFixedRate(this::countConnections, 0, 5, TimeUnit.MILLISECONDS);
    }

    private void countConnections() {
      mostConnections.accumulateAndGet(pool.getHikariPoolMXBean().getActiveConnections(), Math::max);
    }

    /** Starts cases, each with one act. */
    @PostMapping("/acts")
    void startActs(@RequestParam int count) {
      for (int i = 0; i < count; i++) {
        runtime.startProcessInstanceByKey("sign-in", UNIT);
      }
    }

    /** How many acts have not ended. */
    @GetMapping("/acts")
    long acts() {
      return externalTasks.createExternalTaskQuery().count();
    }

    /** Starts cases whose timers are due one after the other. */
    @PostMapping("/timers")
    void startTimers(@RequestParam int count, @RequestParam Duration within) {
      lateness.milliseconds.clear();
      Instant first = clock.instant().plus(BEFORE_THE_FIRST_TIMER);
      for (int i = 0; i < count; i++) {
        Instant due = first.plus(within.multipliedBy(i).dividedBy(count));
        runtime.createProcessInstanceByKey("timer").setVariables(UNIT).setVariable("due", Date.from(due)).execute();
      }
    }

    /** By how many milliseconds each timer was late so far. */
    @GetMapping("/timers")
    List<Long> lateness() {
      return List.copyOf(lateness.milliseconds);
    }

    /** The most connections in use at once since it was last asked. */
    @GetMapping("/connections")
    int mostConnections() {
      return mostConnections.getAndSet(0);
    }

    /** The megabytes that are still referred to. */
    @GetMapping("/heap")
    long liveHeap() {
      ManagementFactory.getMemoryMXBean().gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
  }
}
