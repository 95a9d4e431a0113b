package id.alur.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request was told is done survives a killed process: its command returns when its changes are on the disk.
 *
 * <p>Jobs and workers do not wait (what they lose they do again, or ask the journal), nor do commands that only read.
 */
@Component
final class DurabilityPlugin extends AbstractProcessEnginePlugin {

  private final Durable durable;
  private final TransactionTemplate transaction;

  DurabilityPlugin(Durable durable, PlatformTransactionManager transactions) {
    this.durable = durable;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (durable.isNeeded()) {
      engine.setCustomPreCommandInterceptorsTxRequired(
          Plugins.append(engine.getCustomPreCommandInterceptorsTxRequired(), new KeptBeforeAnswered()));
    }
  }

  /** Opens the transaction that the engine then joins, to see before its end what it changed, and to wait after it. */
  private final class KeptBeforeAnswered extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      if (isWithinTransaction() || !isWithinRequest()) {
        return next.execute(command);
      }
      Outcome<T> outcome = transaction.execute(status -> new Outcome<>(next.execute(command), durable.hasChanges()));
      if (outcome.hasChanges()) {
        durable.acknowledge();
      }
      return outcome.result();
    }
  }

  private record Outcome<T>(T result, boolean hasChanges) {}

  private static boolean isWithinTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  private static boolean isWithinRequest() {
    return RequestContextHolder.getRequestAttributes() != null;
  }
}
