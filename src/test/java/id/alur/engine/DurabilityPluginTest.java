package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Commands on a table instead of the engine's, with the transaction that the plugin opens. */
class DurabilityPluginTest {

  private final JdbcTemplate jdbc = new JdbcTemplate(Database.H2.empty());
  private final Command<Integer> write = context -> jdbc.update("insert into form values ('isian')");
  private final Command<Integer> read = context -> rows();
  private final Command<Integer> refuse = context -> {
    write.execute(context);
    throw RejectedInput.ofForm("Isian ini tidak diterima.");
  };

  private RecordingDurable durable;
  private CommandInterceptor commands;

  @BeforeEach
  void start() throws Exception {
    jdbc.execute("create table form (content varchar)");
    durable = new RecordingDurable(jdbc.getDataSource());
    commands = interceptor(durable);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
  }

  @AfterEach
  void endRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void waitsAfterTheCommitOfARequestThatWrote() {
    assertThat(commands.execute(write)).isEqualTo(1);
    assertThat(durable.rowsWhenAsked).containsExactly(1);
    assertThat(durable.askedWithinTransaction).isFalse();
  }

  @Test
  void doesNotWaitForARequestThatOnlyReads() {
    assertThat(commands.execute(read)).isZero();
    assertThat(durable.rowsWhenAsked).isEmpty();
  }

  @Test
  void doesNotWaitForAJob() {
    RequestContextHolder.resetRequestAttributes();
    assertThat(commands.execute(write)).isEqualTo(1);
    assertThat(durable.rowsWhenAsked).isEmpty();
  }

  @Test
  void undoesWhatWasRefusedAndDoesNotWait() {
    assertThatThrownBy(() -> commands.execute(refuse)).isInstanceOf(RejectedInput.class);
    assertThat(rows()).isZero();
    assertThat(durable.rowsWhenAsked).isEmpty();
  }

  @Test
  void waitsOnceForACommandWithinACommand() {
    Command<Integer> writeTwice = context -> commands.execute(write) + commands.execute(write);
    assertThat(commands.execute(writeTwice)).isEqualTo(2);
    assertThat(durable.rowsWhenAsked).containsExactly(2);
  }

  @Test
  void leavesPostgresqlAlone() throws Exception {
    assertThat(interceptor(new Durable(Database.POSTGRESQL.empty()))).isNull();
  }

  private CommandInterceptor interceptor(Durable durable) {
    StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
    new DurabilityPlugin(durable, new JdbcTransactionManager(jdbc.getDataSource())).preInit(engine);
    if (engine.getCustomPreCommandInterceptorsTxRequired() == null) {
      return null;
    }
    CommandInterceptor interceptor = engine.getCustomPreCommandInterceptorsTxRequired().get(0);
    interceptor.setNext(new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> command) {
        return command.execute(null);
      }
    });
    return interceptor;
  }

  private int rows() {
    return jdbc.queryForObject("select count(*) from form", Integer.class);
  }

  private final class RecordingDurable extends Durable {

    final List<Integer> rowsWhenAsked = new ArrayList<>();
    boolean askedWithinTransaction;

    RecordingDurable(DataSource database) throws MetaDataAccessException {
      super(database);
    }

    @Override
    public void acknowledge() {
      rowsWhenAsked.add(rows());
      askedWithinTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
    }
  }
}
