package id.alur.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The person who is logged in to the web apps, and what the engine lets this person see and do. */
@Component
public final class CurrentUser {

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final HistoryService history;

  CurrentUser(IdentityService identity, AuthorizationService authorizations, TaskService tasks,
      RepositoryService repository, HistoryService history) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.tasks = tasks;
    this.repository = repository;
    this.history = history;
  }

  /** The user id; empty if nobody is logged in. */
  public Optional<String> id() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
  }

  /** Whether this person may fill in the form of a task: it is theirs, or nobody's and they may take it. */
  public boolean mayWorkOn(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
    return task != null && (task.getAssignee() == null ? mayTake(task) : isMe(task.getAssignee()));
  }

  /** Whether this person may start the newest version of a process. */
  public boolean mayStart(String processId) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(processId).latestVersion().active()
        .startablePermissionCheck().count() > 0;
  }

  /** Whether this person may see a case: one of its open tasks, or its history. */
  public boolean maySeeCase(String caseId) {
    return tasks.createTaskQuery().processInstanceId(caseId).count() > 0
        || history.createHistoricProcessInstanceQuery().processInstanceId(caseId).count() > 0;
  }

  private boolean isMe(String userId) {
    return id().filter(userId::equals).isPresent();
  }

  private boolean mayTake(Task task) {
    return mayWorkOn(Resources.TASK, task.getId())
        || mayWorkOn(Resources.PROCESS_DEFINITION, processIdOf(task));
  }

  private boolean mayWorkOn(Resource resource, String resourceId) {
    Authentication me = Objects.requireNonNull(identity.getCurrentAuthentication());
    return authorizations.isUserAuthorized(me.getUserId(), me.getGroupIds(), Permissions.TASK_WORK, resource, resourceId);
  }

  private String processIdOf(Task task) {
    return repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
  }
}
