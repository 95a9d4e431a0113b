package id.alur.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class AccessSetupTest {

  /** What every group may do. */
  private static final List<String> EVERYONE = List.of(
      "APPLICATION tasklist ACCESS",
      "APPLICATION welcome ACCESS",
      "FILTER Tugas kelompok saya READ",
      "FILTER Tugas saya READ");

  private static final List<String> KNOWS_PROCEDURES = List.of("PROCESS_DEFINITION * READ");

  private static final List<String> STARTER_OF_MANUAL_SYNC = List.of(
      "PROCESS_DEFINITION sister-manual-sync CREATE_INSTANCE",
      "PROCESS_INSTANCE * CREATE");

  private static final List<String> STARTER_OF_EXAM_SERVER_SYNC = List.of(
      "PROCESS_DEFINITION exam-server-sync CREATE_INSTANCE",
      "PROCESS_INSTANCE * CREATE");

  private static final List<String> STARTER_OF_HELP_DESK = List.of(
      "PROCESS_DEFINITION help-desk CREATE_INSTANCE",
      "PROCESS_DEFINITION help-desk-app-update CREATE_INSTANCE",
      "PROCESS_INSTANCE * CREATE");

  private static final List<String> READER = List.of(
      "APPLICATION cockpit ACCESS",
      "DECISION_DEFINITION * READ READ_HISTORY",
      "DEPLOYMENT * READ",
      "PROCESS_DEFINITION * READ READ_HISTORY READ_HISTORY_VARIABLE READ_INSTANCE");

  private static final List<String> READER_OF_OPERATIONS = List.of("OPERATION_LOG_CATEGORY * READ");

  @Autowired AccessSetup setup;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired FilterService filters;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;

  private static List<String> expected(Group group) {
    return switch (group) {
      case ADMIN_PT -> join(EVERYONE, KNOWS_PROCEDURES, STARTER_OF_MANUAL_SYNC);
      case PROKTOR -> join(EVERYONE, KNOWS_PROCEDURES, STARTER_OF_EXAM_SERVER_SYNC);
      case STAF_PUSTIPD, KETUA_TIM -> join(EVERYONE, KNOWS_PROCEDURES, STARTER_OF_HELP_DESK);
      case MANAJER -> join(EVERYONE, READER);
      case AUDITOR -> join(EVERYONE, READER, READER_OF_OPERATIONS);
      default -> join(EVERYONE, KNOWS_PROCEDURES);
    };
  }

  @ParameterizedTest
  @EnumSource(Group.class)
  void grantsEachGroupExactlyWhatItNeeds(Group group) {
    assertThat(grantsOf(group)).containsExactlyInAnyOrderElementsOf(expected(group));
  }

  @Test
  void changesNothingWhenItRunsAgain() {
    List<String> before = everything();
    setup.run(null);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void takesBackWhatSomebodyAddedToAGrant() {
    Authorization grant = authorizations.createAuthorizationQuery().groupIdIn("manajer")
        .resourceType(Resources.PROCESS_DEFINITION).singleResult();
    grant.addPermission(ProcessDefinitionPermissions.DELETE);
    authorizations.saveAuthorization(grant);
    setup.run(null);
    assertThat(grantsOf(Group.MANAJER)).containsExactlyInAnyOrderElementsOf(expected(Group.MANAJER));
  }

  @Test
  void namesGroupsInIndonesian() {
    for (Group group : Group.values()) {
      assertThat(identity.createGroupQuery().groupId(group.id()).singleResult().getName()).isEqualTo(group.label());
    }
    assertThat(identity.createGroupQuery().groupType("WORKFLOW").count()).isEqualTo(Group.values().length);
  }

  @Test
  void offersTwoFilters() {
    assertThat(filters.createFilterQuery().list()).extracting(Filter::getName)
        .containsExactlyInAnyOrder("Tugas saya", "Tugas kelompok saya");
  }

  @ParameterizedTest
  @EnumSource(Group.class)
  void letsNobodyElseDoWhatIsTheAdministratorsAlone(Group group) {
    String person = people.member("access-" + group.id(), group, "001042");
    people.member("access-colleague", Group.STAF_PUSTIPD, "001042");
    Filter filter = filters.createFilterQuery().filterName("Tugas saya").singleResult();
    refused(person, () -> filters.saveFilter(filters.newTaskFilter("Saringan sendiri")));
    refused(person, () -> filters.saveFilter(filter));
    refused(person, () -> filters.deleteFilter(filter.getId()));
    refused(person, () -> repository.createDeployment().addString("a.txt", "a").deploy());
    refused(person, () -> identity.saveUser(identity.newUser("access-new")));
    refused(person, () -> identity.createMembership(person, "camunda-admin"));
    refused(person, () -> identity.createTenantUserMembership("001042", person));
    refused(person, () -> authorizations.saveAuthorization(
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)));
    refused(person, () -> tasks.saveTask(tasks.newTask()));
    assertThat(people.as(person, () -> identity.createUserQuery().userId("access-colleague").count())).isZero();
    assertThat(people.as(person, () -> authorizations.createAuthorizationQuery().count())).isZero();
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN_PT")
  void letsNobodyStartWhatIsNotHis(Group group) {
    String person = people.member("access-" + group.id(), group, "001042");
    assertThatThrownBy(() -> procedure.start(person, "sister-manual-sync", Map.of("unitCode", "001042")))
        .isInstanceOf(AuthorizationException.class);
  }

  private void refused(String person, Runnable action) {
    assertThatThrownBy(() -> people.as(person, () -> {
      action.run();
      return null;
    })).isInstanceOf(AuthorizationException.class);
  }

  private List<String> everything() {
    return Stream.of(
        authorizations.createAuthorizationQuery().list().stream()
            .map(grant -> grant.getId() + grant.getResourceId() + grant.getGroupId() + text(grant)),
        identity.createGroupQuery().list().stream().map(group -> group.getId() + group.getName()),
        filters.createFilterQuery().list().stream().map(filter -> filter.getId() + filter.getName() + filter.getProperties()))
        .flatMap(lines -> lines).sorted().toList();
  }

  /** Without those that the engine itself grants: to single tasks, and to see one's own group. */
  private List<String> grantsOf(Group group) {
    return authorizations.createAuthorizationQuery().groupIdIn(group.id()).list().stream()
        .filter(grant -> !Set.of(Resources.TASK, Resources.GROUP).contains(resourceOf(grant)))
        .map(this::text).toList();
  }

  private String text(Authorization grant) {
    String resource = resourceOf(grant).name();
    String id = resource.equals("FILTER") ? nameOf(grant.getResourceId()) : grant.getResourceId();
    Permission[] all = ResourceTypeUtil.getPermissionsByResourceType(grant.getResourceType());
    List<String> permissions = Arrays.stream(grant.getPermissions(all)).map(Permission::getName)
        .filter(permission -> !permission.equals("NONE")).sorted().toList();
    return resource + " " + id + " " + String.join(" ", permissions);
  }

  private String nameOf(String filterId) {
    Filter filter = filters.createFilterQuery().filterId(filterId).singleResult();
    return filter == null ? filterId : filter.getName();
  }

  private static Resources resourceOf(Authorization grant) {
    return Arrays.stream(Resources.values()).filter(r -> r.resourceType() == grant.getResourceType()).findFirst().orElseThrow();
  }

  @SafeVarargs
  private static List<String> join(List<String>... parts) {
    return Arrays.stream(parts).flatMap(List::stream).toList();
  }
}
