package id.alur;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that Alur runs on, for tests of our own tables. */
public enum Database {

  H2 {
    @Override
    public DataSource empty() {
      return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    public List<String> settings() {
      return List.of();
    }
  },

  POSTGRESQL {
    @Override
    public DataSource empty() {
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (Connection connection = Server.SHARED.getPostgresDatabase().getConnection()) {
        connection.createStatement().execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.SHARED.getDatabase("postgres", name);
    }

    @Override
    public List<String> settings() {
      PGSimpleDataSource postgres = (PGSimpleDataSource) empty();
      try (Connection connection = postgres.getConnection()) {
        // the server for tests does not wait for the disk
        connection.createStatement().execute("alter database " + postgres.getDatabaseName() + " set synchronous_commit to on");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return List.of("--spring.profiles.active=postgres", "--ALUR_DATABASE_URL=" + postgres.getURL(),
          "--ALUR_DATABASE_USER=" + postgres.getUser());
    }
  };

  /** A fresh database without any table. */
  public abstract DataSource empty();

  /** The arguments by which Alur uses a fresh database that waits for the disk; of H2 the one in its data folder. */
  public abstract List<String> settings();

  /** A fresh database with our tables. */
  public DataSource migrated() {
    DataSource database = empty();
    Flyway.configure().dataSource(database).schemas("alur").defaultSchema("alur").load().migrate();
    return database;
  }

  /** One server for all tests of this JVM, started by the first that needs it. */
  private static final class Server {
    static final EmbeddedPostgres SHARED = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
            .setServerConfig("timezone", "UTC").setRegisterShutdownHook(false).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** After its clients: an application that ends with this JVM would wait long for a server that went before it. */
    private static void stop(EmbeddedPostgres server) {
      JdbcClient database = JdbcClient.create(server.getPostgresDatabase());
      try (server) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> database.sql("""
            select count(*) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()""").query(Integer.class).single() == 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
