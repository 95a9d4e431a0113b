package id.alur;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product as it is configured for PostgreSQL. */
@SpringBootTest(
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class},
    properties = {"alur.data=target/postgres-test", "camunda.bpm.job-execution.enabled=false",
        "ALUR_ADMIN_PASSWORD=" + People.PASSWORD})
@ActiveProfiles("postgres")
class PostgresTest {

  private static final String UNIT = "001042";
  private static final int CROWD = 20;

  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired Flyway flyway;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    PGSimpleDataSource database = (PGSimpleDataSource) Database.POSTGRESQL.empty();
    properties.add("ALUR_DATABASE_URL", database::getURL);
    properties.add("ALUR_DATABASE_USER", database::getUser);
    properties.add("ALUR_DATABASE_PASSWORD", () -> "");
  }

  @Test
  void startsWithTablesGroupsAndFilters() {
    assertThat(management.getProperties()).containsKey("schema.version");
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).isNotEmpty();
    assertThat(identity.createGroupQuery().groupType("WORKFLOW").count()).isEqualTo(Group.values().length);
    assertThat(filters.createFilterQuery().count()).isEqualTo(2);
  }

  @Test
  void takesACaseThroughItsFirstSteps() {
    String siti = people.member("siti", Group.ADMIN_PT, UNIT);
    ProcessInstance sync = procedure.start(siti, "sister-manual-sync", Map.of("unitCode", UNIT,
        "institutionName", "Universitas Contoh", "sisterAddress", "https://192.0.2.10",
        "eligibilityCase", "identifiedByCentralTeam", "noticeHeld", "yes",
        "noticeDocument", documents.evidenceForStart(siti, "sister-manual-sync")));
    procedure.submit(siti, sync, "userTask_requestAccess", Map.of("accessRequestNumber", "#123456"));
    assertThat(procedure.taskOf(sync, "userTask_receiveCredentials").getTenantId()).isEqualTo(UNIT);
  }

  @Test
  void makesOneUpdateTaskOfManyReportsAtTheSameMoment() throws Exception {
    String rina = people.member("rina", Group.STAF_PUSTIPD, UNIT);
    CyclicBarrier start = new CyclicBarrier(CROWD);
    ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    try {
      List<Callable<ProcessInstance>> reports = IntStream.range(0, CROWD).mapToObj(number ->
          (Callable<ProcessInstance>) () -> {
            start.await(10, TimeUnit.SECONDS);
            return procedure.start(rina, "help-desk-app-update", Map.of("unitCode", UNIT, "updateNow", "yes",
                "causeDetail", "Versi 6." + number + " diumumkan"));
          }).toList();
      List<ProcessInstance> open = new ArrayList<>();
      for (Future<ProcessInstance> report : crowd.invokeAll(reports)) {
        if (!procedure.openTasksOf(report.get()).isEmpty()) {
          open.add(report.get());
        }
      }
      assertThat(open).hasSize(1);
      assertThat((String) runtime.getVariable(open.get(0).getId(), "causes")).hasLineCount(CROWD);
    } finally {
      crowd.shutdownNow();
    }
  }
}
