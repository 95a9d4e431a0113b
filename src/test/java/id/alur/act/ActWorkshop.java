package id.alur.act;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.alur.Database;
import id.alur.engine.Durable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** The parts of this package put together on one database, with at most four connections and the engine's clock. */
final class ActWorkshop {

  private static final Map<Database, ActWorkshop> SHARED = new EnumMap<>(Database.class);

  final ProcessEngine engine;
  final ExternalTaskService externalTasks;
  final ActJournal journal;
  final ActDecisions decisions;
  final ProgressReports reports;
  final ActProgress progress;
  private final JdbcTransactionManager transactions;
  private final Clock clock = ((InstantSource) () -> ClockUtil.getCurrentTime().toInstant()).withZone(ZoneOffset.UTC);
  private JavaDelegate file = execution -> { };
  private Runnable afterFetch = () -> { };

  private ActWorkshop(Database database) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(database.migrated());
    pool.setMaximumPoolSize(4);
    HikariDataSource source = new HikariDataSource(pool);
    Runtime.getRuntime().addShutdownHook(new Thread(source::close));
    transactions = new JdbcTransactionManager(source);
    transactions.addListener(new AfterFetch());
    journal = new ActJournal(JdbcClient.create(source), transactions, durable(source), clock);
    reports = new ProgressReports(journal);
    decisions = new ActDecisions(journal, settings(), clock);
    engine = engine(source);
    externalTasks = engine.getExternalTaskService();
    progress = new ActProgress(externalTasks, engine.getHistoryService(),
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), journal, settings(), clock);
    engine.getRepositoryService().createDeployment()
        .addClasspathResource("act/letter.bpmn").addClasspathResource("act/followed-letter.bpmn").deploy();
  }

  /** One for all tests of this JVM: each test looks at cases of its own. */
  static synchronized ActWorkshop on(Database database) {
    return SHARED.computeIfAbsent(database, ActWorkshop::new);
  }

  private static Durable durable(HikariDataSource source) {
    try {
      return new Durable(source);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcessEngine engine(HikariDataSource source) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setDataSource(source);
    configuration.setTransactionManager(transactions);
    // As in the product; the engine's own would need a second connection within a transaction.
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setHistoryTimeToLive("P1D");
    configuration.setBeans(Map.of("file", (JavaDelegate) execution -> file.execute(execution)));
    configuration.getProcessEnginePlugins().add(new ActPlugin(decisions));
    return configuration.buildProcessEngine();
  }

  /** What happens in the model right after an act. */
  void filing(JavaDelegate how) {
    file = how;
  }

  /** What happens each time that a node has fetched acts, before it begins them. */
  void afterFetch(Runnable what) {
    afterFetch = what;
  }

  private final class AfterFetch implements TransactionExecutionListener {
    @Override
    public void afterCommit(TransactionExecution fetch, Throwable failure) {
      if (Thread.currentThread().getName().equals("act-poller")) {
        afterFetch.run();
      }
    }
  }

  static ActSettings settings() {
    return new ActSettings("node", 16, Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofSeconds(3),
        Duration.ofSeconds(90), Duration.ofMinutes(1));
  }

  /** A node. */
  ActRunner runner(ActWorker worker) {
    return runner(worker, settings(), externalTasks);
  }

  ActRunner runner(ActWorker worker, ActSettings settings) {
    return runner(worker, settings, externalTasks);
  }

  /** A node whose reports to the engine go through {@code reports}. */
  ActRunner runner(ActWorker worker, ActSettings settings, ExternalTaskService reports) {
    StaticListableBeanFactory workers = new StaticListableBeanFactory(Map.of("worker", worker));
    ActReport report = new ActReport(reports, journal, transactions, settings);
    return new ActRunner(engine, new ActPerformer(journal, report, this.reports, settings, clock),
        workers.getBeanProvider(ActWorker.class), settings, new CamundaBpmProperties(), clock);
  }

  /** The engine's service, with something that happens before and after each completion. */
  ExternalTaskService around(Runnable before, Runnable after) {
    return (ExternalTaskService) Proxy.newProxyInstance(getClass().getClassLoader(),
        new Class<?>[] {ExternalTaskService.class}, (proxy, method, arguments) -> {
          boolean completes = method.getName().equals("complete");
          if (completes) {
            before.run();
          }
          try {
            Object answer = method.invoke(externalTasks, arguments);
            if (completes) {
              after.run();
            }
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  String start() {
    return engine.getRuntimeService().startProcessInstanceByKey("letter").getId();
  }

  /** Starts a case in which siti follows how the letter is sent. */
  String startFollowed() {
    return engine.getRuntimeService().startProcessInstanceByKey("followedLetter").getId();
  }

  List<String> start(int cases) {
    return IntStream.range(0, cases).mapToObj(i -> start()).toList();
  }

  /** Where the case stands: the user task, or the service task that still waits. */
  String positionOf(String caseId) {
    return engine.getRuntimeService().getActiveActivityIds(caseId).get(0);
  }

  Task taskOf(String caseId) {
    return engine.getTaskService().createTaskQuery().processInstanceId(caseId).singleResult();
  }

  void complete(String caseId, Map<String, Object> answer) {
    engine.getTaskService().complete(taskOf(caseId).getId(), answer);
  }

  Optional<JournalEntry> lastActOf(String caseId) {
    return journal.last(caseId, "serviceTask_sendLetter");
  }

  static void pass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }
}
