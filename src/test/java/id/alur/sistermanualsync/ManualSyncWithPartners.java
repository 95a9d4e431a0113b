package id.alur.sistermanualsync;

import static id.alur.partner.pusatbantuan.StandInPusatBantuan.TICKETS;
import static id.alur.partner.sister.StandInSister.SIGN_INS;
import static id.alur.sistermanualsync.ManualSyncScenario.FORMS;
import static id.alur.sistermanualsync.ManualSyncScenario.PASSWORD;
import static id.alur.sistermanualsync.ManualSyncScenario.SITI;

import id.alur.Partners;
import id.alur.act.ActRunner;
import id.alur.explore.Choice;
import id.alur.explore.Choice.Expected;
import id.alur.explore.Exploration;
import id.alur.explore.Invariant;
import id.alur.explore.Moment;
import id.alur.explore.Monitor;
import id.alur.explore.State;
import id.alur.explore.Step;
import id.alur.explore.TaskForms;
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import id.alur.partner.pusatbantuan.StandInPusatBantuan.Mood;
import id.alur.partner.pusatbantuan.StandInPusatBantuan.UploadMood;
import id.alur.partner.sister.StandInSister;
import id.alur.vault.EnteredSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A stretch of the procedure with Alur making the calls: all that partners can answer, wherever Alur may stop.
 *
 * @param byHand what people can do, and what must hold anyway
 * @param stretch where it begins and where another exploration goes on
 * @param showsTickets whether Pusat Bantuan lets Alur look for tickets
 */
record ManualSyncWithPartners(SisterManualSyncExploration byHand, Stretch stretch, boolean showsTickets, Tools tools)
    implements Exploration {

  /** What it works with. */
  record Tools(Partners partners, ActRunner acts, EnteredSecrets secrets, TaskForms forms, JdbcClient jdbc) {}

  private static final String ASK = "serviceTask_openAccessRequest";
  private static final String SIGN_IN = "serviceTask_signInAutomatically";
  private static final String UPLOAD = "serviceTask_uploadAnswer";
  private static final String HAND_OVER = "serviceTask_handOverAnswer";

  private static final String ACCESS_TICKETS = "tickets for access";
  private static final String ANSWER_TICKETS = "tickets with the JSON";
  private static final String AUTOMATIC_SIGN_INS = "automatic sign-ins";

  private static final String DID_NOT_HAPPEN = "it did not happen";
  private static final String CAN_NO_LONGER_HAPPEN = " can no longer happen";

  /** As {@code alur.act.margin} is set in the exploration's test. */
  private static final Duration MARGIN = Duration.ofSeconds(90);

  /** A part of the procedure that is explored on its own. */
  enum Stretch {

    ACCESS(true, List.of("siti starts: the automatic sync failed"),
        Set.of(ASK), Set.of("userTask_confirmAccessRequest", "userTask_requestAccess"),
        Set.of("userTask_receiveCredentials")),

    SIGN_IN(false, List.of("siti starts: the automatic sync failed",
        "siti at userTask_requestAccess: the number of the request"),
        Set.of(ManualSyncWithPartners.SIGN_IN),
        Set.of("userTask_receiveCredentials", "userTask_waitForWindow", "userTask_followSignIn",
            "userTask_confirmSignIn", "userTask_signIn"),
        Set.of("userTask_requestAccess", "userTask_sendAnswer")),

    HAND_OVER(true, List.of("siti starts: the automatic sync failed", "Pusat Bantuan at " + ASK + ": takes it",
        "siti at userTask_receiveCredentials: received", "siti at userTask_signIn: JSON saved"),
        Set.of(UPLOAD, ManualSyncWithPartners.HAND_OVER), Set.of("userTask_confirmHandOver", "userTask_sendAnswer"),
        Set.of("userTask_recordVerdict")),

    WHOLE(true, List.of("siti starts: the automatic sync failed"),
        Set.of(ASK, ManualSyncWithPartners.SIGN_IN, UPLOAD, ManualSyncWithPartners.HAND_OVER),
        Set.copyOf(FORMS.userTasks()), Set.of());

    private final boolean isPusatBantuanSetUp;
    private final List<String> way;
    private final Set<String> acts;
    private final Set<String> tasks;
    private final Set<String> beyond;

    Stretch(boolean isPusatBantuanSetUp, List<String> way, Set<String> acts, Set<String> tasks, Set<String> beyond) {
      this.isPusatBantuanSetUp = isPusatBantuanSetUp;
      this.way = way;
      this.acts = acts;
      this.tasks = tasks;
      this.beyond = beyond;
    }

    /** From the start to where it begins, by the names of choices. */
    List<String> way() {
      return way;
    }

    private boolean mentions(Choice choice) {
      return way.contains(choice.name())
          || Stream.of(acts, tasks).flatMap(Set::stream).anyMatch(place -> choice.name().contains(place + ":"));
    }
  }

  private static final Monitor ASKED = new Monitor("a request for access may have arrived", "no",
      (before, step) -> mayHaveArrived(before, step, ACCESS_TICKETS));
  private static final Monitor HANDED_OVER = new Monitor("a request with this JSON may have arrived", "no",
      (before, step) -> mayHaveArrived(before, step, ANSWER_TICKETS));
  private static final Monitor SIGNED_IN = new Monitor("Alur signed in in this round", "no",
      ManualSyncWithPartners::signedInInThisRound);

  @Override
  public String process() {
    return byHand.process();
  }

  @Override
  public Instant begin() {
    return byHand.begin();
  }

  @Override
  public void prepare() {
    byHand.prepare();
    tools.partners().forgetWhatWasSaid();
    if (stretch.isPusatBantuanSetUp) {
      pusatBantuan().isSetUp();
    }
    if (showsTickets) {
      pusatBantuan().showsTickets();
    }
  }

  private StandInPusatBantuan pusatBantuan() {
    return tools.partners().pusatBantuan();
  }

  /** What is always refused is refused by forms, whoever makes the calls: the exploration by hand tries it. */
  @Override
  public List<Choice> choices() {
    Stream<Choice> people = byHand.choices().stream().filter(choice -> choice.expected() != Expected.REFUSED)
        .filter(choice -> stretch.mentions(choice) || !choice.name().contains(":"));
    Stream<Choice> withPartners = Stream.of(partners(), decisions(), credentials()).flatMap(choices -> choices)
        .filter(stretch::mentions);
    return Stream.concat(people, withPartners).toList();
  }

  private Stream<Choice> partners() {
    Stream<Choice> access = Arrays.stream(Mood.values()).filter(mood -> mood != Mood.FORGOT_THE_UPLOAD)
        .map(mood -> answer("Pusat Bantuan", ASK, mood, () -> pusatBantuan().is(mood)));
    Stream<Choice> handOver = Arrays.stream(Mood.values())
        .map(mood -> answer("Pusat Bantuan", HAND_OVER, mood, () -> pusatBantuan().is(mood)));
    Stream<Choice> upload = Arrays.stream(UploadMood.values())
        .map(mood -> answer("Pusat Bantuan", UPLOAD, mood, () -> pusatBantuan().is(mood)));
    Stream<Choice> signIn = Arrays.stream(StandInSister.Mood.values())
        .map(mood -> answer("SISTER", SIGN_IN, mood, () -> tools.partners().sister().is(mood)));
    Stream<Choice> again = Stream.of(ASK, SIGN_IN, HAND_OVER).map(act -> Choice.of(
        "Alur at " + act + ": takes it up again",
        state -> state.isDue(act) && isOpenInJournal(state, act), state -> this::serve));
    Stream<Choice> expiry = Stream.of(Choice.of("time at " + HAND_OVER + ": the upload expires",
        state -> state.awaits(HAND_OVER) && isUsable(state.variable("answerUploadExpires")),
        state -> () -> ClockUtil.setCurrentTime(Date.from(state.now().plus(Duration.ofHours(1))))));
    return Stream.of(access, handOver, upload, signIn, again, expiry).flatMap(choices -> choices);
  }

  private Choice answer(String who, String act, Enum<?> mood, Runnable becomes) {
    String what = mood.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Choice.of(who + " at " + act + ": " + what,
        state -> state.isDue(act) && !isOpenInJournal(state, act), state -> {
          becomes.run();
          return this::serve;
        });
  }

  private void serve() {
    if (tools.acts().runOnce() != 1) {
      throw new IllegalStateException("nobody takes it up");
    }
  }

  /** Then Alur sends nothing, whatever the partner would answer. */
  private boolean isOpenInJournal(State state, String act) {
    return tools.jdbc().sql("""
            select count(*) from "alur".act_journal where case_id = ? and activity_id = ?
            and (state = 'INTENT' or state = 'DONE' and delivered_at is null)""")
        .params(state.caseId(), act).query(Integer.class).single() > 0;
  }

  /** Who can look for tickets himself need not ask a person whether they arrived. */
  private Stream<Choice> decisions() {
    Stream<Choice> tickets = showsTickets ? Stream.of()
        : Stream.of("userTask_confirmAccessRequest", "userTask_confirmHandOver").flatMap(this::decisionsOnTicket);
    return Stream.concat(tickets, Stream.of(
        decision("userTask_confirmSignIn", "it happened", Map.of("actDecision", "happened",
            "actEvidence", "Ada di log")),
        decision("userTask_confirmSignIn", DID_NOT_HAPPEN, Map.of("actDecision", "didNotHappen",
            "actEvidence", "Tidak ada di log")),
        decision("userTask_followSignIn", "looks no longer", Map.of())));
  }

  /** That it did not happen is refused while it may still happen. */
  private Stream<Choice> decisionsOnTicket(String task) {
    return Stream.of(
        decision(task, "it happened", Map.of("actDecision", "happened", "actReference", "#123456",
            "actEvidence", "Email konfirmasi")),
        decision(task, DID_NOT_HAPPEN, Map.of("actDecision", "didNotHappen", "actEvidence", "Tidak ada email")),
        decision(task, "it happened, no number", Map.of("actDecision", "happened", "actEvidence", "Email konfirmasi"))
            .alwaysRefused(),
        decision(task, "no evidence", Map.of("actDecision", "didNotHappen")).alwaysRefused());
  }

  private Choice decision(String task, String what, Map<String, Object> fields) {
    return tools.forms().answer(SITI, task, what, open -> fields);
  }

  private Stream<Choice> credentials() {
    return Stream.of(tools.forms().answer(SITI, "userTask_receiveCredentials", "received, and gives them to Alur",
        open -> Map.of("credentialsOutcome", "received", "sisterAddress", "192.0.2.10", "credentials",
            tools.secrets().forTask(SITI, open.id(), "secret-sister", "autosync-001042", PASSWORD))));
  }

  /** Only the sign-in asks what time it is. */
  @Override
  public List<Moment> moments() {
    return stretch == Stretch.SIGN_IN || stretch == Stretch.WHOLE ? byHand.moments() : List.of();
  }

  /** Windows are open for hours, and leases last for minutes. */
  @Override
  public Duration grain() {
    return Duration.ofHours(1);
  }

  /** Waiting for credentials for days is the same whoever signs in with them. */
  @Override
  public boolean timePasses(State state) {
    return !state.isAt("userTask_receiveCredentials");
  }

  @Override
  public boolean isBeyond(State state) {
    return state.tasks().stream().anyMatch(task -> stretch.beyond.contains(task.definition()));
  }

  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    if (value == null) {
      return null;
    }
    return switch (variable) {
      case "verdictReason" -> places.isEmpty() ? null : "given";
      case "credentialsRefusedBecause" ->
          places.isEmpty() || isAtOneOf(places, "userTask_receiveCredentials") ? null : "given";
      case "credentials" -> isAtOneOf(places, SIGN_IN, "userTask_waitForWindow") ? "given" : null;
      case "outsideWindowReason" -> isAtOneOf(places, SIGN_IN) ? "given" : byHand.normal(variable, value, places);
      case "answerDocument" -> byHand.normal(variable, value,
          isAtOneOf(places, UPLOAD, HAND_OVER, "userTask_confirmHandOver") ? Set.of("userTask_sendAnswer") : places);
      case "answerUploadExpires" -> isAtOneOf(places, HAND_OVER) ? isUsable(value) : null;
      case "accessRequestNumber", "answerRequestNumber" ->
          byHand.normal(variable, StandInPusatBantuan.isNumber((String) value) ? "of a ticket" : value, places);
      default -> byHand.normal(variable, value, places);
    };
  }

  private static boolean isAtOneOf(Set<String> places, String... wanted) {
    return Arrays.stream(wanted).anyMatch(places::contains);
  }

  private static boolean isUsable(Object expires) {
    return Instant.parse((String) expires).isAfter(ClockUtil.getCurrentTime().toInstant().plus(MARGIN));
  }

  /** Of the journal what the case still waits for; of secrets whether there is one. */
  @Override
  public List<String> ownRows() {
    return List.of(
        """
        select activity_id, state, ended_at is null as may_be_under_way,
          regexp_replace(outcome, '[0-9a-f]{8}-[0-9a-f-]{27}|70[0-9]{4}', '*') as outcome
        from "alur".act_journal
        where case_id = :caseId and (state = 'INTENT' or state = 'DONE' and delivered_at is null)""",
        """
        select distinct 'kept' as secret from "alur".secret where case_id = :caseId and destroyed_at is null""");
  }

  @Override
  public List<String> ownTimes() {
    return List.of("""
        select activity_id || '%s' as name, dateadd(second, %d, deadline_at) as moment
        from "alur".act_journal where case_id = :caseId and state = 'INTENT'"""
        .formatted(CAN_NO_LONGER_HAPPEN, MARGIN.toSeconds()));
  }

  @Override
  public Map<String, String> counters() {
    return Map.of(
        ACCESS_TICKETS, "select count(*) from " + TICKETS + " where reference like '% akses %'",
        ANSWER_TICKETS, "select count(*) from " + TICKETS + " where reference like '% JSON %'",
        AUTOMATIC_SIGN_INS, "select count(*) from " + SIGN_INS);
  }

  @Override
  public Set<String> journals() {
    return Set.of("\"alur\".act_journal", TICKETS, SIGN_INS);
  }

  @Override
  public List<Monitor> monitors() {
    return Stream.concat(byHand.monitors().stream(), Stream.of(ASKED, HANDED_OVER, SIGNED_IN)).toList();
  }

  /** A person's word settles it: that it did not arrive, or that it is to be sent once more. */
  private static String mayHaveArrived(String before, Step step, String tickets) {
    if (step.adds(tickets)) {
      return "yes";
    }
    String choice = step.choice().name();
    boolean isWord = choice.endsWith(DID_NOT_HAPPEN) || choice.contains("must ask again")
        || choice.contains("userTask_recordVerdict");
    return !step.crashed() && isWord ? "no" : before;
  }

  private static String signedInInThisRound(String before, Step step) {
    boolean isUnderWay = step.after().awaits(SIGN_IN) && step.before().awaits(SIGN_IN);
    return !isUnderWay ? "no" : step.adds(AUTOMATIC_SIGN_INS) ? "yes" : before;
  }

  @Override
  public List<Invariant> invariants() {
    return Stream.concat(byHand.invariants().stream(), Stream.of(
        Invariant.ofStep("no request has two tickets", step -> mostTicketsOfOneRequest() <= 1),
        Invariant.ofStep("no second request while an earlier one may have arrived",
            step -> isNotRepeated(step, ACCESS_TICKETS, ASKED) && isNotRepeated(step, ANSWER_TICKETS, HANDED_OVER)),
        Invariant.ofStep("nobody is told to send by hand what may have arrived",
            step -> !(step.brings("userTask_requestAccess") && "yes".equals(step.after().monitor(ASKED)))
                && !(step.brings("userTask_sendAnswer") && "yes".equals(step.after().monitor(HANDED_OVER)))),
        Invariant.ofStep("whoever waits for an answer knows the number of the request",
            step -> knowsNumber(step, "userTask_receiveCredentials", "accessRequestNumber")
                && knowsNumber(step, "userTask_recordVerdict", "answerRequestNumber")),
        Invariant.ofStep("no automatic sign-in outside the window without a reason",
            step -> !step.adds(AUTOMATIC_SIGN_INS) || byHand.isWindowOpen(step)
                || step.before().variable("outsideWindowReason") != null),
        Invariant.ofStep("no two automatic sign-ins in one round",
            step -> isNotRepeated(step, AUTOMATIC_SIGN_INS, SIGNED_IN)),
        Invariant.ofStep("that a request did not happen is refused while it may still happen",
            step -> !step.isDone("siti at userTask_confirmAccessRequest: " + DID_NOT_HAPPEN)
                && !step.isDone("siti at userTask_confirmHandOver: " + DID_NOT_HAPPEN)
                || step.before().moments().keySet().stream().noneMatch(name -> name.endsWith(CAN_NO_LONGER_HAPPEN))),
        Invariant.ofState("no secret is left at an end",
            state -> !state.isEnded() || state.facts().stream().noneMatch("{SECRET=kept}"::equals)))).toList();
  }

  private static boolean knowsNumber(Step step, String waiting, String number) {
    return !step.brings(waiting) || step.after().variable(number) != null;
  }

  private static boolean isNotRepeated(Step step, String counter, Monitor happened) {
    return !step.adds(counter) || step.before().monitor(happened).equals("no");
  }

  private int mostTicketsOfOneRequest() {
    return tools.jdbc().sql("select coalesce(max(found), 0) from (select count(*) as found from " + TICKETS
        + " group by reference)").query(Integer.class).single();
  }
}
