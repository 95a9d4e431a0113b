package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EngineLockTest {

  private static final String MODEL = Bpmn.convertToString(
      Bpmn.createExecutableProcess("trial").startEvent("startEvent_begin").endEvent("endEvent_end").done());

  private final ExecutorService nodes = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopNodes() {
    nodes.shutdownNow();
  }

  @RepeatedTest(5)
  void letsTwoNodesStartAtOnceOnAnEmptyPostgres() throws Exception {
    DataSource database = Database.POSTGRESQL.empty();
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Long> node = () -> {
      together.await(30, TimeUnit.SECONDS);
      return startAndDeploy(database, new EngineLock(database));
    };
    Future<Long> first = nodes.submit(node);
    Future<Long> second = nodes.submit(node);

    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void holdsTheOtherNodeBackUntilTheFirstHasStarted() throws Exception {
    DataSource database = Database.POSTGRESQL.empty();
    EngineLock first = new EngineLock(database);
    first.preInit(null);
    EngineLock second = new EngineLock(database);
    Future<?> waiting = nodes.submit(() -> second.preInit(null));

    assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    first.release();
    waiting.get(10, TimeUnit.SECONDS);
    second.release();
  }

  @Test
  void leavesH2Alone() throws Exception {
    DataSource database = Database.H2.empty();
    EngineLock first = new EngineLock(database);
    first.preInit(null);
    new EngineLock(database).preInit(null);
    first.release();
  }

  /** The number of versions of the one procedure that both nodes bring. */
  private static long startAndDeploy(DataSource database, EngineLock lock) throws Exception {
    ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setHistoryTimeToLive("P1D");
    configuration.getProcessEnginePlugins().add(lock);
    ProcessEngine engine = configuration.buildProcessEngine();
    try {
      engine.getRepositoryService().createDeployment().name("trial").enableDuplicateFiltering(false)
          .addString("trial.bpmn", MODEL)
          .deploy();
      lock.release();
      return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("trial").count();
    } finally {
      engine.close();
    }
  }
}
