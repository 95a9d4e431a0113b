package id.alur.examserversync;

import static id.alur.Procedure.itIs;
import static id.alur.examserversync.ExamSyncAnswers.fields;
import static id.alur.examserversync.ExamSyncAnswers.lights;
import static id.alur.examserversync.ExamSyncScenario.KEPALA;
import static id.alur.examserversync.ExamSyncScenario.PATCHING_CLOSED;
import static id.alur.examserversync.ExamSyncScenario.PATCHING_OPEN;
import static id.alur.examserversync.ExamSyncScenario.RUDI;

import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import id.alur.explore.AnyProcedure;
import id.alur.explore.Choice;
import id.alur.explore.Exploration;
import id.alur.explore.Invariant;
import id.alur.explore.Moment;
import id.alur.explore.Monitor;
import id.alur.explore.State;
import id.alur.explore.Step;
import id.alur.explore.TaskForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that can happen to a case of SMP Contoh, 20100999, beside a case of a second proctor who may have the same machine,
 * and what must hold meanwhile.
 */
class ExamServerSyncExploration implements Exploration {

  private static final String SARI = "sari";
  private static final String OUTSIDER = "dewi";
  private static final Instant GATE = Instant.parse(PATCHING_OPEN);

  private static final String AT_ANOTHER_MACHINE = "at another machine";
  private static final String REPAIR = "an administrator moves the case to ";

  private static final List<String> FORBIDDEN_ON_A_COMPLETE_MACHINE =
      List.of("userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp", "userTask_startSync");
  private static final Set<String> ERASURES = Set.of("userTask_eraseBeforeBackUp", "userTask_eraseAfterBackUp");
  private static final Set<String> AFTER_NINE_GREEN = Set.of("userTask_checkParticipants", "userTask_checkTest",
      "userTask_reportToCentre", "userTask_keepMinutes");

  /** The way of the second proctor's case, once it has a machine. */
  private static final List<String> WAY_OF_SARI = List.of("userTask_recordDashboard", "userTask_askOtherData",
      "userTask_eraseBeforeBackUp", "userTask_backUp", "userTask_eraseAfterBackUp", "userTask_refreshStatus",
      "userTask_startSync", "userTask_recordDownloads");

  /** Which machine of both proctors had nine green, runs a START SYNC, or has a backup of this round of the case. */
  private final Monitor complete = new Monitor("had nine green", "", this::complete);
  private final Monitor running = new Monitor("START SYNC runs", "", this::running);
  private final Monitor backedUp = new Monitor("backed up since the first HAPUS", "no", this::backedUp);
  private final Monitor emptied = new Monitor("HAPUS came after the BACKUP", "no", this::emptied);
  private final Monitor repaired = new Monitor("repaired", "no",
      (before, step) -> step.choice().name().startsWith(REPAIR) ? "yes" : before);

  private final People people;
  private final Procedure procedure;
  private final TaskForms forms;
  private final AnyProcedure any;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private final boolean withRepairs;

  /** Their SN by the name of the machine; both are given the same ID Server. */
  private final ExamSyncScenario machineA;
  private final ExamSyncScenario machineB;
  private String caseOfSari;

  ExamServerSyncExploration(People people, Procedure procedure, UploadedDocuments documents, TaskForms forms,
      AnyProcedure any, TaskService tasks, RuntimeService runtime, JdbcClient jdbc, boolean withRepairs) {
    this.people = people;
    this.procedure = procedure;
    this.forms = forms;
    this.any = any;
    this.tasks = tasks;
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.withRepairs = withRepairs;
    this.machineA = new ExamSyncScenario(people, procedure, documents);
    this.machineB = new ExamSyncScenario(people, procedure, documents);
  }

  @Override
  public String process() {
    return ExamServerSync.PROCESS;
  }

  @Override
  public Instant begin() {
    return Instant.parse(PATCHING_CLOSED);
  }

  @Override
  public void prepare() {
    people.member(SARI, Group.PROKTOR, "20100999");
    people.member(OUTSIDER, Group.PROKTOR, "20100998");
    itIs(PATCHING_OPEN);
    ProcessInstance sari = procedure.start(SARI, process(), machineA.request());
    procedure.submit(SARI, sari, "userTask_patch", machineA.answers("userTask_patch"));
    caseOfSari = sari.getId();
    itIs(PATCHING_CLOSED);
  }

  @Override
  public Set<String> bystanders() {
    return Set.of(caseOfSari);
  }

  @Override
  public List<Choice> choices() {
    return Stream.of(starts(), patching(), dashboard(), backUp(), download(), verification(), anyTime(), sari(),
        withRepairs ? repairs() : Stream.<Choice>of()).flatMap(choices -> choices).toList();
  }

  private Stream<Choice> starts() {
    return Stream.of(
        forms.start(RUDI, process(), "a machine", machineA::request),
        forms.start(RUDI, process(), "a machine in place of B", () -> machineA.replacement(machineB.serialNumber())),
        forms.start(RUDI, process(), "not the machine of the test", () -> with(machineA.request(), "rightMachine", false))
            .alwaysRefused(),
        forms.start(OUTSIDER, process(), "for a school of others", machineA::request).alwaysRefused(),
        forms.answer(KEPALA, "userTask_confirmReplacement", "approved", task -> fields("replacementDecision", "approved")),
        forms.answer(KEPALA, "userTask_confirmReplacement", "refused", task ->
            fields("replacementDecision", "refused", "replacementReason", "Suratnya untuk sekolah lain")),
        forms.answer(KEPALA, "userTask_confirmReplacement", "refused without a reason",
            task -> fields("replacementDecision", "refused")).alwaysRefused(),
        answer("userTask_confirmReplacement", "approves it himself", fields("replacementDecision", "approved"))
            .alwaysRefused());
  }

  private Stream<Choice> patching() {
    return Stream.of(
        goesOn("userTask_waitForPatching"),
        goesOn("userTask_patch"),
        answer("userTask_patch", "failed", fields("adminVersion", "50.170406", "patchOutcome", "failed")),
        answer("userTask_patch", "another version", with(machineA.answers("userTask_patch"), "cbtSyncVersion", "5.0.9"))
            .alwaysRefused(),
        goesOn("userTask_restartService"),
        answer("userTask_restartService", "failed", without(
            with(machineA.answers("userTask_restartService"), "patchOutcome", "failed"), "cbtSyncVersion")),
        answer("userTask_restartService", "left something out",
            with(machineA.answers("userTask_restartService"), "webClosed", false)).alwaysRefused());
  }

  private Stream<Choice> dashboard() {
    return Stream.of(
        answer("userTask_enterServerId", "machine A", machineA.answers("userTask_enterServerId")),
        answer("userTask_enterServerId", "machine B", onMachineB()),
        answer("userTask_enterServerId", "not confirmed",
            with(machineA.answers("userTask_enterServerId"), "rightMachineAgain", false)).alwaysRefused(),
        seen("active", "CBTSync Aktif, Sinkronisasi Siap Digunakan"),
        seen("stand by", "StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai"),
        seen("mismatch", "ID Server / SN tidak sesuai dengan data server pusat"),
        seen("not connected", "OFFLINE CBTSync tidak terkoneksi ke server pusat"),
        seen("switched off", "OFFLINE Server Non-Aktif pada server pusat"),
        seen("something else", "Selamat datang"),
        answer("userTask_recordDashboard", "active, of another machine", fields("dashboardText",
            "CBTSync Aktif, Sinkronisasi Siap Digunakan", "shownSerialNumber", "SN-LAIN")),
        answer("userTask_recordDashboard", "nothing", fields()).alwaysRefused(),
        goesOn("userTask_waitForSchedule"), goesOn("userTask_mendConnection"), goesOn("userTask_askForActivation"),
        goesOn("userTask_reportDashboard"));
  }

  private Choice seen(String what, String text) {
    return answer("userTask_recordDashboard", what, fields("dashboardText", text));
  }

  private Map<String, Object> onMachineB() {
    return with(machineB.answers("userTask_enterServerId"), "idServer", machineA.serverId());
  }

  private Stream<Choice> backUp() {
    Map<String, Object> stopped = with(machineA.answers("userTask_askOtherData"), "syncStopped", true);
    return Stream.of(
        goesOn("userTask_askOtherData"),
        answer("userTask_askOtherData", "goes on, the old sync has stopped", stopped),
        answer("userTask_askOtherData", "unsure, the old sync has stopped", with(stopped, "otherData", "unsure")),
        goesOn("userTask_saveOtherData"),
        goesOn("userTask_eraseBeforeBackUp"), elsewhere("userTask_eraseBeforeBackUp"),
        goesOn("userTask_backUp"),
        answer("userTask_backUp", "an empty file", with(machineA.answers("userTask_backUp"), "backupSize", 0L))
            .alwaysRefused(),
        answer("userTask_backUp", "no file", fields()).alwaysRefused(),
        goesOn("userTask_eraseAfterBackUp"), elsewhere("userTask_eraseAfterBackUp"));
  }

  private Stream<Choice> download() {
    return Stream.of(
        goesOn("userTask_refreshStatus"),
        goesOn("userTask_startSync"), elsewhere("userTask_startSync"),
        answer("userTask_recordDownloads", "nine green", lights(9)),
        answer("userTask_recordDownloads", "eight green", lights(8)),
        answer("userTask_chooseNextStep", "waits", next("wait", false)),
        answer("userTask_chooseNextStep", "starts again, the old one has stopped", next("startAgain", true)),
        answer("userTask_chooseNextStep", "starts again while it runs", next("startAgain", false)).alwaysRefused(),
        answer("userTask_chooseNextStep", "once more from the backup, it has stopped", next("backUpAgain", true)),
        answer("userTask_chooseNextStep", "once more from the backup while it runs", next("backUpAgain", false))
            .alwaysRefused());
  }

  private static Map<String, Object> next(String step, boolean stopped) {
    return fields("nextStep", step, "nextStepReason", "Macet di data 9", "syncStopped", stopped);
  }

  private Stream<Choice> verification() {
    return Stream.of(
        goesOn("userTask_checkParticipants"),
        answer("userTask_checkParticipants", "one is missing", fields("registeredParticipants", "40",
            "shownParticipants", "39", "missingParticipants", "Peserta nomor 17")),
        answer("userTask_checkParticipants", "a light is not green after all",
            with(machineA.answers("userTask_checkParticipants"), "lightsNotGreen", "7")),
        goesOn("userTask_checkTest"),
        answer("userTask_checkTest", "a light is not green after all",
            fields("testOutcome", "notGreen", "lightsNotGreen", "7")),
        answer("userTask_checkTest", "it is missing", fields("testOutcome", "missing", "testFinding", "Kosong")),
        goesOn("userTask_reportToCentre"),
        answer("userTask_reportToCentre", "the centre decides",
            fields("centreOutcome", "decided", "centreInstruction", "Pusat, 09.40: ujian susulan")),
        answer("userTask_reportToCentre", "nothing", fields()).alwaysRefused(),
        goesOn("userTask_keepMinutes"));
  }

  /** Rudi's answer that leads on. */
  private Choice goesOn(String task) {
    return answer(task, "goes on", machineA.answers(task));
  }

  private Choice elsewhere(String task) {
    return answer(task, AT_ANOTHER_MACHINE, with(machineA.answers(task), "sameMachine", "no"));
  }

  private Choice answer(String task, String what, Map<String, Object> fields) {
    return forms.answer(RUDI, task, what, open -> fields);
  }

  private Stream<Choice> anyTime() {
    return Stream.of(any.deviation(RUDI), any.cancellation(RUDI),
        // as the refusal of the form says
        any.cancellation(RUDI, " cancels, for another case has the machine, or none the old one", this::cannotGetMachine));
  }

  private boolean cannotGetMachine(State state) {
    return state.isAt("userTask_enterServerId") && !isRepaired(state)
        && ("yes".equals(state.variable("replacement")) || machinesOf(caseOfSari, "true") > 0);
  }

  private boolean isRepaired(State state) {
    return "yes".equals(state.monitor(repaired));
  }

  /** The second proctor, with either machine and the same ID Server. */
  private Stream<Choice> sari() {
    List<Choice> choices = new ArrayList<>(List.of(
        sariAt("userTask_enterServerId", "machine A", null, machineA.answers("userTask_enterServerId")),
        sariAt("userTask_enterServerId", "machine B", null, onMachineB()),
        Choice.of("sari cancels her case", state -> concernsSari(state) && serialNumberOfSari() != null,
            state -> () -> runtime.createMessageCorrelation("exam-server-sync.cancelled")
                .processInstanceId(caseOfSari).correlate()).alwaysAccepted().notAdvised()));
    for (String task : WAY_OF_SARI) {
      choices.add(sariAt(task, "goes on with A", machineA.serialNumber(), machineA.answers(task)));
      choices.add(sariAt(task, "goes on with B", machineB.serialNumber(), machineB.answers(task)));
    }
    return choices.stream();
  }

  private Choice sariAt(String task, String what, String serialNumber, Map<String, Object> fields) {
    Predicate<State> isPossible = state -> concernsSari(state)
        && taskOfSari().filter(open -> open.getTaskDefinitionKey().equals(task)).isPresent()
        && (serialNumber == null || serialNumber.equals(serialNumberOfSari()));
    return Choice.of("sari at " + task + ": " + what, isPossible, state -> {
      Task open = taskOfSari().orElseThrow();
      return () -> forms.submit(SARI, open.getId(), fields);
    }).notAdvised();
  }

  /** Before this case wants a machine, neither case knows of the other: what she does then, she may as well do later. */
  private static boolean concernsSari(State state) {
    return state.isRunning() && (state.isAt("userTask_enterServerId") || state.variable("serialNumber") != null);
  }

  private Optional<Task> taskOfSari() {
    return tasks.createNativeTaskQuery().sql("select * from act_ru_task where proc_inst_id_ = #{caseId}")
        .parameter("caseId", caseOfSari).list().stream().findFirst();
  }

  private String serialNumberOfSari() {
    return taskOfSari().map(open -> (String) tasks.getVariable(open.getId(), "serialNumber")).orElse(null);
  }

  /** What an administrator can do in Cockpit, once in a case; whoever does not like it cancels the case. */
  private Stream<Choice> repairs() {
    Stream<Choice> moves = FORBIDDEN_ON_A_COMPLETE_MACHINE.stream().map(task -> Choice.of(REPAIR + task,
        state -> state.isRunning() && !isRepaired(state) && !state.isAt(task), state -> () -> move(state.caseId(), task))
        .alwaysAccepted().notAdvised());
    Choice cancellation = any.cancellation(RUDI, " cancels the case that was moved", this::isRepaired);
    return Stream.concat(moves, Stream.of(cancellation));
  }

  private void move(String caseId, String task) {
    ProcessInstanceModificationBuilder modification = runtime.createProcessInstanceModification(caseId);
    ActivityInstance tree = runtime.getActivityInstance(caseId);
    Stream.of(tree.getChildActivityInstances()).forEach(child -> modification.cancelActivityInstance(child.getId()));
    Stream.of(tree.getChildTransitionInstances()).forEach(child -> modification.cancelTransitionInstance(child.getId()));
    modification.startBeforeActivity(task).execute();
  }

  @Override
  public List<Moment> moments() {
    return List.of(new Moment("patching opens", now -> Optional.of(GATE).filter(now::isBefore)));
  }

  /** Every other answer is emptied when its task appears, and read only while that task is completed. */
  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    return value == null ? null : switch (variable) {
      case "serialNumber", "replacement" -> value;
      case "patchRounds" -> places.contains("userTask_patch") || places.contains("userTask_restartService")
          ? Math.min((long) value, 3) : null;
      case "nineGreen" -> value.equals(true) ? value : null;
      case "verified" -> places.isEmpty() || places.contains("userTask_keepMinutes") ? value : null;
      case "minutesDocument" -> "kept";
      default -> null;
    };
  }

  @Override
  public List<String> ownRows() {
    return List.of(
        """
        select serial_number, server_id, given_up_id, replaces, bound_at is not null as bound,
          backup_sha256 is not null as backed_up, emptied_at is not null as emptied, case_id = :caseId as of_this_case
        from "alur".server_binding""",
        "select serial_number, case_id = :caseId as of_this_case from \"alur\".running_sync",
        "select task_def_key_ as second_case from act_ru_task where proc_inst_id_ <> :caseId");
  }

  @Override
  public List<Monitor> monitors() {
    return List.of(complete, running, backedUp, emptied, repaired);
  }

  private String complete(String before, Step step) {
    return changed(before, Optional.ofNullable(nineGreen(step)), Optional.empty());
  }

  private String running(String before, Step step) {
    String now = changed(before, Optional.ofNullable(machineOf(step, "userTask_startSync")), Optional.ofNullable(nineGreen(step)));
    return isDoneByRudi(step, "has stopped") || isDoneByRudi(step, "it has stopped")
        ? changed(now, Optional.empty(), Optional.ofNullable((String) step.before().variable("serialNumber"))) : now;
  }

  private String backedUp(String before, Step step) {
    return beginsAnew(step) ? "no" : isPassed(step, "userTask_backUp") ? "yes" : before;
  }

  private String emptied(String before, Step step) {
    return beginsAnew(step) ? "no" : isPassed(step, "userTask_eraseAfterBackUp") ? "yes" : before;
  }

  private static boolean beginsAnew(Step step) {
    return isPassed(step, "userTask_enterServerId") || isPassed(step, "userTask_eraseBeforeBackUp");
  }

  private static String changed(String machines, Optional<String> added, Optional<String> removed) {
    Set<String> set = new TreeSet<>(machines.isEmpty() ? List.of() : List.of(machines.split(",")));
    added.ifPresent(set::add);
    removed.ifPresent(set::remove);
    return String.join(",", set);
  }

  /** The machine that this step made complete. */
  private String nineGreen(Step step) {
    return step.choice().name().endsWith("eight green") ? null : machineOf(step, "userTask_recordDownloads");
  }

  /** The machine for which this step completed this task, in either case. */
  private String machineOf(Step step, String task) {
    if (isPassed(step, task)) {
      return (String) step.before().variable("serialNumber");
    }
    return step.isDone("sari at " + task + ": goes on with A") ? machineA.serialNumber()
        : step.isDone("sari at " + task + ": goes on with B") ? machineB.serialNumber() : null;
  }

  /** Whether Rudi completed this task, to whatever end but that he found himself at another machine. */
  private static boolean isPassed(Step step, String task) {
    return step.choice().name().startsWith(RUDI + " at " + task + ":") && step.before().isAt(task)
        && !step.choice().name().endsWith(AT_ANOTHER_MACHINE) && !step.after().task(task).equals(step.before().task(task));
  }

  private static boolean isDoneByRudi(Step step, String end) {
    return !step.crashed() && step.choice().name().startsWith(RUDI) && step.choice().name().endsWith(end);
  }

  @Override
  public List<Invariant> invariants() {
    return Stream.concat(any.invariants(RUDI, OUTSIDER), Stream.of(
        Invariant.ofStep("patching begins at 07.45 WIB, not before",
            step -> !step.brings("userTask_patch") || !step.after().now().isBefore(GATE)),
        Invariant.ofStep("HAPUS is never done on a machine that had nine green, in any case",
            step -> ERASURES.stream().map(task -> machineOf(step, task)).noneMatch(machine -> isOn(step, complete, machine))),
        Invariant.ofStep("HAPUS is never done while a START SYNC runs on that machine",
            step -> ERASURES.stream().map(task -> machineOf(step, task)).noneMatch(machine -> isOn(step, running, machine))),
        Invariant.ofStep("the second HAPUS comes after the backup's hash",
            step -> !isPassed(step, "userTask_eraseAfterBackUp") || "yes".equals(step.before().monitor(backedUp))),
        Invariant.ofStep("START SYNC comes after the backup's hash and the second HAPUS",
            step -> !isPassed(step, "userTask_startSync") || "yes".equals(step.before().monitor(backedUp))
                && "yes".equals(step.before().monitor(emptied))),
        Invariant.ofStep("START SYNC is never pressed while one runs on that machine",
            step -> !isOn(step, running, machineOf(step, "userTask_startSync"))),
        Invariant.ofStep("START SYNC is never pressed on a machine that had nine green, in any case",
            step -> !isOn(step, complete, machineOf(step, "userTask_startSync"))),
        Invariant.ofState("after nine green people look and report, and nothing else",
            state -> isRepaired(state) || !isCompleteHere(state)
                || state.tasks().stream().allMatch(task -> AFTER_NINE_GREEN.contains(task.definition()))),
        Invariant.ofState("a machine that had nine green stays bound", this::staysBound),
        Invariant.ofState("a case that ended holds no machine but a complete one",
            state -> !state.isEnded() || machinesOf(state.caseId(), "bound_at is null") == 0),
        Invariant.ofState("a server that is ready has nine green, is verified and has its minutes",
            state -> !state.isEndedAt("endEvent_synced") || isCompleteHere(state)
                && Boolean.TRUE.equals(state.variable("verified")) && state.variable("minutesDocument") != null))).toList();
  }

  private static boolean isOn(Step step, Monitor machines, String machine) {
    return machine != null && List.of(step.before().monitor(machines).split(",")).contains(machine);
  }

  /** Whether this case, and no other, made its machine complete. */
  private static boolean isCompleteHere(State state) {
    return Boolean.TRUE.equals(state.variable("nineGreen"));
  }

  private boolean staysBound(State state) {
    return Stream.of(state.monitor(complete).split(",")).filter(machine -> !machine.isEmpty())
        .allMatch(machine -> jdbc.sql("select count(*) from \"alur\".server_binding where serial_number = ? "
            + "and bound_at is not null").param(machine).query(Integer.class).single() == 1);
  }

  private int machinesOf(String caseId, String condition) {
    return jdbc.sql("select count(*) from \"alur\".server_binding where case_id = ? and " + condition).param(caseId)
        .query(Integer.class).single();
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> changed = fields(name, value);
    fields.forEach(changed::putIfAbsent);
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> fields, String name) {
    Map<String, Object> changed = fields();
    changed.putAll(fields);
    changed.remove(name);
    return changed;
  }
}
