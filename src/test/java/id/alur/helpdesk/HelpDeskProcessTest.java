package id.alur.helpdesk;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.Procedure.refusalsOf;
import static id.alur.helpdesk.ComplaintScenario.BAYU;
import static id.alur.helpdesk.ComplaintScenario.LEAD;
import static id.alur.helpdesk.ComplaintScenario.LINA;
import static id.alur.helpdesk.ComplaintScenario.OPERATOR;
import static id.alur.helpdesk.ComplaintScenario.UNIT;
import static id.alur.helpdesk.ComplaintScenario.fields;
import static id.alur.helpdesk.HelpDeskWords.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.Mailbox;
import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.calendar.DeclaredHolidays;
import id.alur.calendar.Holidays;
import id.alur.calendar.HolidaysChanged;
import id.alur.cases.CaseRequests;
import id.alur.conventions.ModelCoverage;
import id.alur.partner.neofeeder.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Every way of a complaint, by the public desk and the forms. */
@AlurTest
class HelpDeskProcessTest {

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("help-desk");

  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private CaseRequests requests;
  @Autowired private Partners partners;
  @Autowired private Mailbox mailbox;
  @Autowired private PublicDesk desk;
  @Autowired private Complaints complaints;
  @Autowired private AppVersions versions;
  @Autowired private ServiceClock serviceClock;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private Holidays holidays;
  @Autowired private ApplicationEventPublisher events;

  private ComplaintScenario scenario;

  @BeforeEach
  void openTheDesk() {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
  }

  @AfterEach
  void closeTheDesk() {
    ClockUtil.reset();
    partners.forgetWhatWasSaid();
  }

  @Test
  @Sop({"HD-1", "HD-2", "HD-P2", "HD-3", "HD-P4", "HD-4", "HD-P5"})
  void leadsAVisitorFromTheComplaintToTheSolution() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    procedure.runDueJobs(complaint);
    assertThat(mailsOf(code)).hasSize(1);
    scenario.triage(complaint);
    assertThat(procedure.taskOf(complaint, "userTask_process").getAssignee()).isEqualTo(LINA);
    scenario.solve(complaint);
    TrackedComplaint tracked = desk.find(code).orElseThrow();
    assertThat(tracked.complaint().state()).isEqualTo(ComplaintState.SOLVED);
    assertThat(tracked.entries()).extracting(ComplaintEntry::text)
        .containsExactly("Nama sudah disamakan, lalu disinkronkan.");
    assertThat(mailsOf(code)).hasSize(2);
    pass(Duration.ofDays(7));
    procedure.runDueJobs(complaint);
    assertEnded(complaint, "endEvent_closed");
    assertThat(scenario.complaintOf(code).state()).isEqualTo(ComplaintState.CLOSED);
  }

  @Test
  @Sop({"HD-1", "HD-2", "HD-P2", "HD-4"})
  void tellsWhoHasNoMailInPerson() {
    ProcessInstance complaint = scenario.atTheCounter();
    procedure.runDueJobs(complaint);
    assertThat(procedure.taskOf(complaint, "userTask_triage").getAssignee()).isEqualTo(LINA);
    scenario.triage(complaint);
    scenario.solve(complaint);
    assertThat(procedure.openTasksOf(complaint)).containsExactly("userTask_tellRequester");
    assertThat(isClockRunning(complaint)).isTrue();
    assertThat(refusalsOf(() -> procedure.submit(LINA, complaint, "userTask_tellRequester", Map.of()))).containsKey("toldHow");
    procedure.submit(LINA, complaint, "userTask_tellRequester", fields("toldHow", "telepon, Senin 10.30"));
    assertThat(isClockRunning(complaint)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuition", "admission", "grade", "other"})
  @Sop({"HD-S", "HD-P1"})
  void endsWhatIsForSomebodyElseWithTheWayThere(String kind) {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint, kind, "normal", "none");
    procedure.runDueJobs(complaint);
    assertEnded(complaint, "endEvent_outOfScope");
    TrackedComplaint tracked = desk.find(code).orElseThrow();
    assertThat(tracked.complaint().state()).isEqualTo(ComplaintState.OUT_OF_SCOPE);
    assertThat(tracked.entries()).extracting(ComplaintEntry::kind).containsExactly(ComplaintEntry.Kind.REFERRAL);
  }

  @Test
  @Sop({"HD-3", "HD-P3"})
  void showsWhatFeederKnowsBeforeSomebodyProcesses() {
    ProcessInstance complaint = scenario.caseOf(scenario.submitted());
    scenario.triage(complaint, "technicalHelp", "urgent", "feeder");
    assertThat(procedure.openTasksOf(complaint)).isEmpty();
    partners.areCalled();
    Task task = procedure.taskOf(complaint, "userTask_process");
    assertThat(valueOf(complaint, "diagnosis")).asString().contains("Feeder menjawab dengan benar");
    assertThat(task.getPriority()).isEqualTo(80);
    partners.neoFeeder().fails(Kind.LOGIN_REFUSED);
    procedure.submit(LINA, complaint, "userTask_process", fields("processOutcome", "checkAgain"));
    partners.areCalled();
    assertThat(valueOf(complaint, "diagnosis")).asString().contains("kode 12");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVICE_OUTDATED", "FUNCTION_UNKNOWN"})
  @Sop("HD-P6")
  void asksForTheUpdateOfAFeederThatIsOutdatedOrOfAnotherVersion(Kind kind) {
    partners.neoFeeder().fails(kind);
    askFeeder();
    ProcessInstance update = openUpdate();
    assertThat(procedure.openTasksOf(update)).containsExactly("userTask_updateApplication");
    requests.cancel(LEAD, procedure.taskOf(update, "userTask_updateApplication"), "Hanya percobaan.");
  }

  @Test
  @Sop("HD-P6")
  void asksForNoUpdateBecauseOfAStrangeAnswerIfSomebodyHasLookedLately() {
    versions.add(new AppVersion("earlier", UNIT, "6.1", "2.0", false, LINA, Instant.parse("2026-10-30T03:00:00Z")));
    itIs("2026-11-27T03:00:00Z");
    partners.neoFeeder().fails(Kind.FUNCTION_UNKNOWN);
    askFeeder();
    assertThat(openUpdate()).isNull();
    itIs(ComplaintScenario.MONDAY);
    askFeeder();
    requests.cancel(LEAD, procedure.taskOf(openUpdate(), "userTask_updateApplication"), "Hanya percobaan.");
  }

  private void askFeeder() {
    ProcessInstance complaint = scenario.caseOf(desk.submit(ComplaintScenario.visit()));
    scenario.triage(complaint, "technicalHelp", "normal", "feeder");
    partners.areCalled();
  }

  private ProcessInstance openUpdate() {
    return runtime.createProcessInstanceQuery().processDefinitionKey(AppUpdate.PROCESS).tenantIdIn(UNIT).singleResult();
  }

  @Test
  @Sop("HD-P3")
  void leavesFeederToAPersonWhenItCannotBeAsked() {
    ProcessInstance complaint = scenario.caseOf(scenario.submitted());
    partners.neoFeeder().breaks();
    scenario.triage(complaint, "studentData", "normal", "student");
    partners.areCalled();
    assertThat(procedure.openTasksOf(complaint)).containsExactly("userTask_process");
    assertThat(valueOf(complaint, "byHandBecause")).isNotNull();
  }

  @Test
  @Sop({"HD-3", "HD-T"})
  void stopsTheClockWhileTheRequesterIsAsked() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    pass(Duration.ofMinutes(20));
    scenario.ask(complaint);
    assertThat(isClockRunning(complaint)).isFalse();
    assertThat(desk.find(code).orElseThrow().complaint().state()).isEqualTo(ComplaintState.ASKED);
    pass(Duration.ofMinutes(30));
    assertThat(desk.answer(code, "Yang di ijazah.")).isTrue();
    assertThat(isClockRunning(complaint)).isTrue();
    Task task = procedure.taskOf(complaint, "userTask_process");
    assertThat(task.getAssignee()).isEqualTo(LINA);
    assertThat(task.getDueDate()).isEqualTo("2026-11-30T04:30:00Z");
    assertThat(desk.answer(code, "Sekali lagi.")).isFalse();
  }

  @Test
  @Sop("HD-3")
  void recordsAnAnswerThatCameInPerson() {
    ProcessInstance complaint = scenario.atTheCounter();
    scenario.triage(complaint);
    scenario.ask(complaint);
    assertThat(valueOf(complaint, "requesterReached")).isEqualTo(false);
    assertThat(refusalsOf(() -> procedure.submit(LINA, complaint, "userTask_recordAnswer", Map.of())))
        .containsOnlyKeys("answer", "answeredHow");
    procedure.submit(LINA, complaint, "userTask_recordAnswer",
        fields("answer", "Yang di ijazah.", "answeredHow", "telepon, Senin 10.30"));
    assertThat(procedure.openTasksOf(complaint)).containsExactly("userTask_process");
  }

  @Test
  @Sop("HD-4")
  void keepsAComplaintReopenableWhoseRequesterDidNotAnswer() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    scenario.ask(complaint);
    pass(Duration.ofDays(3));
    procedure.runDueJobs(complaint);
    assertThat(procedure.openTasksOf(complaint)).isEmpty();
    assertThat(desk.find(code).orElseThrow().complaint().state()).isEqualTo(ComplaintState.UNANSWERED);
    assertThat(desk.reopen(code, "Maaf, saya sakit. Yang di ijazah.")).isTrue();
    assertThat(procedure.openTasksOf(complaint)).containsExactly("userTask_process");
    assertThat(isClockRunning(complaint)).isTrue();
  }

  @Test
  @Sop("HD-4")
  void reopensWithinItsTimeOnly() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    assertThat(desk.reopen(code, "Belum.")).isFalse();
    scenario.triage(complaint);
    scenario.solve(complaint);
    assertThat(desk.reopen(code, "Masih salah.")).isTrue();
    scenario.solve(complaint);
    pass(Duration.ofDays(7));
    assertThat(desk.reopen(code, "Terlambat.")).isFalse();
    assertThat(complaints.entriesOf(complaint.getId())).extracting(ComplaintEntry::text).doesNotContain("Terlambat.", "Belum.");
  }

  @Test
  @Sop({"HD-3", "HD-T"})
  void warnsThenTellsTheLeadThenTheManager() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    procedure.runDueJobs(complaint);
    assertTold(complaint, 0, 0, 0);
    pass(Duration.ofMinutes(48));
    procedure.runDueJobs(complaint);
    assertTold(complaint, 1, 0, 0);
    pass(Duration.ofMinutes(12));
    procedure.runDueJobs(complaint);
    assertTold(complaint, 1, 1, 0);
    // 85 minutes, of which the page took 4
    pass(Duration.ofMinutes(20));
    procedure.runDueJobs(complaint);
    assertTold(complaint, 1, 1, 0);
    pass(Duration.ofMinutes(61));
    procedure.runDueJobs(complaint);
    assertTold(complaint, 1, 1, 1);
  }

  @Test
  @Sop("HD-T")
  void movesWhatIsDueWhenAHolidayIsAddedMeanwhile() {
    itIs("2026-11-30T08:30:00Z"); // 15.30, half an hour before the end of the day
    ProcessInstance complaint = scenario.caseOf(scenario.submitted());
    assertThat(dueOf(complaint)).isEqualTo("2026-12-01T01:30:00Z");
    DeclaredHolidays declared = new DeclaredHolidays(holidays);
    try {
      declared.declare(LocalDate.parse("2026-12-01"));
      events.publishEvent(new HolidaysChanged());
      assertThat(dueOf(complaint)).isEqualTo("2026-12-02T01:30:00Z");
      assertThat(timersOf(complaint)).contains(Instant.parse("2026-12-02T01:30:00Z"));
    } finally {
      declared.withdraw();
    }
  }

  @Test
  @Sop("HD-3")
  void handsOnToAnotherTeamWithANoteThatTheRequesterNeverSees() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint);
    procedure.submit(LINA, complaint, "userTask_process",
        fields("processOutcome", "handOn", "handOnTo", "operator-fakultas", "note", "KRS-nya perlu dibuka."));
    Task task = procedure.taskOf(complaint, "userTask_process");
    assertThat(task.getAssignee()).isNull();
    procedure.submit(OPERATOR, complaint, "userTask_process", fields("processOutcome", "solved",
        "problem", "KRS tertutup.", "solution", "KRS sudah dibuka."));
    procedure.runDueJobs(complaint);
    assertThat(desk.find(code).orElseThrow().entries()).extracting(ComplaintEntry::text).containsExactly("KRS sudah dibuka.");
  }

  @Test
  @Sop("HD-S")
  void leavesAcademicDataToTheFaculty() {
    ProcessInstance complaint = scenario.caseOf(scenario.submitted());
    scenario.triage(complaint, "academicData", "normal", "none");
    assertThat(procedure.taskOf(complaint, "userTask_process").getAssignee()).isNull();
    assertThat(valueOf(complaint, "team")).isEqualTo("operator-fakultas");
  }

  @Test
  void keepsNothingOfARequesterInTheEngine() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    scenario.triage(complaint, "studentData", "normal", "student");
    partners.areCalled();
    scenario.ask(complaint);
    desk.answer(code, "Yang di ijazah.");
    scenario.solve(complaint);
    List<String> kept = history.createHistoricVariableInstanceQuery().processInstanceId(complaint.getId()).list().stream()
        .map(variable -> String.valueOf(variable.getValue())).toList();
    assertThat(kept).noneMatch(value -> value.contains("2301010001") || value.contains("Contoh Pemohon")
        || value.contains(ComplaintScenario.REQUESTER) || value.contains("PDDikti tidak sama")
        || value.contains("ijazah") || value.contains("disamakan"));
  }

  @Test
  void isCancelledFromItsTasksAndForgetsTheClock() {
    TrackingCode code = scenario.submitted();
    ProcessInstance complaint = scenario.caseOf(code);
    Task triage = procedure.taskOf(complaint, "userTask_triage");
    requests.reportDeviation(LINA, triage, Map.of("what", "Dipilah lewat telepon.", "why", "Jaringan mati."));
    requests.cancel(LINA, triage, "Salah kirim.");
    procedure.runDueJobs(complaint);
    assertEnded(complaint, "endEvent_cancelled");
    assertThat(isClockRunning(complaint)).isFalse();
    assertThat(desk.find(code).orElseThrow().complaint().state()).isEqualTo(ComplaintState.CANCELLED);
  }

  @Test
  void makesOneComplaintOfAPageThatIsSentTwice() {
    NewComplaint visit = ComplaintScenario.visit();
    assertThat(desk.submit(visit)).isEqualTo(desk.submit(visit));
  }

  private List<Mailbox.Mail> mailsOf(TrackingCode code) {
    return mailbox.about(scenario.complaintOf(code).caseNumber()).stream()
        .filter(mail -> mail.to().equals(ComplaintScenario.REQUESTER)).toList();
  }

  private void assertTold(ProcessInstance complaint, int handler, int lead, int manager) {
    List<Mailbox.Mail> mails = mailbox.about(complaints.of(complaint.getId()).caseNumber());
    assertThat(mails).filteredOn(mail -> mail.to().equals(LINA + "@contoh.test")).hasSize(handler);
    assertThat(mails).filteredOn(mail -> mail.to().equals(LEAD + "@contoh.test")).hasSize(lead);
    assertThat(mails).filteredOn(mail -> mail.to().equals("manajer-1@contoh.test")).hasSize(manager);
  }

  private Instant dueOf(ProcessInstance complaint) {
    return procedure.taskOf(complaint, "userTask_triage").getDueDate().toInstant();
  }

  private List<Instant> timersOf(ProcessInstance complaint) {
    return management.createJobQuery().processInstanceId(complaint.getId()).timers().list().stream()
        .map(timer -> timer.getDuedate().toInstant()).toList();
  }

  private boolean isClockRunning(ProcessInstance complaint) {
    Duration before = serviceClock.spent(complaint.getId(), UNIT);
    Date now = ClockUtil.getCurrentTime();
    pass(Duration.ofMinutes(1));
    boolean runs = !serviceClock.spent(complaint.getId(), UNIT).equals(before);
    ClockUtil.setCurrentTime(now);
    return runs;
  }

  private Object valueOf(ProcessInstance complaint, String variable) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(complaint.getId()).variableName(variable)
        .singleResult().getValue();
  }

  private void assertEnded(ProcessInstance complaint, String end) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(complaint.getId()).count()).isZero();
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(complaint.getId()).activityId(end).count())
        .isPositive();
  }
}
