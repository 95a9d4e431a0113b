package id.alur.access;

import id.alur.engine.Plugins;
import id.alur.engine.RejectedInput;
import id.alur.engine.Variable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Every case belongs to a unit, a PT or a school: the engine's tenant. What is not yours does not exist for you.
 *
 * <p>Definitions carry no tenant. A case takes its unit from the field {@link #CODE} of its start form, which must be a
 * unit of the person who starts it; a called case inherits it.
 */
@Component
public final class Units extends AbstractProcessEnginePlugin {

  /** Kode PT or NPSN of the unit that a case is for: a field of every start form. */
  public static final Variable<String> CODE = Variable.text("unitCode");

  private static final Set<String> ALL_UNITS =
      Arrays.stream(Group.values()).filter(Group::seesAllUnits).map(Group::id).collect(Collectors.toUnmodifiableSet());

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTenantIdProvider(new UnitOfCase());
    engine.setCustomPostBPMNParseListeners(
        Plugins.append(engine.getCustomPostBPMNParseListeners(), new NoCaseWithoutUnit()));
    engine.setCustomSessionFactories(
        Plugins.append(engine.getCustomSessionFactories(), new VisibleUnitsFactory()));
  }

  private static boolean isUnitOf(Authentication person, String code) {
    return person.getTenantIds() != null && person.getTenantIds().contains(code);
  }

  private static Authentication person() {
    return Context.getCommandContext().getAuthentication();
  }

  /** Members of groups that see all units are not limited, unless they have units of their own. */
  private static final class VisibleUnits extends TenantManager {
    @Override
    public boolean isTenantCheckEnabled() {
      return super.isTenantCheckEnabled() && !seesAll(getCurrentAuthentication());
    }

    private static boolean seesAll(Authentication person) {
      boolean hasOwnUnits = person.getTenantIds() != null && !person.getTenantIds().isEmpty();
      return !hasOwnUnits && person.getGroupIds() != null && person.getGroupIds().stream().anyMatch(ALL_UNITS::contains);
    }
  }

  private static final class VisibleUnitsFactory implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return TenantManager.class;
    }

    @Override
    public Session openSession() {
      return new VisibleUnits();
    }
  }

  /** Asked only when a case is started: a called case and a decision take the unit of their case by themselves. */
  private static final class UnitOfCase implements TenantIdProvider {
    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
      Object code = start.getVariables().get(CODE.name());
      String unit = code instanceof String text ? text.strip() : null;
      return person() == null || isUnitOf(person(), unit) ? unit : null;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
      return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
      return null;
    }
  }

  /** Runs after the start form's own rules, so that a code that is malformed is told as such first. */
  private static final class NoCaseWithoutUnit extends AbstractBpmnParseListener {
    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
      if (scope instanceof ProcessDefinitionEntity) {
        startEvent.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) NoCaseWithoutUnit::check);
      }
    }

    private static void check(DelegateExecution start) {
      if (start.getTenantId() == null) {
        throw RejectedInput.of(CODE.name(), "Akun Anda tidak terdaftar untuk kode ini. Periksa angkanya; "
            + "bila sudah benar, minta admin Alur mendaftarkan Anda pada kode ini.");
      }
    }
  }
}
