package id.alur.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whoever took a task by mistake can release it. The engine knows only one right for that, which would also let him give
 * the task to anybody: that stays with administrators.
 */
@Component
final class ReleasePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<IdentityService> identity;

  ReleasePlugin(ObjectProvider<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setResourceAuthorizationProvider(new AssigneeMayRelease());
    engine.setCustomPostBPMNParseListeners(Plugins.append(engine.getCustomPostBPMNParseListeners(), new OnlyReleased()));
  }

  private void check(DelegateTask task) {
    Authentication person = identity.getObject().getCurrentAuthentication();
    PropertyChange assignee = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
    boolean isGivenAway = assignee != null && assignee.getOrgValue() != null && assignee.getNewValue() != null;
    if (person != null && isGivenAway && !isAdministrator(person)) {
      throw RejectedInput.ofForm("Tugas ini hanya dapat dilepas, tidak diberikan langsung kepada orang lain. "
          + "Lepas tugas ini agar rekan Anda dapat mengambilnya.");
    }
  }

  private static boolean isAdministrator(Authentication person) {
    List<String> groups = person.getGroupIds();
    return groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
  }

  private static final class AssigneeMayRelease extends DefaultAuthorizationProvider {
    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
      AuthorizationEntity[] rights = super.newTaskAssignee(task, oldAssignee, newAssignee);
      if (rights != null) {
        for (AuthorizationEntity right : rights) {
          right.addPermission(Permissions.TASK_ASSIGN);
        }
      }
      return rights;
    }
  }

  private final class OnlyReleased extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, ReleasePlugin.this::check);
    }
  }
}
