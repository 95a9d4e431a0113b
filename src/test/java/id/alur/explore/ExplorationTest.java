package id.alur.explore;

import com.zaxxer.hikari.HikariDataSource;
import id.alur.AlurTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The whole product on a database that an {@link Explorer} can rewind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AlurTest
@Import({ExplorationTest.Rewindable.class, TaskForms.class, AnyProcedure.class})
@TestPropertySource(properties = {
    // the same few hundred statements again and again
    "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
    // a crash is what the explorer asked for, thousands of times
    "logging.level.org.camunda.bpm.engine.context=off",
    "logging.level.org.springframework.transaction.support.TransactionSynchronizationUtils=off",
    "logging.level.id.alur.act=error",
    "logging.level.id.alur.helpdesk=off",
    // sweepers see nothing of what the explored case owns, and would delete its files
    "alur.document.keep-unclaimed=P3650D"})
public @interface ExplorationTest {

  /** The product's own database, wrapped. */
  @TestConfiguration(proxyBeanMethods = false)
  class Rewindable {

    @Bean
    RewindableDataSource dataSource(DataSourceProperties properties) {
      return new RewindableDataSource(properties.initializeDataSourceBuilder().type(HikariDataSource.class).build());
    }

    @Bean
    Explorer explorer(RewindableDataSource database, ProcessEngine engine, JdbcClient jdbc) {
      return new Explorer(database, engine, jdbc);
    }
  }
}
