package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.act.ActRunner;
import id.alur.cases.CaseRequests;
import id.alur.explore.AnyProcedure;
import id.alur.explore.ExplorationTest;
import id.alur.explore.Explorer;
import id.alur.explore.FaultyProcedure;
import id.alur.explore.Findings;
import id.alur.explore.TaskForms;
import id.alur.helpdesk.HelpDeskExploration.Part;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every state of a complaint, and the faults that would be found there. */
@ExplorationTest
class HelpDeskExplorationTest {

  private static final List<String> TO_PROCESS =
      List.of("a visitor complains", "lina at userTask_triage: nothing about Feeder");

  @Autowired private Explorer explorer;
  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private TaskForms forms;
  @Autowired private AnyProcedure any;
  @Autowired private CaseRequests requests;
  @Autowired private PublicDesk desk;
  @Autowired private Complaints complaints;
  @Autowired private Partners partners;
  @Autowired private ActRunner acts;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @EnumSource
  void nothingGoesWrongInAnyState(Part part) {
    Findings findings = print(explorer.exploreAll(exploration(part)));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.neverAccepted()).isEmpty();
    assertThat(findings.ends()).containsExactlyInAnyOrder("endEvent_closed", "endEvent_outOfScope", "subProcess_cancel");
  }

  @Test
  void findsTheSameWithoutMerging() {
    int bound = Integer.getInteger("explore.bound", 2);
    Findings merged = explorer.explore(exploration(Part.TIME), bound, true, TO_PROCESS);
    Findings unmerged = print(explorer.explore(exploration(Part.TIME), bound, false, TO_PROCESS));
    assertThat(unmerged.keys()).isEqualTo(merged.keys());
    assertThat(unmerged.violations()).isEqualTo(merged.violations()).isEmpty();
  }

  @Test
  void findsThatTheClockRunsWhileTheRequesterIsAsked() {
    assertFound("no clock runs while the requester is asked", 1, TO_PROCESS,
        "<camunda:executionListener event=\"end\" delegateExpression=\"\\$\\{workRests}\" />", "");
  }

  @Test
  void findsThatASolutionWouldBeAnnouncedUnrecorded() {
    assertFound("nothing fails otherwise than by a refusal", 2, TO_PROCESS,
        "(id=\"flow_solved\"[^>]*targetRef=)\"serviceTask_recordSolution\"", "$1\"serviceTask_announceOutcome\"");
  }

  @Test
  void findsThatAnAnswerIsNotTaken() {
    assertFound("is always accepted: the requester answers", 2, TO_PROCESS,
        "<bpmn:boundaryEvent id=\"event_requesterAnswered\".*?</bpmn:boundaryEvent>"
            + "|<bpmn:sequenceFlow id=\"flow_requesterAnswered\"[^>]*/>|<bpmn:incoming>flow_requesterAnswered</bpmn:incoming>",
        "");
  }

  private void assertFound(String broken, int bound, List<String> way, String sound, String faulty) {
    FaultyProcedure procedureWithFault =
        new FaultyProcedure(exploration(Part.TIME), repository, Pattern.compile(sound, Pattern.DOTALL), faulty);
    assertThat(print(explorer.explore(procedureWithFault, bound, true, way)).violations()).containsKey(broken);
  }

  private HelpDeskExploration exploration(Part part) {
    return new HelpDeskExploration(part, new ComplaintScenario(people, procedure, desk, complaints, runtime), people, forms, any,
        requests, desk, complaints, partners, acts, tasks, jdbc);
  }

  private static Findings print(Findings findings) {
    System.out.println("help-desk explored: " + findings);
    return findings;
  }
}
