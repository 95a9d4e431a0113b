package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.LEAD;
import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.OPERATOR;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static id.alur.helpdesk.ComplaintScenario.fields;

import id.alur.Partners;
import id.alur.People;
import id.alur.access.Group;
import id.alur.act.ActRunner;
import id.alur.cases.CaseRequests;
import id.alur.explore.AnyProcedure;
import id.alur.explore.Choice;
import id.alur.explore.Exploration;
import id.alur.explore.Invariant;
import id.alur.explore.State;
import id.alur.explore.TaskForms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that can happen to a complaint, and what must hold meanwhile. */
class HelpDeskExploration implements Exploration {

  private static final String OUTSIDER = "staf-pt-lain";

  private static final Map<String, Object> SOLVED =
      fields("processOutcome", "solved", "problem", "Nama berbeda.", "solution", "Disamakan.");

  /** How often a complaint is worked on: what a third round may do, a second one may. */
  private static final long MOST_ROUNDS = 2;

  /** What is explored at once: everything with everything would be too much for each build. */
  enum Part {
    /** The service times run out in the first round. */
    TIME,
    /** Teams and Feeder, in all rounds; work takes no time. */
    WORK
  }

  private final Part part;
  private final ComplaintScenario scenario;
  private final People people;
  private final TaskForms forms;
  private final AnyProcedure any;
  private final CaseRequests requests;
  private final PublicDesk desk;
  private final Complaints complaints;
  private final Partners partners;
  private final ActRunner acts;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  HelpDeskExploration(Part part, ComplaintScenario scenario, People people, TaskForms forms, AnyProcedure any, CaseRequests requests,
      PublicDesk desk, Complaints complaints, Partners partners, ActRunner acts, TaskService tasks, JdbcClient jdbc) {
    this.part = part;
    this.scenario = scenario;
    this.people = people;
    this.forms = forms;
    this.any = any;
    this.requests = requests;
    this.desk = desk;
    this.complaints = complaints;
    this.partners = partners;
    this.acts = acts;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @Override
  public String process() {
    return HelpDesk.PROCESS;
  }

  @Override
  public Instant begin() {
    return Instant.parse(ComplaintScenario.MONDAY);
  }

  @Override
  public void prepare() {
    people.member(OUTSIDER, Group.STAF_PUSTIPD, "001998");
  }

  @Override
  public List<Choice> choices() {
    Stream<Stream<Choice>> both = Stream.of(starts(), triage(), processing(), requester(), byHand(), anyTime());
    return (part == Part.TIME ? both : Stream.concat(both, Stream.of(feeder(), teams())))
        .flatMap(choices -> choices).toList();
  }

  private Stream<Choice> starts() {
    Map<String, Object> withoutText = ComplaintScenario.counterFields();
    withoutText.remove("complaintText");
    return Stream.of(
        Choice.of("a visitor complains", state -> !state.isStarted(), state -> () -> scenario.submitted()).alwaysAccepted(),
        forms.start(LINA, process(), "for somebody without e-mail", ComplaintScenario::counterFields),
        forms.start(LINA, process(), "without a complaint", () -> withoutText).alwaysRefused(),
        forms.start(OUTSIDER, process(), "for a unit of others", ComplaintScenario::counterFields).alwaysRefused());
  }

  private Stream<Choice> triage() {
    return Stream.of(
        triage("nothing about Feeder", "studentData", "none"),
        triage("for somebody else", "tuition", "none"),
        triage("unknown", "weather", "none").alwaysRefused());
  }

  private Choice triage(String what, String kind, String feederSubject) {
    return forms.answer(LINA, "userTask_triage", what,
        task -> fields("kind", kind, "urgency", "normal", "feederSubject", feederSubject));
  }

  private Stream<Choice> feeder() {
    return Stream.of(
        triage("about Feeder", "technicalHelp", "feeder"),
        processed(LINA, "asks Feeder again", fields("processOutcome", "checkAgain")),
        Choice.of("Feeder answers", state -> state.isDue("serviceTask_askFeeder"), state -> acts::runOnce),
        Choice.of("Feeder cannot be asked", state -> state.isDue("serviceTask_askFeeder"), state -> () -> {
          partners.neoFeeder().breaks();
          try {
            acts.runOnce();
          } finally {
            partners.forgetWhatWasSaid();
          }
        }));
  }

  private Stream<Choice> teams() {
    return Stream.of(
        triage("for the faculty", "academicData", "none"),
        processed(OPERATOR, "solves it", SOLVED),
        forms.answer(OPERATOR, "userTask_tellRequester", "has told it", task -> fields("toldHow", "telepon")),
        processed(LINA, "hands it on",
            fields("processOutcome", "handOn", "handOnTo", "operator-fakultas", "note", "KRS tertutup.")),
        processed(OPERATOR, "hands it back",
            fields("processOutcome", "handOn", "handOnTo", "staf-pustipd", "note", "Bukan KRS.")));
  }

  private Stream<Choice> processing() {
    return Stream.of(
        processed(LINA, "solves it", SOLVED),
        processed(LINA, "solves it without a solution", fields("processOutcome", "solved", "problem", "Nama berbeda."))
            .alwaysRefused(),
        inEarlierRounds(processed(LINA, "asks the requester", fields("processOutcome", "ask", "question", "Yang mana?"))),
        processed(LINA, "asks nothing", fields("processOutcome", "ask")).alwaysRefused());
  }

  private Choice processed(String person, String what, Map<String, Object> answers) {
    return forms.answer(person, "userTask_process", what, task -> answers);
  }

  private static Choice inEarlierRounds(Choice choice) {
    Predicate<State> isEarlier = state -> state.variable("round") != null && (long) state.variable("round") < MOST_ROUNDS;
    return new Choice(choice.name(), choice.isPossible().and(isEarlier), choice.attempt(), choice.expected(), choice.advised());
  }

  /** What is not possible here the desk says, and nothing has changed. */
  private Stream<Choice> requester() {
    return Stream.of(
        byRequester("answers", state -> is(state, ComplaintState.ASKED), code -> desk.answer(code, "Yang di ijazah."))
            .alwaysAccepted(),
        byRequester("answers what nobody asked", state -> !is(state, ComplaintState.ASKED),
            code -> desk.answer(code, "Halo?")).alwaysRefused(),
        inEarlierRounds(byRequester("reopens it", this::isReopenable, code -> desk.reopen(code, "Masih salah."))),
        byRequester("reopens what is not settled", state -> !isReopenable(state), code -> desk.reopen(code, "Halo?"))
            .alwaysRefused());
  }

  private boolean isReopenable(State state) {
    return is(state, ComplaintState.SOLVED) || is(state, ComplaintState.UNANSWERED);
  }

  private Choice byRequester(String what, Predicate<State> isPossible, Predicate<TrackingCode> act) {
    return Choice.of("the requester " + what, state -> state.isStarted() && isPossible.test(state), state -> () -> {
      if (!act.test(complaints.of(state.caseId()).trackingCode())) {
        throw new Choice.Refused("not now");
      }
    });
  }

  private boolean is(State state, ComplaintState expected) {
    return state.isStarted() && complaints.of(state.caseId()).state() == expected;
  }

  private Stream<Choice> byHand() {
    return Stream.of(
        forms.answer(LINA, "userTask_recordAnswer", "records an answer",
            task -> fields("answer", "Yang di ijazah.", "answeredHow", "telepon")),
        forms.answer(LINA, "userTask_tellRequester", "has told it", task -> fields("toldHow", "telepon")),
        forms.answer(LINA, "userTask_tellRequester", "does not say how", task -> fields()).alwaysRefused());
  }

  private Stream<Choice> anyTime() {
    return Stream.of(
        Choice.of(LEAD + " reports a deviation", HelpDeskExploration::hasTask, state -> () -> accepted(
            requests.reportDeviation(LEAD, taskIn(state), Map.of("what", "Lewat telepon", "why", "Jaringan mati"))))
            .alwaysAccepted().notAdvised(),
        Choice.of(LEAD + " cancels the case", HelpDeskExploration::hasTask,
            state -> () -> accepted(requests.cancel(LEAD, taskIn(state), "Salah kirim"))).alwaysAccepted().notAdvised());
  }

  private static boolean hasTask(State state) {
    return state.isRunning() && !state.tasks().isEmpty();
  }

  private Task taskIn(State state) {
    return tasks.createTaskQuery().taskId(state.tasks().get(0).id()).singleResult();
  }

  private static void accepted(CaseRequests.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new Choice.Refused(answer.body());
    }
  }

  @Override
  public boolean timePasses(State state) {
    return part == Part.TIME || !clockRuns(state) || isInBetween(state);
  }

  /** Nobody has a task, and Feeder is not to be asked: a mail is on its way. */
  private static boolean isInBetween(State state) {
    return state.isRunning() && state.tasks().isEmpty() && !state.awaits("serviceTask_askFeeder");
  }

  /** How an act goes on after a crash, the exploration of acts looks at. */
  @Override
  public boolean isBeyond(State state) {
    boolean isLeased = state.awaits("serviceTask_askFeeder") && !state.isDue("serviceTask_askFeeder");
    return isLeased || part == Part.TIME && state.isStarted() && (long) state.variable("round") > 1;
  }

  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    return value == null ? null : switch (variable) {
      case "initiator", "contactMinutes", "formMinutes", "triaged", "team", "handler", "inScope", "feederSubject", "round" ->
          value;
      case "processOutcome" -> places.contains("userTask_tellRequester") ? value : null;
      default -> null;
    };
  }

  /** What the clock has spent in intervals that are over; of the running one the timers tell. */
  @Override
  public List<String> ownRows() {
    return List.of(
        "select state, requester_email is not null as has_mail from \"alur\".complaint where case_id = :caseId",
        """
        select count(running) as running,
          least(86, coalesce(sum(datediff(second, started_at, ended_at)), 0) / 60) as spent
        from "alur".service_interval where case_id = :caseId""",
        "select round from \"alur\".solution where case_id = :caseId");
  }

  @Override
  public List<Invariant> invariants() {
    return Stream.concat(any.invariants(LEAD, OUTSIDER), Stream.of(
        Invariant.ofState("no solution is announced that was not recorded",
            state -> !is(state, ComplaintState.SOLVED) || rows(state, "select count(*) from \"alur\".solution s where "
                + "s.case_id = :caseId and s.round = " + state.variable("round")) == 1),
        Invariant.ofState("no clock runs while the requester is asked",
            state -> !is(state, ComplaintState.ASKED) || !clockRuns(state)),
        Invariant.ofState("the clock runs while staff have work to do",
            state -> Stream.of("userTask_triage", "userTask_process", "userTask_tellRequester").noneMatch(state::isAt)
                || clockRuns(state)),
        Invariant.ofState("no clock runs after the end", state -> !state.isEnded() || !clockRuns(state)),
        Invariant.ofState("what has ended is settled, closed or cancelled for its requester too",
            state -> !state.isEnded() || complaints.of(state.caseId()).state().isEnded()),
        Invariant.ofState("who is asked finds the question, and who is told finds what was told",
            state -> !state.isStarted() || saysWhatItsStateNeeds(state)))).toList();
  }

  private boolean saysWhatItsStateNeeds(State state) {
    Optional<ComplaintEntry.Kind> needed = switch (complaints.of(state.caseId()).state()) {
      case ASKED, UNANSWERED -> Optional.of(ComplaintEntry.Kind.QUESTION);
      case SOLVED -> Optional.of(ComplaintEntry.Kind.SOLUTION);
      case OUT_OF_SCOPE -> Optional.of(ComplaintEntry.Kind.REFERRAL);
      default -> Optional.empty();
    };
    return needed.isEmpty()
        || complaints.entriesOf(state.caseId()).stream().anyMatch(entry -> entry.kind() == needed.get());
  }

  private boolean clockRuns(State state) {
    return state.isStarted()
        && rows(state, "select count(running) from \"alur\".service_interval where case_id = :caseId") > 0;
  }

  private long rows(State state, String query) {
    return jdbc.sql(query).param("caseId", state.caseId()).query(Long.class).single();
  }
}
