package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.ExpressionProbe;
import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-109432: an expression in a task query, wherever it hides, would run as code of the server. */
@WebTest
class QueryExpressionsTest {

  private static final Map<String, Object> EXPRESSION = Map.of("dueBeforeExpression", "${expressionProbe.touch()}");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired ExpressionProbe probe;
  @Autowired FilterService filters;

  private WebSession staff;
  private int touchedBefore;

  @BeforeEach
  void staff() throws Exception {
    staff = WebSession.of(people.member("query-siti", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
    touchedBefore = probe.touched();
  }

  static Stream<Map<String, Object>> hidingPlaces() {
    Map<String, Object> harmless = Map.of("name", "Tulis surat");
    return Stream.of(
        EXPRESSION,
        Map.of("orQueries", List.of(EXPRESSION)),
        Map.of("orQueries", List.of(harmless, Map.of("nameLike", "%", "assigneeExpression", "${expressionProbe.touch()}"))),
        Map.of("orQueries", List.of(harmless), "followUpAfterExpression", "${expressionProbe.touch()}"));
  }

  @ParameterizedTest
  @MethodSource("hidingPlaces")
  void refusesAQueryWithAnExpression(Map<String, Object> query) throws Exception {
    assertRefused(staff.tell("/task", query));
    assertRefused(staff.tell("/task/count", query));
  }

  @ParameterizedTest
  @MethodSource("hidingPlaces")
  void refusesAnExpressionThatExtendsAFilter(Map<String, Object> query) throws Exception {
    String filter = filters.createFilterQuery().filterName("Tugas saya").singleResult().getId();
    assertRefused(staff.tell("/filter/" + filter + "/list", query));
    assertRefused(staff.tell("/filter/" + filter + "/count", query));
    assertRefused(staff.tell("/filter/" + filter + "/singleResult", query));
  }

  @ParameterizedTest
  @MethodSource("hidingPlaces")
  void neverRunsAFilterThatCarriesAnExpression(Map<String, Object> query) throws Exception {
    WebSession admin = WebSession.of("admin", port);
    Answer saved = admin.tell("/filter/create", filter(query));
    assertThat(saved.isSuccess()).as(saved.toString()).isTrue();
    String filter = "/filter/" + saved.json().path("id").asText();
    assertRefused(admin.ask(filter + "/list"));
    assertRefused(admin.ask(filter + "/count"));
    assertRefused(admin.ask(filter + "/singleResult"));
    assertRefused(admin.tell(filter + "/list", Map.of("nameLike", "%")));
    assertThat(admin.tell("DELETE", filter, null).isSuccess()).isTrue();
  }

  /** The engine passes over orQueries within orQueries; should it ever look at them, this must still hold. */
  @Test
  void neverEvaluatesAnExpressionInNestedOrQueries() throws Exception {
    Map<String, Object> query = Map.of("orQueries", List.of(Map.of("orQueries", List.of(EXPRESSION))));
    staff.tell("/task", query);
    WebSession admin = WebSession.of("admin", port);
    String filter = "/filter/" + admin.tell("/filter/create", filter(query)).json().path("id").asText();
    admin.ask(filter + "/list");
    staff.tell(filter + "/list", query);
    admin.tell("DELETE", filter, null);
    assertThat(probe.touched()).isEqualTo(touchedBefore);
  }

  @Test
  void letsOnlyAdministratorsSaveFilters() throws Exception {
    assertThat(staff.tell("/filter/create", filter(Map.of())).status()).isEqualTo(403);
    String filter = filters.createFilterQuery().filterName("Tugas saya").singleResult().getId();
    assertThat(staff.tell("PUT", "/filter/" + filter, filter(Map.of())).status()).isEqualTo(403);
    assertThat(staff.tell("DELETE", "/filter/" + filter, null).status()).isEqualTo(403);
  }

  @Test
  void listsTheTasksOfThePersonAndOfHisGroups() throws Exception {
    String caseId = procedure.start("query-siti", TrialProcedure.PROCESS, TrialProcedure.start()).getId();
    assertThat(tasksIn("Tugas kelompok saya")).contains(caseId);
    assertThat(tasksIn("Tugas saya")).doesNotContain(caseId);
    String task = staff.ask("/task?taskDefinitionKey=userTask_write&processInstanceId=" + caseId).json().path(0).path("id").asText();
    assertThat(staff.tell("/task/" + task + "/claim", Map.of("userId", "query-siti")).isSuccess()).isTrue();
    assertThat(tasksIn("Tugas saya")).contains(caseId);
  }

  @Test
  void evaluatesTheSameExpressionInAModel() {
    procedure.start("query-siti", TrialProcedure.PROCESS, TrialProcedure.start());
    assertThat(probe.touched()).isEqualTo(touchedBefore + 1);
  }

  private List<String> tasksIn(String filterName) throws Exception {
    String filter = filters.createFilterQuery().filterName(filterName).singleResult().getId();
    Answer answer = staff.ask("/filter/" + filter + "/list");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().findValuesAsText("processInstanceId");
  }

  private void assertRefused(Answer answer) {
    assertThat(answer.isSuccess()).as(answer.toString()).isFalse();
    assertThat(probe.touched()).as("the expression was evaluated").isEqualTo(touchedBefore);
  }

  private static Map<String, Object> filter(Map<String, Object> query) {
    return Map.of("resourceType", "Task", "name", "Saringan percobaan", "query", query, "properties", Map.of());
  }
}
