package id.alur.cases;

import id.alur.engine.Plugins;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Adds the case's number to the name of each task: whoever serves many cases sees which one it is, and finds it by it. */
@Component
final class TaskNamePlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPostBPMNParseListeners(Plugins.append(engine.getCustomPostBPMNParseListeners(), new Names()));
  }

  private static final class Names extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, Names::addCaseNumber);
    }

    private static void addCaseNumber(DelegateTask task) {
      String number = task.getExecution().getProcessBusinessKey();
      if (number != null) {
        task.setName(task.getName() + " · " + number);
      }
    }
  }
}
