package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.People;
import id.alur.Procedure;
import id.alur.cases.CaseRequests;
import id.alur.document.UploadedDocuments;
import id.alur.explore.AnyProcedure;
import id.alur.explore.ExplorationTest;
import id.alur.explore.Explorer;
import id.alur.explore.Findings;
import id.alur.explore.TaskForms;
import id.alur.helpdesk.AppUpdateExploration.Beginning;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every state of a case about the applications of a unit, whatever was there before. */
@ExplorationTest
class AppUpdateExplorationTest {

  /** What comes after them is as in a case that a person starts. */
  private static final int FIRST_STEPS = 3;

  @Autowired private Explorer explorer;
  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;
  @Autowired private CaseRequests requests;
  @Autowired private TaskForms forms;
  @Autowired private AnyProcedure any;
  @Autowired private AppUpdates updates;
  @Autowired private AppUpdateCases cases;
  @Autowired private AppVersions versions;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;

  @Test
  void nothingGoesWrongInACaseThatAPersonStarts() {
    Findings findings = explore(Beginning.NOTHING);
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends()).containsExactlyInAnyOrder("endEvent_upToDate", "subProcess_cancel");
  }

  @Test
  void nothingGoesWrongInACaseThatAlurStarts() {
    Findings findings = explorer.explore(exploration(Beginning.NOTHING_AND_NOBODY_STARTS), FIRST_STEPS);
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends()).containsExactlyInAnyOrder("endEvent_upToDate", "subProcess_cancel");
  }

  @Test
  void whatIsSaidBesideAnOpenCaseIsPassedOn() {
    for (Beginning beginning : new Beginning[] {Beginning.A_WATCHED_UNIT, Beginning.AN_OPEN_TASK}) {
      Findings findings = explore(beginning);
      assertThat(findings.violations()).isEmpty();
      assertThat(findings.ends()).containsExactly("endEvent_passedOn");
    }
  }

  @Test
  void findsASecondTask() {
    Findings findings = explorer.explore(exploration(Beginning.AN_OPEN_TASK_WHOSE_ROW_IS_LOST), 1, true, List.of());
    assertThat(findings.violations()).containsKeys("a unit never has two open tasks",
        "a unit never has two open cases, and our table names the one");
  }

  private Findings explore(Beginning beginning) {
    Findings findings = explorer.exploreAll(exploration(beginning));
    System.out.println("help-desk-app-update explored from " + beginning + ": " + findings);
    return findings;
  }

  private AppUpdateExploration exploration(Beginning beginning) {
    return new AppUpdateExploration(people, procedure, documents, requests, forms, any, updates, cases, versions,
        tasks, history, beginning);
  }
}
