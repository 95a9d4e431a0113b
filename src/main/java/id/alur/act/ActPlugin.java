package id.alur.act;

import id.alur.engine.Plugins;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts {@link ActDecisions} in front of the completion of each user task with the property {@code act}. */
@Component
class ActPlugin extends AbstractProcessEnginePlugin {

  /** Names the service task whose outcome a user task decides. */
  static final String PROPERTY = "act";

  private final ActDecisions decisions;

  ActPlugin(ActDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostBPMNParseListeners(
        Plugins.append(engine.getCustomPostBPMNParseListeners(), new PersonsDecide()));
    // Else a code that a model forgot to catch would end the case without a word; now it becomes an incident.
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
  }

  private final class PersonsDecide extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      String act = actOf(element);
      if (act != null) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
            .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> decisions.decide(task, act));
      }
    }
  }

  private static String actOf(Element userTask) {
    Map<String, String> properties = userTask.element("extensionElements") == null
        ? null : BpmnParseUtil.parseCamundaExtensionProperties(userTask);
    return properties == null ? null : properties.get(PROPERTY);
  }
}
