package id.alur.vault;

import id.alur.Alur;
import id.alur.Database;
import id.alur.People;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL. */
@SpringBootTest(
    classes = {Alur.class, People.class, SecretTravel.SignInWithSecret.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"alur.data=" + SecretTravel.DATA + "postgres", "camunda.bpm.job-execution.enabled=false",
        "ALUR_ADMIN_PASSWORD=" + People.PASSWORD, "logging.threshold.console=warn"})
@ActiveProfiles("postgres")
class SecretTravelPostgresTest extends SecretTravel {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    PGSimpleDataSource database = (PGSimpleDataSource) Database.POSTGRESQL.empty();
    properties.add("ALUR_DATABASE_URL", database::getURL);
    properties.add("ALUR_DATABASE_USER", database::getUser);
    properties.add("ALUR_DATABASE_PASSWORD", () -> "");
  }
}
