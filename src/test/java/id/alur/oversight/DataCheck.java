package id.alur.oversight;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** An invented procedure with a decision, a loop and event sub-processes, and people of two units who take part. */
final class DataCheck {

  static final String PROCEDURE = "data-check";
  static final String PASSWORD = "Latihan-2026!";

  static final String UNIT = "001234";
  static final String STAFF = "siti";
  static final String AUDITOR = "ayu";

  static final String FOREIGN_UNIT = "005678";
  static final String FOREIGN_STAFF = "dewi";
  static final String FOREIGN_AUDITOR = "bima";

  private static final String STAFF_GROUP = "dataCheckStaff";
  private static final String AUDITOR_GROUP = "dataCheckAuditor";

  private final ProcessEngine engine;
  private final IdentityService identity;

  DataCheck(ProcessEngine engine) {
    this.engine = engine;
    this.identity = engine.getIdentityService();
    deployWithCheckNamed("Periksa data");
    makeGroups();
    makePeople(UNIT, STAFF, AUDITOR);
    makePeople(FOREIGN_UNIT, FOREIGN_STAFF, FOREIGN_AUDITOR);
  }

  /** Starts a case of {@link #UNIT} that will be found eligible. */
  String start(String businessKey) {
    return start(businessKey, STAFF, "noticed");
  }

  /** Starts a case through a form, as Tasklist does, by a person of a unit. */
  String start(String businessKey, String staff, String reason) {
    ProcessDefinition procedure = engine.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey(PROCEDURE).latestVersion().singleResult();
    String unit = staff.equals(FOREIGN_STAFF) ? FOREIGN_UNIT : UNIT;
    Map<String, Object> form = Map.of("unitCode", unit, "reason", reason, "checker", staff);
    return as(staff, () -> engine.getFormService().submitStartForm(procedure.getId(), businessKey, form).getId());
  }

  /** Siti completes the open check. */
  void check(String caseId, Map<String, Object> form) {
    Task check = engine.getTaskService().createTaskQuery().processInstanceId(caseId).singleResult();
    as(STAFF, () -> {
      engine.getFormService().submitTaskForm(check.getId(), form);
      return null;
    });
  }

  void reportDeviation(String caseId, Map<String, Object> report) {
    correlate("data-check.deviationReported", caseId, report);
  }

  void cancel(String caseId, Map<String, Object> report) {
    correlate("data-check.cancelled", caseId, report);
  }

  void deleteAsAdministrator(String caseId, String words) {
    engine.getRuntimeService().deleteProcessInstance(caseId, words);
  }

  HistoricProcessInstance history(String caseId) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(caseId).singleResult();
  }

  /** Does something with the rights, the groups and the units of a person. */
  <T> T as(String userId, Supplier<T> work) {
    List<String> groups = identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    List<String> units = identity.createTenantQuery().userMember(userId).list().stream().map(Tenant::getId).toList();
    identity.setAuthentication(userId, groups, units);
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void correlate(String message, String caseId, Map<String, Object> report) {
    engine.getRuntimeService().createMessageCorrelation(message)
        .processInstanceId(caseId).setVariablesToTriggeredScope(report).correlate();
  }

  /** Deploys the procedure anew, with another name of the user task. */
  void deployWithCheckNamed(String name) {
    BpmnModelInstance model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/oversight/data-check.bpmn"));
    model.<UserTask>getModelElementById("userTask_check").setName(name);
    deploy(model);
  }

  private void deploy(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment()
        .name(PROCEDURE)
        .addModelInstance("oversight/data-check.bpmn", model)
        .addClasspathResource("oversight/data-check-eligibility.dmn")
        .addClasspathResource("oversight/data-check-start.html")
        .addClasspathResource("oversight/data-check-check.html")
        .deploy();
  }

  private void makeGroups() {
    identity.saveGroup(identity.newGroup(STAFF_GROUP));
    grant(STAFF_GROUP, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(STAFF_GROUP, Resources.PROCESS_DEFINITION, PROCEDURE, Permissions.READ, Permissions.CREATE_INSTANCE);
    grant(STAFF_GROUP, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    identity.saveGroup(identity.newGroup(AUDITOR_GROUP));
    grant(AUDITOR_GROUP, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(AUDITOR_GROUP, Resources.PROCESS_DEFINITION, PROCEDURE, Permissions.READ, Permissions.READ_HISTORY);
    grant(AUDITOR_GROUP, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
  }

  private void makePeople(String unit, String staff, String auditor) {
    identity.saveTenant(identity.newTenant(unit));
    makePerson(unit, staff, STAFF_GROUP);
    makePerson(unit, auditor, AUDITOR_GROUP);
  }

  private void makePerson(String unit, String userId, String group) {
    User user = identity.newUser(userId);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(userId, group);
    identity.createTenantUserMembership(unit, userId);
  }

  private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
    AuthorizationService authorizations = engine.getAuthorizationService();
    Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(resourceId);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
