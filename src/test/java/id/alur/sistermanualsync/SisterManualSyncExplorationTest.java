package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;

import id.alur.People;
import id.alur.calendar.Holidays;
import id.alur.cases.CaseRequests;
import id.alur.document.UploadedDocuments;
import id.alur.explore.Exploration;
import id.alur.explore.ExplorationTest;
import id.alur.explore.Explorer;
import id.alur.explore.Findings;
import id.alur.explore.TaskForms;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * Every state of the procedure, and the faults that would be found there.
 *
 * <p>The long sweep, which walks every way of so many steps without merging equal states:
 * {@code mvn test -Dtest=SisterManualSyncExplorationTest#walksEveryWay -Dexplore.bound=6}
 */
@ExplorationTest
class SisterManualSyncExplorationTest {

  private static final List<String> TO_THE_SIGN_IN = List.of(
      "siti starts: the central team gave notice",
      "siti at userTask_requestAccess: the number of the request",
      "siti at userTask_receiveCredentials: received");

  @Autowired private Explorer explorer;
  @Autowired private People people;
  @Autowired private TaskForms forms;
  @Autowired private UploadedDocuments documents;
  @Autowired private CaseRequests requests;
  @Autowired private RepositoryService repository;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private Holidays holidays;
  @MockitoSpyBean private NewSignInRound newSignInRound;
  @MockitoSpyBean private SignInForm signInForm;

  private SisterManualSyncExploration procedure;

  @BeforeEach
  void declare() {
    procedure = new SisterManualSyncExploration(people, forms, documents, requests, tasks, jdbc, holidays);
  }

  @Test
  void nothingGoesWrongInAnyState() {
    Findings findings = print(explorer.exploreAll(procedure));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends())
        .containsExactlyInAnyOrder("endEvent_notEligible", "endEvent_dataSynced", "subProcess_cancel");
  }

  @Test
  void findsTheSameFromTheStartWithoutMerging() {
    assertSameWithoutMerging(3, List.of());
  }

  @Test
  void findsTheSameFromTheSignInWithoutMerging() {
    assertSameWithoutMerging(3, TO_THE_SIGN_IN);
  }

  @Test
  @EnabledIfSystemProperty(named = "explore.bound", matches = "\\d+")
  void walksEveryWay() {
    assertSameWithoutMerging(Integer.getInteger("explore.bound"), List.of());
  }

  @Test
  void findsThatTheWindowIsNotAskedFor() {
    assertFound("a sign-in outside the window begins with a reason", 5,
        faulty("\\$\\{manualSyncWindow\\.isOpen\\(\\)}", "\\${true}"));
  }

  @Test
  void findsThatACaseCannotBeCancelled() {
    assertFound("is always accepted: siti cancels the case", 2,
        faulty("<bpmn:subProcess id=\"subProcess_cancel\".*?</bpmn:subProcess>", ""));
  }

  @Test
  void findsThatARefusalEndsTheCase() {
    assertFound("only the verdict that it was processed ends with synced data", 6,
        faulty("(id=\"flow_answerNotArrived\"[^>]*targetRef=)\"gateway_beforeSendAnswer\"",
            "$1\"endEvent_dataSynced\""));
  }

  @Test
  void findsThatNobodyLeadsOnWhenTheWindowOpens() {
    assertFound("each state has a way on to an end: by a person, a partner or a clock", 10,
        faulty("<bpmn:boundaryEvent id=\"event_windowOpened\".*?</bpmn:boundaryEvent>"
            + "|<bpmn:sequenceFlow id=\"flow_windowOpened\"[^>]*/>"
            + "|<bpmn:incoming>flow_windowOpened</bpmn:incoming>", ""));
  }

  @Test
  void findsThatAReasonOutlivesItsRound() {
    doNothing().when(newSignInRound).notify(any());
    assertFound("no reason is shown that belongs to an earlier round", 7, procedure);
  }

  @Test
  void findsThatASignInIsNotChecked() {
    doNothing().when(signInForm).notify(any());
    assertFound("a sign-in outside the window ends with a reason of this round", 5, procedure);
  }

  private FaultyManualSync faulty(String sound, String faulty) {
    return new FaultyManualSync(procedure, repository, Pattern.compile(sound, Pattern.DOTALL), faulty);
  }

  private void assertFound(String broken, int bound, Exploration exploration) {
    assertThat(print(explorer.explore(exploration, bound)).violations()).containsKey(broken);
  }

  private void assertSameWithoutMerging(int bound, List<String> way) {
    Findings merged = explorer.explore(procedure, bound, true, way);
    Findings unmerged = print(explorer.explore(procedure, bound, false, way));
    assertThat(unmerged.keys()).isEqualTo(merged.keys());
    assertThat(unmerged.violations()).isEqualTo(merged.violations()).isEmpty();
  }

  private static Findings print(Findings findings) {
    System.out.println("sister-manual-sync explored: " + findings);
    return findings;
  }
}
