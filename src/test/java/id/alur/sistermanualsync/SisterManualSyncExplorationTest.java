package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;

import id.alur.Partners;
import id.alur.People;
import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActRunner;
import id.alur.calendar.Holidays;
import id.alur.document.UploadedDocuments;
import id.alur.engine.ReferenceKeeper;
import id.alur.explore.AnyProcedure;
import id.alur.explore.Exploration;
import id.alur.explore.ExplorationTest;
import id.alur.explore.Explorer;
import id.alur.explore.FaultyProcedure;
import id.alur.explore.Findings;
import id.alur.explore.TaskForms;
import id.alur.sistermanualsync.ManualSyncWithPartners.Stretch;
import id.alur.sistermanualsync.ManualSyncWithPartners.Tools;
import id.alur.vault.EnteredSecrets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * Every state of the procedure, and the faults that would be found there.
 *
 * <p>The long sweep, which walks every way of so many steps without merging equal states:
 * {@code mvn test -Dtest=SisterManualSyncExplorationTest#walksEveryWay -Dexplore.bound=6}
 *
 * <p>With partners the procedure is explored stretch by stretch; the long sweep from its start on, so many steps far:
 * {@code mvn test -Dtest=SisterManualSyncExplorationTest#nothingGoesWrongFromTheStart* -Dexplore.whole=12}
 */
@ExplorationTest
// short waits of one length: fewer moments between a crash and the time when its act can no longer happen
@TestPropertySource(properties = {"alur.act.lease=90s", "alur.act.margin=90s",
    "alur.sister-manual-sync.ticket-deadline=90s", "alur.sister-manual-sync.sign-in-deadline=90s"})
class SisterManualSyncExplorationTest {

  private static final List<String> TO_THE_SIGN_IN = List.of(
      "siti starts: the central team gave notice",
      "siti at userTask_requestAccess: the number of the request",
      "siti at userTask_receiveCredentials: received");

  @Autowired private Explorer explorer;
  @Autowired private People people;
  @Autowired private TaskForms forms;
  @Autowired private UploadedDocuments documents;
  @Autowired private AnyProcedure any;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcClient jdbc;
  @Autowired private Holidays holidays;
  @Autowired private Partners partners;
  @Autowired private ActRunner acts;
  @Autowired private EnteredSecrets secrets;
  @MockitoSpyBean private NewSignInRound newSignInRound;
  @MockitoSpyBean private SignInForm signInForm;
  @MockitoSpyBean private OpenAccessRequest openAccessRequest;
  @MockitoSpyBean private SignInAutomatically signInAutomatically;
  @MockitoSpyBean(name = "secretKeeper") private ReferenceKeeper secretKeeper;

  private SisterManualSyncExploration procedure;

  @BeforeEach
  void declare() {
    procedure = new SisterManualSyncExploration(people, forms, documents, any, jdbc, holidays);
  }

  @AfterEach
  void forgetWhatPartnersWereTold() {
    partners.forgetWhatWasSaid();
  }

  @Test
  void nothingGoesWrongInAnyState() {
    Findings findings = print(explorer.exploreAll(procedure));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends())
        .containsExactlyInAnyOrder("endEvent_notEligible", "endEvent_dataSynced", "subProcess_cancel");
  }

  @ParameterizedTest
  @CsvSource({"ACCESS, false", "ACCESS, true", "SIGN_IN, false", "HAND_OVER, false", "HAND_OVER, true"})
  void nothingGoesWrongWithAnyAnswerOfAPartner(Stretch stretch, boolean showsTickets) {
    ManualSyncWithPartners called = withPartners(stretch, showsTickets);
    Findings findings = print(explorer.exploreAll(called, stretch.way()));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
  }

  @Test
  void findsTheSameFromTheStartWithoutMerging() {
    assertSameWithoutMerging(procedure, 3, List.of());
  }

  @Test
  void findsTheSameFromTheSignInWithoutMerging() {
    assertSameWithoutMerging(procedure, 3, TO_THE_SIGN_IN);
  }

  @ParameterizedTest
  @CsvSource({"ACCESS, false", "ACCESS, true", "SIGN_IN, false", "HAND_OVER, false"})
  void findsTheSameWithPartnersWithoutMerging(Stretch stretch, boolean showsTickets) {
    ManualSyncWithPartners called = withPartners(stretch, showsTickets);
    assertSameWithoutMerging(called, 3, stretch.way());
  }

  @Test
  @EnabledIfSystemProperty(named = "explore.bound", matches = "\\d+")
  void walksEveryWay() {
    assertSameWithoutMerging(procedure, Integer.getInteger("explore.bound"), List.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @EnabledIfSystemProperty(named = "explore.whole", matches = "\\d+")
  void nothingGoesWrongFromTheStartWithPartners(boolean showsTickets) {
    ManualSyncWithPartners called = withPartners(Stretch.WHOLE, showsTickets);
    int bound = Integer.getInteger("explore.whole");
    assertThat(print(explorer.explore(called, bound, true, Stretch.WHOLE.way())).violations()).isEmpty();
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

  @Test
  void findsThatAlurSignsInWithoutAskingForTheWindow() {
    doAnswer(SisterManualSyncExplorationTest::asIfThereWereAReason).when(signInAutomatically).perform(any());
    assertFoundWithPartners("no automatic sign-in outside the window without a reason", 3, Stretch.SIGN_IN);
  }

  private static Object asIfThereWereAReason(InvocationOnMock call) throws Throwable {
    Act act = call.getArgument(0);
    Map<String, Object> variables = new HashMap<>(act.variables());
    variables.put(SisterManualSync.OUTSIDE_WINDOW_REASON.name(), "selalu boleh");
    call.getRawArguments()[0] = new Act(act.caseId(), act.caseNumber(), act.unit(), act.activityId(), act.round(),
        act.startedAt(), act.deadlineAt(), variables, act.clock(), act.reports());
    return call.callRealMethod();
  }

  @Test
  void findsThatNoIntentIsWrittenBeforeARequest() {
    doReturn(true).when(openAccessRequest).isRepeatable();
    assertFoundWithPartners("no request has two tickets", 3, Stretch.ACCESS);
  }

  @Test
  void findsThatNoIntentIsWrittenBeforeASignIn() {
    doReturn(true).when(signInAutomatically).isRepeatable();
    assertFoundWithPartners("no two automatic sign-ins in one round", 4, Stretch.SIGN_IN);
  }

  @Test
  void findsThatWhoeverTakesOverSendsAgain() {
    doReturn(Optional.of(ActOutcome.certainlyNot("tidak ditanyakan", Duration.ZERO)))
        .when(openAccessRequest).ask(any());
    assertFoundWithPartners("no second request while an earlier one may have arrived", 5, Stretch.ACCESS);
  }

  @Test
  void findsThatNobodyIsAskedWhetherARequestArrived() {
    assertFoundWithPartners("nobody is told to send by hand what may have arrived", 1, Stretch.ACCESS,
        "(id=\"flow_accessRequestUnknown\"[^>]*targetRef=)\"userTask_confirmAccessRequest\"",
        "$1\"gateway_beforeRequestByHand\"");
  }

  @Test
  void findsThatAnUnknownOutcomeLeadsNowhere() {
    assertFoundWithPartners("each state has a way on to an end: by a person, a partner or a clock", 10, Stretch.ACCESS,
        "<bpmn:boundaryEvent id=\"event_accessRequestUnknown\".*?</bpmn:boundaryEvent>"
            + "|<bpmn:sequenceFlow id=\"flow_accessRequestUnknown\"[^>]*/>"
            + "|<bpmn:incoming>flow_accessRequestUnknown</bpmn:incoming>", "");
  }

  @Test
  void findsThatASecretOutlivesItsCase() {
    doNothing().when(secretKeeper).caseEnded(any(), any());
    assertFoundWithPartners("no secret is left at an end", 2, Stretch.SIGN_IN);
  }

  private FaultyProcedure faulty(String sound, String faulty) {
    return faulty(procedure, sound, faulty);
  }

  private FaultyProcedure faulty(Exploration exploration, String sound, String faulty) {
    return new FaultyProcedure(exploration, repository, Pattern.compile(sound, Pattern.DOTALL), faulty);
  }

  private ManualSyncWithPartners withPartners(Stretch stretch, boolean showsTickets) {
    return new ManualSyncWithPartners(procedure, stretch, showsTickets,
        new Tools(partners, acts, secrets, forms, jdbc));
  }

  private void assertFoundWithPartners(String broken, int bound, Stretch stretch) {
    assertFound(broken, bound, withPartners(stretch, false), stretch.way());
  }

  private void assertFoundWithPartners(String broken, int bound, Stretch stretch, String sound, String faulty) {
    assertFound(broken, bound, faulty(withPartners(stretch, false), sound, faulty), stretch.way());
  }

  private void assertFound(String broken, int bound, Exploration exploration) {
    assertFound(broken, bound, exploration, List.of());
  }

  private void assertFound(String broken, int bound, Exploration exploration, List<String> way) {
    assertThat(print(explorer.explore(exploration, bound, true, way)).violations()).containsKey(broken);
  }

  private void assertSameWithoutMerging(Exploration exploration, int bound, List<String> way) {
    Findings merged = explorer.explore(exploration, bound, true, way);
    Findings unmerged = print(explorer.explore(exploration, bound, false, way));
    assertThat(unmerged.keys()).isEqualTo(merged.keys());
    assertThat(unmerged.violations()).isEqualTo(merged.violations()).isEmpty();
  }

  private static Findings print(Findings findings) {
    System.out.println("sister-manual-sync explored: " + findings);
    return findings;
  }
}
