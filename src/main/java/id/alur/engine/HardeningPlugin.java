package id.alur.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Closes the ways around forms, rules and published holes that an engine with default settings leaves open. */
@Component
final class HardeningPlugin extends AbstractProcessEnginePlugin {

  private final ApplicationContext context;
  private final ObjectProvider<IdentityService> identity;
  private final ObjectProvider<ReferenceKeeper> keepers;

  HardeningPlugin(ApplicationContext context, ObjectProvider<IdentityService> identity,
      ObjectProvider<ReferenceKeeper> keepers) {
    this.context = context;
    this.identity = identity;
    this.keepers = keepers;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new ModelExpressions(context));
    engine.setCustomPreCommandInterceptorsTxRequired(
        Plugins.append(engine.getCustomPreCommandInterceptorsTxRequired(), new PersonsUseForms(identity)));
    engine.setCustomPostBPMNParseListeners(
        Plugins.append(engine.getCustomPostBPMNParseListeners(), new FormGuard(identity, keepers)));
  }
}
