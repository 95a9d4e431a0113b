package id.alur.vault;

import id.alur.Database;
import id.alur.engine.Durable;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package put together on one database and one folder, with a clock that tests turn. */
final class VaultWorkshop {

  static final String KIND = "secret-sister-login";
  static final Submission SUBMISSION = new Submission("siti", Submission.task("t1"), "case-1", "001001");

  final SecretTable table;
  final JdbcClient jdbc;
  final Vault vault;
  final SecretKeeper keeper;
  final SecretSweeper sweeper;
  private final DataSource source;
  private final Path data;
  private final TransactionTemplate transaction;
  private final Clock clock = ((InstantSource) this::now).withZone(ZoneOffset.UTC);
  private Instant now = Instant.parse("2026-11-20T03:00:00Z");

  VaultWorkshop(Database database, Path data) throws IOException, MetaDataAccessException {
    this.source = database.migrated();
    this.data = data;
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    jdbc = JdbcClient.create(source);
    table = new SecretTable(jdbc);
    vault = vaultWith(settings(null));
    keeper = new SecretKeeper(vault);
    sweeper = new SecretSweeper(table, clock);
  }

  static VaultSettings settings(String key, String... oldKeys) {
    return new VaultSettings(key, null, List.of(oldKeys), Duration.ofHours(1));
  }

  /** A node on the same database with other keys. */
  Vault vaultWith(VaultSettings settings) throws IOException, MetaDataAccessException {
    return new Vault(table, new Keyring(settings, data), new Durable(source), settings, clock);
  }

  String stored(String secret) {
    return vault.store(KIND, secret, "siti", Submission.task("t1"));
  }

  String adopted(String secret) {
    String reference = stored(secret);
    adopt(reference, SUBMISSION);
    return reference;
  }

  void adopt(String reference, Submission submission) {
    adopt(reference, KIND, submission);
  }

  void adopt(String reference, String kind, Submission submission) {
    transaction.executeWithoutResult(t -> keeper.adopt("credentials", kind, reference, submission));
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
