package id.alur.journeys;

import id.alur.People;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Procedures with a form for each thing that the form script can do, and siti and dewi, who work with them. */
@Component
@Profile("form-script")
class MadeUpOffice {

  static final String UNIT = "001042";
  private static final String STAFF = "staff";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final IdentityService identity;
  private final AuthorizationService authorizations;

  MadeUpOffice(ProcessEngine engine) {
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
    this.history = engine.getHistoryService();
    this.identity = engine.getIdentityService();
    this.authorizations = engine.getAuthorizationService();
    deploy(engine.getRepositoryService().createDeployment());
    admitStaff(engine.getFilterService());
    Stream.of("siti", "dewi").forEach(this::employ);
  }

  private static void deploy(DeploymentBuilder deployment) {
    Stream.of("letters.bpmn", "letters-start.html", "letters-write.html", "letters-check.html",
            "parcel.bpmn", "parcel-follow.html", "parcel-find-out.html", "copy.bpmn", "copy-record.html")
        .forEach(file -> deployment.addClasspathResource("form-script/" + file));
    deployment.deploy();
  }

  private void admitStaff(FilterService filters) {
    identity.saveGroup(identity.newGroup(STAFF));
    identity.saveTenant(identity.newTenant(UNIT));
    grant(Resources.PROCESS_DEFINITION, "letters", Permissions.READ, Permissions.CREATE_INSTANCE);
    grant(Resources.PROCESS_DEFINITION, "parcel", Permissions.READ);
    grant(Resources.PROCESS_DEFINITION, "copy", Permissions.READ);
    grant(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    Filter all = filters.newTaskFilter("Semua").setQuery(tasks.createTaskQuery()).setProperties(Map.of("priority", 0));
    filters.saveFilter(all);
    grant(Resources.FILTER, all.getId(), Permissions.READ);
  }

  private void employ(String id) {
    User user = identity.newUser(id);
    user.setPassword(People.PASSWORD);
    identity.saveUser(user);
    identity.createMembership(id, STAFF);
    identity.createTenantUserMembership(UNIT, id);
  }

  private void grant(Resource resource, String id, Permission... permissions) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(STAFF);
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }

  /** The task of a new letter. */
  Task newLetter() {
    return begin("letters", Map.of("unitCode", UNIT, "recipient", "Dinas <b>Contoh</b>",
        "requestedAt", "2026-11-20T03:05:00Z", "address", "http://sister.contoh.id/autosync"));
  }

  /** The task of a parcel that is being sent. */
  Task newParcel() {
    return begin("parcel", Map.of("unitCode", UNIT));
  }

  /** The task to record a copy. */
  Task newCopy() {
    return begin("copy", Map.of("unitCode", UNIT));
  }

  private Task begin(String procedure, Map<String, Object> facts) {
    return openTaskOf(runtime.startProcessInstanceByKey(procedure, facts).getId());
  }

  Task openTaskOf(String caseId) {
    return tasks.createTaskQuery().processInstanceId(caseId).singleResult();
  }

  /** What the case of this task has in this variable, or had at its end. */
  Object recorded(Task task, String variable) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(task.getProcessInstanceId())
        .variableName(variable).singleResult().getValue();
  }

  /** The names of all variables that the case of this task ever had. */
  Stream<String> recordedNames(Task task) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
        .map(variable -> variable.getName());
  }
}
