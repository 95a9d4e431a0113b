package id.alur.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes groups, grants and Tasklist filters what this release says they are, at every start. */
@Component
@Order(0) // before whoever needs a group
final class AccessSetup implements ApplicationRunner {

  private static final Set<Group> READERS = EnumSet.of(Group.MANAJER, Group.AUDITOR);

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;
  private final ObjectProvider<Starters> starters;

  AccessSetup(IdentityService identity, AuthorizationService authorizations, FilterService filters, TaskService tasks,
      ObjectProvider<Starters> starters) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
    this.starters = starters;
  }

  @Override
  public void run(ApplicationArguments args) {
    for (Group group : Group.values()) {
      save(group);
      grantApplications(group);
    }
    starters.forEach(this::grantStart);
    READERS.forEach(this::grantReading);
    grant(Group.AUDITOR, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    saveFilters();
  }

  private void save(Group group) {
    org.camunda.bpm.engine.identity.Group saved = identity.createGroupQuery().groupId(group.id()).singleResult();
    if (saved == null) {
      saved = identity.newGroup(group.id());
      saved.setType("WORKFLOW");
    }
    saved.setName(group.label());
    identity.saveGroup(saved);
  }

  private void grantApplications(Group group) {
    grant(group, APPLICATION, "welcome", ACCESS);
    grant(group, APPLICATION, "tasklist", ACCESS);
    // a task in the list names its procedure
    grant(group, PROCESS_DEFINITION, ANY, READ);
  }

  private void grantStart(Starters starter) {
    for (Group group : starter.groups()) {
      grant(group, PROCESS_DEFINITION, starter.processId(), CREATE_INSTANCE);
      grant(group, PROCESS_INSTANCE, ANY, CREATE);
    }
  }

  private void grantReading(Group group) {
    grant(group, APPLICATION, "cockpit", ACCESS);
    grant(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY, READ_HISTORY_VARIABLE);
    grant(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY);
    grant(group, DEPLOYMENT, ANY, READ);
  }

  private void grant(Group group, Resource resource, String resourceId, Permission... permissions) {
    Authorization grant = authorizations.createAuthorizationQuery().groupIdIn(group.id()).resourceType(resource)
        .resourceId(resourceId).authorizationType(Authorization.AUTH_TYPE_GRANT).singleResult();
    if (grant == null) {
      grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group.id());
      grant.setResource(resource);
      grant.setResourceId(resourceId);
    }
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }

  private void saveFilters() {
    List<Group> everyone = List.of(Group.values());
    save("Tugas saya", 10, "Tugas yang Anda kerjakan", everyone,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    save("Tugas kelompok saya", 20, "Tugas yang dapat Anda ambil", everyone,
        tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
  }

  private void save(String name, int priority, String description, List<Group> readers, TaskQuery query) {
    Filter filter = filters.createFilterQuery().filterName(name).singleResult();
    if (filter == null) {
      filter = filters.newTaskFilter(name);
    }
    filter.setQuery(query);
    filter.setProperties(Map.of("priority", priority, "description", description, "color", "#0b6e4f",
        "refresh", true, "showUndefinedVariable", false,
        "variables", List.of(Map.of("name", Units.CODE.name(), "label", "Kode"))));
    String id = filters.saveFilter(filter).getId();
    readers.forEach(group -> grant(group, FILTER, id, READ));
  }
}
