package id.alur;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
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

  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;
  @Autowired ManagementService management;
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
}
