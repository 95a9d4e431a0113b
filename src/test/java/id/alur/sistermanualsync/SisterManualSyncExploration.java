package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.ManualSyncScenario.ANSWER;
import static id.alur.sistermanualsync.ManualSyncScenario.PUSAT;
import static id.alur.sistermanualsync.ManualSyncScenario.SITI;
import static id.alur.sistermanualsync.ManualSyncScenario.WINDOW_OPEN;

import id.alur.People;
import id.alur.access.Group;
import id.alur.calendar.Holidays;
import id.alur.calendar.Window;
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
import id.alur.partner.pusatbantuan.StandInPusatBantuan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that can happen to a case of Universitas Contoh, 001042, and what must hold meanwhile. */
class SisterManualSyncExploration implements Exploration {

  private static final String OUTSIDER = "dewi";
  private static final String OUTSIDE_WINDOW = "siti at userTask_waitForWindow: goes on with a reason";
  private static final String SIGNED_IN_LATE = "siti at userTask_signIn: JSON saved, with a reason for signing in late";
  private static final String AUTOMATIC_SIGN_IN = "serviceTask_signInAutomatically";

  /** What a rule, a gateway or an invariant may still read, and at which tasks; the case's end is "". */
  private static final Map<String, Set<String>> MATTERS_AT = Map.of(
      "accessRequestNumber", Set.of("userTask_signIn", "userTask_sendAnswer", "userTask_recordVerdict", ""),
      "outsideWindowReason", Set.of("userTask_waitForWindow", "userTask_signIn"),
      "answerDocument", Set.of("userTask_sendAnswer", "userTask_recordVerdict", ""),
      "answerRequestNumber", Set.of("userTask_recordVerdict", ""),
      "verdict", Set.of(""));

  private static final Monitor REASON_OF_THIS_ROUND = new Monitor("reason given in this round", "no",
      SisterManualSyncExploration::reasonOfThisRound);

  private final People people;
  private final TaskForms forms;
  private final UploadedDocuments documents;
  private final AnyProcedure any;
  private final JdbcClient jdbc;
  /** As the source says it, not as the procedure has it. */
  private final Window window;

  SisterManualSyncExploration(People people, TaskForms forms, UploadedDocuments documents, AnyProcedure any,
      JdbcClient jdbc, Holidays holidays) {
    this.people = people;
    this.forms = forms;
    this.documents = documents;
    this.any = any;
    this.jdbc = jdbc;
    this.window = new Window(ZoneId.of("Asia/Jakarta"), Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
        LocalTime.of(10, 0), LocalTime.of(15, 0), holidays);
  }

  @Override
  public String process() {
    return SisterManualSync.PROCESS;
  }

  @Override
  public Instant begin() {
    return Instant.parse(WINDOW_OPEN);
  }

  @Override
  public void prepare() {
    people.member(SITI, Group.ADMIN_PT, "001042");
    people.member(PUSAT, Group.PUSAT_BANTUAN);
    people.member(OUTSIDER, Group.ADMIN_PT, "001043");
  }

  @Override
  public List<Choice> choices() {
    return Stream.of(starts(), access(), signIn(), handOver(),
        Stream.of(any.deviation(SITI), any.cancellation(SITI))).flatMap(choices -> choices).toList();
  }

  private Stream<Choice> starts() {
    return Stream.of(
        start("the central team gave notice", "identifiedByCentralTeam", "noticeHeld", "yes"),
        start("the central team gave no notice", "identifiedByCentralTeam", "noticeHeld", "no"),
        start("the automatic sync failed", "automaticSyncFailed", "automaticSync", "failed"),
        start("the automatic sync succeeded", "automaticSyncFailed", "automaticSync", "succeeded"),
        start("the transition is blocked", "transitionBlocked", "maintenance", "ended"),
        start("nothing of this", "none", "maintenance", null),
        start("no evidence", "automaticSyncFailed", "automaticSync", null).alwaysRefused(),
        forms.start(OUTSIDER, process(), "for a PT of others", () -> request("none", "maintenance", null))
            .alwaysRefused());
  }

  private Choice start(String what, String eligibilityCase, String question, String answer) {
    return forms.start(SITI, process(), what, () -> request(eligibilityCase, question, answer));
  }

  private Map<String, Object> request(String eligibilityCase, String question, String answer) {
    Map<String, Object> fields = new HashMap<>(Map.of(
        "unitCode", "001042", "institutionName", "Universitas Contoh", "sisterAddress", "192.0.2.10",
        "eligibilityCase", eligibilityCase));
    if (answer != null) {
      fields.put(question, answer);
      fields.put("eligibilityEvidence", "Email tim pusat, 3 Maret");
    }
    if ("noticeHeld".equals(question) && "yes".equals(answer)) {
      fields.put("noticeDocument", documents.evidenceForStart(SITI, process()));
    }
    return fields;
  }

  private Stream<Choice> access() {
    return Stream.of(
        answer("userTask_requestAccess", "the number of the request", Map.of("accessRequestNumber", "#123456")),
        answer("userTask_requestAccess", "no number", Map.of()).alwaysRefused(),
        answer("userTask_receiveCredentials", "received", Map.of("credentialsOutcome", "received",
            "sisterAddress", "192.0.2.10")),
        answer("userTask_receiveCredentials", "must ask again", Map.of("credentialsOutcome", "askAgain",
            "credentialsRefusedBecause", "Nama PT keliru", "sisterAddress", "192.0.2.10")),
        answer("userTask_receiveCredentials", "must ask again, without a reason",
            Map.of("credentialsOutcome", "askAgain", "credentialsRefusedBecause", " ", "sisterAddress", "192.0.2.10"))
            .alwaysRefused());
  }

  private Stream<Choice> signIn() {
    return Stream.of(
        forms.answer(SITI, "userTask_waitForWindow", "goes on with a reason",
            task -> Map.of("outsideWindowReason", "Diminta Pusat Bantuan")).notAdvised(),
        answer("userTask_waitForWindow", "goes on without a reason", Map.of()).alwaysRefused(),
        forms.answer(SITI, "userTask_signIn", "JSON saved", task -> signedIn(task, true)),
        forms.answer(SITI, "userTask_signIn", "JSON saved, with a reason for signing in late", task -> {
          Map<String, Object> fields = signedIn(task, true);
          fields.put("outsideWindowReason", "Diminta Pusat Bantuan");
          return fields;
        }),
        forms.answer(SITI, "userTask_signIn", "JSON saved, but a prohibition was broken", task -> signedIn(task, false))
            .alwaysRefused(),
        answer("userTask_signIn", "signed in, no JSON", Map.of("signInOutcome", "signedIn", "prohibitionsKept", true))
            .alwaysRefused(),
        answer("userTask_signIn", "the connection broke", Map.of("signInOutcome", "connectionBroke",
            "connectionBrokeBecause", "internetLost")),
        answer("userTask_signIn", "the credentials were refused", Map.of("signInOutcome", "credentialsRefused",
            "credentialsRefusedBecause", "Login failed")));
  }

  private Map<String, Object> signedIn(State.OpenTask task, boolean prohibitionsKept) {
    return new HashMap<>(Map.of("signInOutcome", "signedIn", "prohibitionsKept", prohibitionsKept,
        "answerDocument", documents.forTask(SITI, task.id(), "sister-answer", "autosync.json", ANSWER)));
  }

  private Stream<Choice> handOver() {
    return Stream.of(
        answer("userTask_sendAnswer", "the number of the request", Map.of("answerRequestNumber", "#123789")),
        answer("userTask_sendAnswer", "no number", Map.of()).alwaysRefused(),
        verdict("processed", null),
        verdict("sendAgain", "Berkas rusak"),
        verdict("signInAgain", "Berkas rusak"),
        verdict("requestAgain", "Berkas rusak"),
        verdict("sendAgain", null).alwaysRefused(),
        answer("userTask_recordVerdict", "processed, as an email says", Map.of("verdict", "processed",
            "verdictSource", "Email Pusat Bantuan")),
        answer("userTask_recordVerdict", "processed, no source", Map.of("verdict", "processed")).alwaysRefused());
  }

  private Choice verdict(String verdict, String reason) {
    Map<String, Object> fields = reason == null
        ? Map.of("verdict", verdict)
        : Map.of("verdict", verdict, "verdictReason", reason);
    return forms.answer(PUSAT, "userTask_recordVerdict", verdict + (reason == null ? "" : ", with a reason"),
        task -> fields);
  }

  private Choice answer(String task, String what, Map<String, Object> fields) {
    return forms.answer(SITI, task, what, open -> fields);
  }

  /** Both at any time: a window on Tuesday and one on Friday differ in when the next one opens. */
  @Override
  public List<Moment> moments() {
    return List.of(
        new Moment("window opens", now -> Optional.of(window.nextOpening(window.isOpen(now) ? shutting(now) : now))),
        new Moment("window shuts", now -> Optional.of(shutting(window.nextOpening(now)))));
  }

  private Instant shutting(Instant open) {
    return open.atZone(window.zone()).with(window.to()).toInstant();
  }

  /** Every other answer is emptied when its task appears, and read only while that task is completed. */
  @Override
  public Object normal(String variable, Object value, Set<String> places) {
    Set<String> wanted = MATTERS_AT.getOrDefault(variable, Set.of());
    boolean matters = places.isEmpty() ? wanted.contains("") : places.stream().anyMatch(wanted::contains);
    if (value == null || !matters) {
      return null;
    }
    return variable.equals("answerDocument") ? row((String) value) : value;
  }

  /** What matters of a document, instead of its random id. */
  private String row(String reference) {
    return jdbc.sql("select kind, case_id is null as orphan, erased_at from \"alur\".document where id = ?")
        .param(reference).query().singleRow().toString();
  }

  @Override
  public List<Monitor> monitors() {
    return List.of(REASON_OF_THIS_ROUND);
  }

  private static String reasonOfThisRound(String before, Step step) {
    if (step.isDone(OUTSIDE_WINDOW)) {
      return "yes";
    }
    boolean isSigningIn = step.after().isAt("userTask_signIn") || step.after().awaits(AUTOMATIC_SIGN_IN);
    boolean isNewRound = isNewAutomaticSignIn(step) || step.brings("userTask_signIn");
    return isNewRound || !isSigningIn ? "no" : before;
  }

  /** Whether from this step on Alur is to sign in. */
  private static boolean isNewAutomaticSignIn(Step step) {
    return step.after().awaits(AUTOMATIC_SIGN_IN) && !step.before().awaits(AUTOMATIC_SIGN_IN);
  }

  @Override
  public List<Invariant> invariants() {
    return Stream.concat(any.invariants(SITI, OUTSIDER), Stream.of(
        Invariant.ofStep("a sign-in outside the window begins with a reason",
            step -> !step.brings("userTask_signIn") || isWindowOpen(step) || step.isDone(OUTSIDE_WINDOW)),
        Invariant.ofStep("a sign-in outside the window ends with a reason of this round",
            step -> !step.brings("userTask_sendAnswer") || !step.before().isAt("userTask_signIn") || isWindowOpen(step)
                || hasReasonOfThisRound(step.before()) || step.isDone(SIGNED_IN_LATE)),
        Invariant.ofState("no reason is shown that belongs to an earlier round",
            state -> !state.isAt("userTask_signIn") || state.variable("outsideWindowReason") == null
                || hasReasonOfThisRound(state)),
        Invariant.ofState("synced data has numbers, a checked JSON and a verdict",
            state -> !state.isEndedAt("endEvent_dataSynced") || isProven(state)),
        Invariant.ofStep("only the verdict that it was processed ends with synced data",
            step -> !step.after().isEndedAt("endEvent_dataSynced")
                || "processed".equals(step.after().variable("verdict"))),
        Invariant.ofState("no document belongs to a case that does not exist", state -> strayDocuments() == 0))).toList();
  }

  boolean isWindowOpen(Step step) {
    return window.isOpen(step.after().now());
  }

  private static boolean hasReasonOfThisRound(State state) {
    return "yes".equals(state.monitor(REASON_OF_THIS_ROUND));
  }

  private boolean isProven(State state) {
    return isNumber(state.variable("accessRequestNumber"), "123456")
        && isNumber(state.variable("answerRequestNumber"), "123789")
        && "processed".equals(state.variable("verdict"))
        && isCheckedJson((String) state.variable("answerDocument"), state.caseId());
  }

  private static boolean isNumber(Object number, String typed) {
    return typed.equals(number) || StandInPusatBantuan.isNumber((String) number);
  }

  /** Only a document whose content was inspected gets a row of this kind. */
  private boolean isCheckedJson(String reference, String caseId) {
    return jdbc.sql("select count(*) from \"alur\".document where id = ? and case_id = ? and kind = 'sister-answer'")
        .params(reference, caseId).query(Integer.class).single() == 1;
  }

  private int strayDocuments() {
    return jdbc.sql("""
        select count(*) from "alur".document
        where case_id is not null and case_id not in (select proc_inst_id_ from act_hi_procinst)""")
        .query(Integer.class).single();
  }
}
