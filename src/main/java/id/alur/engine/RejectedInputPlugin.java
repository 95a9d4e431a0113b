package id.alur.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Carries a {@link RejectedInput} out of the engine as HTTP 400 and without a stack trace in the log.
 *
 * <p>The engine wraps what a listener throws, loses its code and logs an error. The inner interceptor unwraps it before
 * the engine logs; the outer one turns it into the only type that the REST interface answers with 400.
 */
@Component
final class RejectedInputPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(
        Plugins.prepend(new Outer(), engine.getCustomPreCommandInterceptorsTxRequired()));
    engine.setCustomPostCommandInterceptorsTxRequired(
        Plugins.prepend(new Inner(), engine.getCustomPostCommandInterceptorsTxRequired()));
  }

  private static final class Inner extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (ProcessEngineException e) {
        RejectedInput rejected = RejectedInput.within(e);
        throw rejected == null ? e : rejected;
      }
    }
  }

  private static final class Outer extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (ProcessEngineException e) {
        RejectedInput rejected = RejectedInput.within(e);
        if (rejected == null) {
          throw e;
        }
        FormFieldValidationException refusal = new FormFieldValidationException(rejected.sentences(), rejected.getMessage());
        refusal.setCode(RejectedInput.CODE);
        refusal.initCause(rejected);
        throw refusal;
      }
    }
  }
}
