package id.alur.engine;

import java.util.HashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of models, and nothing else.
 *
 * <p>Only beans marked {@link InModel} can be named. An expression without a variable scope comes from a task query or
 * a stored filter, so from a person: all but two are refused, wherever they hide (CVE-2026-109432: inside orQueries).
 */
final class ModelExpressions extends SpringExpressionManager {

  private static final Set<String> ALLOWED_IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}");

  ModelExpressions(ApplicationContext context) {
    super(context, new ModelBeans(context));
  }

  @Override
  public Expression createExpression(String text) {
    ensureInitialized();
    return new JuelExpression(createValueExpression(text), this, text) {
      @Override
      public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        if (scope == null && !ALLOWED_IN_QUERIES.contains(text)) {
          throw new BadUserRequestException("Expressions in queries are not allowed");
        }
        return super.getValue(scope, execution);
      }
    };
  }

  /** The marked beans by name; each is created only when a model first names it. */
  private static final class ModelBeans extends HashMap<Object, Object> {

    private final transient ApplicationContext context;

    ModelBeans(ApplicationContext context) {
      this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
      return name instanceof String bean
          && context.containsBean(bean)
          && context.findAnnotationOnBean(bean, InModel.class) != null;
    }

    @Override
    public Object get(Object name) {
      return containsKey(name) ? context.getBean((String) name) : null;
    }
  }
}
