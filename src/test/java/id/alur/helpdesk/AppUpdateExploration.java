package id.alur.helpdesk;

import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.cases.CaseRequests;
import id.alur.document.UploadedDocuments;
import id.alur.explore.AnyProcedure;
import id.alur.explore.Choice;
import id.alur.explore.Exploration;
import id.alur.explore.Invariant;
import id.alur.explore.State;
import id.alur.explore.State.OpenTask;
import id.alur.explore.TaskForms;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * All that can happen to a case about the applications of PT Contoh, 001999: rina serves it, dewi another.
 *
 * <p>A weekend makes a wait longer and nothing else: no moment of the calendar is told from another.
 */
final class AppUpdateExploration implements Exploration {

  static final String UNIT = "001999";
  static final String RINA = "rina";
  private static final String DEWI = "dewi";
  private static final String TASK = "userTask_updateApplication";
  private static final String WAIT = "userTask_waitToUpdate";

  private final People people;
  private final Procedure procedure;
  private final UploadedDocuments documents;
  private final CaseRequests requests;
  private final TaskForms forms;
  private final AnyProcedure any;
  private final AppUpdates updates;
  private final AppUpdateCases cases;
  private final AppVersions versions;
  private final TaskService tasks;
  private final HistoryService history;

  private final Beginning beginning;
  private final Set<String> openedBefore = new HashSet<>();

  AppUpdateExploration(People people, Procedure procedure, UploadedDocuments documents, CaseRequests requests,
      TaskForms forms, AnyProcedure any, AppUpdates updates, AppUpdateCases cases, AppVersions versions,
      TaskService tasks, HistoryService history, Beginning beginning) {
    this.people = people;
    this.procedure = procedure;
    this.documents = documents;
    this.requests = requests;
    this.forms = forms;
    this.any = any;
    this.updates = updates;
    this.cases = cases;
    this.versions = versions;
    this.tasks = tasks;
    this.history = history;
    this.beginning = beginning;
  }

  /** What is there before the explored case. */
  enum Beginning { NOTHING, NOTHING_AND_NOBODY_STARTS, A_WATCHED_UNIT, AN_OPEN_TASK, AN_OPEN_TASK_WHOSE_ROW_IS_LOST }

  @Override
  public String process() {
    return AppUpdate.PROCESS;
  }

  /** Wednesday 4 November 2026, 10.02 WIB. */
  @Override
  public Instant begin() {
    return Instant.parse("2026-11-04T03:02:00Z");
  }

  @Override
  public void prepare() {
    openedBefore.clear();
    people.member(RINA, Group.STAF_PUSTIPD, UNIT);
    people.member(DEWI, Group.STAF_PUSTIPD, "001998");
    switch (beginning) {
      case A_WATCHED_UNIT -> openedBefore.add(procedure.start(RINA, process(), watch()).getId());
      case AN_OPEN_TASK, AN_OPEN_TASK_WHOSE_ROW_IS_LOST ->
          openedBefore.add(procedure.start(RINA, process(), report()).getId());
      default -> { /* there is nothing yet */ }
    }
    if (beginning == Beginning.AN_OPEN_TASK_WHOSE_ROW_IS_LOST) {
      openedBefore.forEach(cases::ended);
    }
  }

  /** A case of the next period begins as the explored one ends. */
  @Override
  public Set<String> bystanders() {
    List<HistoricProcessInstance> others = history.createHistoricProcessInstanceQuery().processDefinitionKey(process())
        .list().stream().filter(found -> !openedBefore.contains(found.getId())).toList();
    boolean isOver = others.stream().anyMatch(found -> found.getEndTime() != null);
    return Stream.concat(openedBefore.stream(),
            others.stream().filter(found -> isOver && found.getEndTime() == null).map(HistoricProcessInstance::getId))
        .collect(Collectors.toSet());
  }

  @Override
  public List<Choice> choices() {
    return Stream.of(
        beginning == Beginning.NOTHING_AND_NOBODY_STARTS ? startsByAlur() : startsByPeople(), anyTime(), answers())
        .flatMap(choices -> choices).toList();
  }

  private Stream<Choice> startsByPeople() {
    Choice watches = forms.start(RINA, process(), "watching", AppUpdateExploration::watch);
    return Stream.of(beginning == Beginning.NOTHING ? watches.alwaysAccepted() : watches,
        forms.start(RINA, process(), "says that there is a change", AppUpdateExploration::report).alwaysAccepted(),
        forms.start(RINA, process(), "without a word", () -> Map.of("unitCode", UNIT, "updateNow", "yes"))
            .alwaysRefused(),
        forms.start(DEWI, process(), "for a unit of others", AppUpdateExploration::report).alwaysRefused(),
        any.deviation(RINA), any.cancellation(RINA));
  }

  private Stream<Choice> startsByAlur() {
    return Stream.of(
        Choice.of("Feeder is outdated, and no case is open", state -> !state.isStarted(),
            state -> this::feederIsOutdated).alwaysAccepted(),
        Choice.of("rina cancels the case at its task", state -> state.isRunning() && !state.tasks().isEmpty(),
            state -> () -> requests.cancel(RINA, taskIn(state), "Batal")).alwaysAccepted().notAdvised());
  }

  private Task taskIn(State state) {
    return tasks.createTaskQuery().taskId(state.tasks().get(0).id()).singleResult();
  }

  private Stream<Choice> anyTime() {
    return Stream.of(Choice.of("Feeder is outdated", State::isRunning, state -> this::feederIsOutdated)
        .alwaysAccepted().notAdvised());
  }

  private void feederIsOutdated() {
    updates.updateNeeded(UNIT, UpdateCause.FEEDER_OUTDATED, null);
  }

  private Stream<Choice> answers() {
    return Stream.of(
        forms.answer(RINA, TASK, "updated", this::updated).alwaysAccepted(),
        forms.answer(RINA, TASK, "updated, without evidence", task -> without(updated(task), "updateDocument"))
            .alwaysRefused(),
        forms.answer(RINA, TASK, "nothing newer", task -> nothingNewer()).alwaysAccepted(),
        forms.answer(RINA, TASK, "not now",
            task -> Map.of("updateOutcome", "postponed", "postponedBecause", "KRS berjalan")).alwaysAccepted(),
        forms.answer(RINA, TASK, "not now, for no reason", task -> Map.of("updateOutcome", "postponed"))
            .alwaysRefused(),
        forms.answer(RINA, WAIT, "now after all", task -> Map.of()).alwaysAccepted());
  }

  private Map<String, Object> updated(OpenTask task) {
    Map<String, Object> answers = nothingNewer();
    answers.put("updateOutcome", "updated");
    answers.remove("lookedWhere");
    answers.put("updateDocument", documents.forTask(RINA, task.id(), "evidence", "versi.pdf", "%PDF-1.7 contoh"));
    AppUpdate.INSTALLATION.forEach(step -> answers.put(step.name(), true));
    return answers;
  }

  private static Map<String, Object> nothingNewer() {
    return new HashMap<>(Map.of("updateOutcome", "nothingNewer", "lookedWhere", "Laman unduhan", "serviceAnswers", true,
        "feederVersion", "6.1", "integratorVersion", "2026.11"));
  }

  private static Map<String, Object> without(Map<String, Object> fields, String name) {
    fields.remove(name);
    return fields;
  }

  private static Map<String, Object> watch() {
    return Map.of("unitCode", UNIT, "updateNow", "no");
  }

  private static Map<String, Object> report() {
    return Map.of("unitCode", UNIT, "updateNow", "yes", "causeDetail", "Versi 6.1 diumumkan");
  }

  /** Answers are read only while their task is completed; what a task shows of causes and times moves nothing. */
  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    return variable.equals("alreadyOpen") ? value : null;
  }

  @Override
  public List<String> ownRows() {
    return List.of("select case_id = :caseId as of_this_case, case_id is null as free from \"alur\".app_update",
        "select case_id = :caseId as of_this_case, installed from \"alur\".app_version",
        "select task_def_key_ as task_of_other from act_ru_task where proc_inst_id_ <> :caseId");
  }

  @Override
  public List<Invariant> invariants() {
    return Stream.concat(any.invariants(RINA, DEWI), Stream.of(
        Invariant.ofState("a unit never has two open tasks",
            state -> tasks.createTaskQuery().tenantIdIn(UNIT).count() <= 1),
        Invariant.ofState("a unit never has two open cases, and our table names the one",
            state -> running().equals(cases.open())),
        Invariant.ofState("what is up to date has its version recorded, and is watched further",
            state -> !state.isEndedAt("endEvent_upToDate") || isRecorded(state) && running().size() == 1),
        Invariant.ofState("what was passed on is at an open task", state -> !state.isEndedAt("endEvent_passedOn")
            || tasks.createTaskQuery().tenantIdIn(UNIT).count() == 1))).toList();
  }

  private boolean isRecorded(State state) {
    return versions.of(UNIT).stream().anyMatch(version -> version.caseId().equals(state.caseId()));
  }

  private List<String> running() {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(process()).unfinished().list().stream()
        .map(HistoricProcessInstance::getId).toList();
  }
}
