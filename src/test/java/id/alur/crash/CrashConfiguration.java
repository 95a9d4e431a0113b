package id.alur.crash;

import id.alur.act.ActWorker;
import id.alur.engine.Plugins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a process that will be killed has besides the product: points at which it holds, and a clock that is wrong. */
@Configuration(proxyBeanMethods = false)
@Profile("crash")
class CrashConfiguration {

  @Bean
  HoldPoints holdPoints(Environment settings) {
    return new HoldPoints(List.of(settings.getProperty("alur.crash.hold-at", Point[].class, new Point[0])),
        Path.of(settings.getRequiredProperty("alur.crash.folder")));
  }

  @Bean
  ProcessEnginePlugin wrongClock(Environment settings) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        ClockUtil.offset(settings.getProperty("alur.crash.clock-offset-in-millis", Long.class, 0L));
      }
    };
  }

  @Bean
  ProcessEnginePlugin formsAreHeld(HoldPoints points) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(
            Plugins.append(engine.getCustomPostBPMNParseListeners(), new FormsAreHeld(points)));
      }
    };
  }

  @Bean
  static BeanPostProcessor actsAreHeld(ObjectProvider<HoldPoints> points) {
    return new ActsAreHeld(points);
  }

  /** Holds a form once its rules have accepted it. */
  private static final class FormsAreHeld extends AbstractBpmnParseListener {

    private static final List<Point> ANY_FORM = List.of(Point.BEFORE_FORM_IS_COMMITTED, Point.BEFORE_FORM_IS_ANSWERED);
    private static final Map<String, List<Point>> FORMS = Map.of(
        "userTask_startSync", List.of(Point.BEFORE_START_SYNC_IS_COMMITTED, Point.BEFORE_START_SYNC_IS_ANSWERED),
        "userTask_recordDownloads", List.of(Point.BEFORE_NINE_GREEN_ARE_COMMITTED, Point.BEFORE_NINE_GREEN_ARE_ANSWERED));

    private final HoldPoints points;

    FormsAreHeld(HoldPoints points) {
      this.points = points;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::hold);
    }

    private void hold(DelegateTask task) {
      List<Point> ofForm = FORMS.getOrDefault(task.getTaskDefinitionKey(), ANY_FORM);
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
          points.pass(ofForm.get(0));
        }

        @Override
        public void afterCommit() {
          points.pass(ofForm.get(1));
        }
      });
    }
  }

  /** Stands around the workers and around the service by which they report. */
  private static final class ActsAreHeld implements BeanPostProcessor {

    private final ObjectProvider<HoldPoints> points;
    private final ThreadLocal<Boolean> isJournalled = ThreadLocal.withInitial(() -> false);

    ActsAreHeld(ObjectProvider<HoldPoints> points) {
      this.points = points;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean instanceof ActWorker worker) {
        return around(ActWorker.class, bean, (method, call) -> switch (method) {
          case "isRepeatable" -> takeUp(worker, call);
          case "perform" -> perform(worker, call);
          default -> call.now();
        });
      }
      if (bean instanceof ExternalTaskService) {
        return around(ExternalTaskService.class, bean, (method, call) -> report(method, call));
      }
      return bean;
    }

    /** The first that is asked of a worker, when an act of his was fetched. */
    private Object takeUp(ActWorker worker, Call call) throws Throwable {
      pass(worker.topic().equals("openAccessRequest") ? Point.BEFORE_INTENT : null);
      return call.now();
    }

    private Object perform(ActWorker worker, Call call) throws Throwable {
      isJournalled.set(!worker.isRepeatable());
      pass(switch (worker.topic()) {
        case "openAccessRequest" -> Point.BEFORE_TICKET;
        case "handOverAnswer" -> Point.BETWEEN_UPLOAD_AND_REQUEST;
        default -> null;
      });
      Object outcome = call.now();
      pass(switch (worker.topic()) {
        case "openAccessRequest", "handOverAnswer" -> Point.BETWEEN_TICKET_AND_JOURNAL;
        default -> null;
      });
      return outcome;
    }

    private Object report(String method, Call call) throws Throwable {
      pass(method.equals("complete") && isJournalled.get() ? Point.BETWEEN_JOURNAL_AND_ENGINE : null);
      return call.now();
    }

    private void pass(Point point) {
      if (point != null) {
        points.getObject().pass(point);
      }
    }

    private static Object around(Class<?> type, Object bean, Around around) {
      return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
          (proxy, method, arguments) -> around.go(method.getName(), () -> invoke(bean, method, arguments)));
    }

    private static Object invoke(Object bean, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(bean, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private interface Call {
    Object now() throws Throwable;
  }

  private interface Around {
    Object go(String method, Call call) throws Throwable;
  }
}
