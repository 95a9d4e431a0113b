package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;

import id.alur.People;
import id.alur.Procedure;
import id.alur.document.UploadedDocuments;
import id.alur.explore.AnyProcedure;
import id.alur.explore.Exploration;
import id.alur.explore.ExplorationTest;
import id.alur.explore.Explorer;
import id.alur.explore.FaultyProcedure;
import id.alur.explore.Findings;
import id.alur.explore.TaskForms;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * Every state of the procedure beside a second case, and the faults that would be found there.
 *
 * <p>The long sweeps: {@code mvn test -Dtest=ExamServerSyncExplorationTest -Dexplore.whole=true -Dexplore.bound=3}
 */
@ExplorationTest
class ExamServerSyncExplorationTest {

  private static final List<String> TO_THE_MACHINE = List.of(
      "time passes: patching opens", "rudi starts: a machine", "rudi at userTask_patch: goes on");
  private static final List<String> TO_THE_ERASURE = after(TO_THE_MACHINE,
      "rudi at userTask_enterServerId: machine A", "rudi at userTask_recordDashboard: active",
      "rudi at userTask_askOtherData: goes on");
  private static final List<String> TO_THE_SYNC = after(TO_THE_ERASURE,
      "rudi at userTask_eraseBeforeBackUp: goes on", "rudi at userTask_backUp: goes on",
      "rudi at userTask_eraseAfterBackUp: goes on", "rudi at userTask_refreshStatus: goes on");
  private static final List<String> TO_NINE_GREEN = after(TO_THE_SYNC,
      "rudi at userTask_startSync: goes on", "rudi at userTask_recordDownloads: nine green");

  @Autowired private Explorer explorer;
  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private TaskForms forms;
  @Autowired private UploadedDocuments documents;
  @Autowired private AnyProcedure any;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @MockitoSpyBean private MachineCommands commands;
  @MockitoSpyBean private ServerBindings bindings;

  @Test
  void nothingGoesWrongInAnyState() {
    Findings findings = print(explorer.exploreAll(exploration(false)));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends()).containsExactlyInAnyOrder(
        "endEvent_synced", "endEvent_leftToCentre", "endEvent_replacementRefused", "subProcess_cancel");
  }

  /** The same, and an administrator moves the case in Cockpit to where something is erased or started. */
  @Test
  void nothingForbiddenCanBeDoneInARepairedCase() {
    Findings findings = print(explorer.explore(exploration(true), 4, true, TO_THE_SYNC));
    assertThat(findings.violations()).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "explore.whole", matches = "true")
  void nothingGoesWrongInAnyRepairedCase() {
    assertThat(print(explorer.exploreAll(exploration(true))).violations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void findsTheSameWithoutMerging(List<String> way) {
    int bound = Integer.getInteger("explore.bound", 2);
    Exploration exploration = exploration(false);
    Findings merged = explorer.explore(exploration, bound, true, way);
    Findings unmerged = print(explorer.explore(exploration, bound, false, way));
    assertThat(unmerged.keys()).isEqualTo(merged.keys());
    assertThat(unmerged.violations()).isEqualTo(merged.violations()).isEmpty();
  }

  static List<List<String>> ways() {
    return List.of(TO_THE_MACHINE, TO_THE_SYNC);
  }

  @Test
  void findsThatPatchingOpensTooEarly() {
    assertFound("patching begins at 07.45 WIB, not before", 1, List.of(),
        faulty("\\$\\{patchGate\\.isOpen\\(syncDate\\)}", "\\${true}"));
  }

  @Test
  void findsThatNineGreenLeadToAnotherStart() {
    assertFound("after nine green people look and report, and nothing else", 2,
        after(TO_THE_SYNC, "rudi at userTask_startSync: goes on"),
        faulty("(id=\"flow_allGreen\"[^>]*targetRef=)\"endEvent_allGreen\"", "$1\"userTask_chooseNextStep\""));
  }

  @Test
  void findsThatABackupIsNotAskedFor() {
    assertFound("each state has a way on to an end: by a person, a partner or a clock", 9, TO_THE_ERASURE,
        faulty("(id=\"flow_erased\"[^>]*targetRef=)\"userTask_backUp\"", "$1\"userTask_eraseAfterBackUp\""));
  }

  @Test
  void findsThatTheMachineIsErasedWithoutABackup() {
    doNothing().when(commands).eraseAgain(any());
    assertFound("the second HAPUS comes after the backup's hash", 1, TO_THE_ERASURE, faulty(
        "(id=\"flow_noOtherData\"[^>]*targetRef=)\"userTask_eraseBeforeBackUp\"", "$1\"userTask_eraseAfterBackUp\""));
  }

  @Test
  void findsThatSyncIsStartedTwice() {
    doNothing().when(commands).startSync(any());
    assertFound("START SYNC is never pressed while one runs on that machine", 2,
        after(TO_THE_SYNC, "rudi at userTask_startSync: goes on"), exploration(true));
  }

  @Test
  void findsThatACompleteMachineIsErased() {
    doNothing().when(commands).erase(any());
    assertFound("HAPUS is never done on a machine that had nine green, in any case", 2, TO_NINE_GREEN, exploration(true));
  }

  @Test
  void findsThatTheSyncOfACancelledCaseIsForgotten() {
    doReturn(false).when(commands).isSyncRunning(any());
    assertFound("HAPUS is never done while a START SYNC runs on that machine", 4, after(TO_THE_MACHINE,
        "sari at userTask_enterServerId: machine A", "sari at userTask_recordDashboard: goes on with A",
        "sari at userTask_askOtherData: goes on with A", "sari at userTask_eraseBeforeBackUp: goes on with A",
        "sari at userTask_backUp: goes on with A", "sari at userTask_eraseAfterBackUp: goes on with A",
        "sari at userTask_refreshStatus: goes on with A", "sari at userTask_startSync: goes on with A",
        "sari cancels her case"), exploration(false));
  }

  @Test
  void findsThatAMachineStaysReservedForNobody() {
    doNothing().when(bindings).caseEnded(any());
    assertFound("a case that ended holds no machine but a complete one", 1, TO_THE_ERASURE, exploration(false));
  }

  private void assertFound(String broken, int bound, List<String> way, Exploration exploration) {
    assertThat(print(explorer.explore(exploration, bound, true, way)).violations()).containsKey(broken);
  }

  private FaultyProcedure faulty(String sound, String faulty) {
    return new FaultyProcedure(exploration(false), repository, Pattern.compile(sound, Pattern.DOTALL), faulty);
  }

  private static List<String> after(List<String> way, String... more) {
    return Stream.concat(way.stream(), Stream.of(more)).toList();
  }

  private ExamServerSyncExploration exploration(boolean withRepairs) {
    return new ExamServerSyncExploration(
        people, procedure, documents, forms, any, tasks, runtime, jdbc, withRepairs);
  }

  private static Findings print(Findings findings) {
    System.out.println("exam-server-sync explored: " + findings);
    return findings;
  }
}
