package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.FEEDER_SUBJECT;
import static id.alur.helpdesk.HelpDesk.HANDLER;
import static id.alur.helpdesk.HelpDesk.HAND_ON_TO;
import static id.alur.helpdesk.HelpDesk.NOTE;
import static id.alur.helpdesk.HelpDesk.PROBLEM;
import static id.alur.helpdesk.HelpDesk.PROCESS_OUTCOME;
import static id.alur.helpdesk.HelpDesk.QUESTION;
import static id.alur.helpdesk.HelpDesk.SOLUTION;
import static id.alur.helpdesk.HelpDesk.TEAM;

import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Accepts what came of a complaint (HD-3, HD-P4): a solution, a question, another team, or another look at Feeder. */
@InModel
class ProcessForm implements TaskListener {

  private static final Set<String> TEAMS = Set.of("staf-pustipd", "operator-fakultas", "ketua-tim");

  private static final Map<String, List<Variable<String>>> FIELDS = Map.of(
      "solved", List.of(PROBLEM, SOLUTION), "ask", List.of(QUESTION), "handOn", List.of(HAND_ON_TO, NOTE));

  private final Complaints complaints;

  ProcessForm(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void notify(DelegateTask task) {
    String outcome = PROCESS_OUTCOME.find(task).orElse("");
    Refusals refusals = ofOtherOutcomes(task, outcome);
    switch (outcome) {
      case "solved" -> solve(task, refusals);
      case "ask" -> ask(task, refusals);
      case "handOn" -> handOn(task, refusals);
      case "checkAgain" -> refusals.when("none".equals(FEEDER_SUBJECT.get(task)), PROCESS_OUTCOME.name(),
          "Keluhan ini dipilah tidak terkait Feeder, jadi tidak ada yang ditanyakan. Pilih yang lain.").throwIfAny();
      default -> refusals.when(true, PROCESS_OUTCOME.name(), "Pilih apa yang terjadi.").throwIfAny();
    }
  }

  /** The form hides what belongs to another outcome and does not send it. */
  private static Refusals ofOtherOutcomes(DelegateTask task, String outcome) {
    Refusals refusals = new Refusals();
    FIELDS.forEach((other, fields) -> fields.forEach(field -> refusals.when(
        !other.equals(outcome) && field.get(task) != null, field.name(),
        "Isian ini tidak termasuk yang Anda pilih. Kosongkan, atau pilih yang sesuai.")));
    return refusals;
  }

  private void solve(DelegateTask task, Refusals refusals) {
    refusals.when(PROBLEM.get(task) == null, PROBLEM.name(), "Tulis masalahnya tanpa nama dan nomor orang.")
        .when(SOLUTION.get(task) == null, SOLUTION.name(), "Tulis solusinya.")
        .throwIfAny();
    HANDLER.set(task, task.getAssignee());
    add(task, ComplaintEntry.Kind.PROBLEM, PROBLEM.get(task));
    add(task, ComplaintEntry.Kind.SOLUTION, SOLUTION.get(task));
  }

  private void ask(DelegateTask task, Refusals refusals) {
    refusals.when(QUESTION.get(task) == null, QUESTION.name(), "Tulis pertanyaan untuk pemohon.").throwIfAny();
    HANDLER.set(task, task.getAssignee());
    add(task, ComplaintEntry.Kind.QUESTION, QUESTION.get(task));
  }

  private void handOn(DelegateTask task, Refusals refusals) {
    String team = HAND_ON_TO.find(task).orElse("");
    refusals.when(!TEAMS.contains(team), HAND_ON_TO.name(), "Pilih tim yang melanjutkan.")
        .when(NOTE.get(task) == null, NOTE.name(), "Tulis apa yang sudah dikerjakan dan apa yang masih perlu.")
        .throwIfAny();
    TEAM.set(task, team);
    HANDLER.set(task, null);
    add(task, ComplaintEntry.Kind.NOTE, NOTE.get(task));
  }

  private void add(DelegateTask task, ComplaintEntry.Kind kind, String text) {
    complaints.addEntry(task.getProcessInstanceId(), kind, task.getAssignee(), text);
  }
}
