package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintScenario.fields;

import id.alur.Partners;
import id.alur.People;
import id.alur.Procedure;
import id.alur.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Complaints and updates at the help desk of 001042, for those who look at it from outside. */
public final class HelpDeskCases {

  public static final String UNIT = ComplaintScenario.UNIT;
  public static final String LINA = ComplaintScenario.LINA;
  public static final String LEAD = ComplaintScenario.LEAD;
  public static final String MANAGER = ComplaintScenario.MANAGER;
  public static final String SOLUTION = ComplaintScenario.SOLUTION;
  public static final String PROBLEM = ComplaintScenario.PROBLEM;

  private final People people;
  private final Procedure procedure;
  private final Partners partners;
  private final Documents documents;
  private final PublicDesk desk;
  private final Complaints complaints;
  private final EndedAppUpdates endedUpdates;
  private final RuntimeService runtime;

  private ComplaintScenario scenario;

  HelpDeskCases(People people, Procedure procedure, Partners partners, Documents documents, PublicDesk desk,
      Complaints complaints, EndedAppUpdates endedUpdates, RuntimeService runtime) {
    this.people = people;
    this.procedure = procedure;
    this.partners = partners;
    this.documents = documents;
    this.desk = desk;
    this.complaints = complaints;
    this.endedUpdates = endedUpdates;
    this.runtime = runtime;
  }

  /** It is Monday 30 November 2026, 10.00 WIB, and Feeder answers that it knows nobody. */
  public void open() {
    scenario = new ComplaintScenario(people, procedure, desk, complaints, runtime);
  }

  /** Ends what was left open. */
  public void close() {
    ClockUtil.reset();
    partners.forgetWhatWasSaid();
    runtime.createProcessInstanceQuery().list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the journey"));
    endedUpdates.release();
  }

  /** A complaint from the public page, with a file. */
  public ProcessInstance complaint() {
    NewComplaint visit = ComplaintScenario.visit();
    return scenario.caseOf(desk.submit(new NewComplaint(visit.unit(), visit.language(), visit.answers(), visit.openedAt(),
        visit.submissionKey(), List.of(attachment()))));
  }

  private String attachment() {
    try {
      return documents.keepForStart(PageAttachments.KIND, "tangkapan layar.pdf", HelpDesk.PROCESS,
          new ByteArrayInputStream("%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The case that a visitor can see by this code. */
  public ProcessInstance complaintOf(String trackingCode) {
    return scenario.caseOf(TrackingCode.read(trackingCode).orElseThrow());
  }

  public String trackingCodeOf(ProcessInstance complaint) {
    return complaints.of(complaint.getId()).trackingCode().value();
  }

  /** A complaint of somebody without e-mail, of which lina says that it has nothing to do with Feeder. */
  public ProcessInstance triagedAtTheCounter() {
    ProcessInstance complaint = scenario.atTheCounter();
    scenario.triage(complaint);
    return complaint;
  }

  public void triage(ProcessInstance complaint) {
    scenario.triage(complaint);
  }

  public void ask(ProcessInstance complaint) {
    scenario.ask(complaint);
  }

  public void solve(ProcessInstance complaint) {
    scenario.solve(complaint);
  }

  /** A case that waits at this user task, at which lina can work. */
  public ProcessInstance caseAt(String task) {
    return switch (task) {
      case "userTask_triage" -> complaint();
      case "userTask_process" -> diagnosed();
      case "userTask_recordAnswer" -> asked();
      case "userTask_tellRequester" -> solvedAtTheCounter();
      case "userTask_updateApplication" -> update();
      case "userTask_waitToUpdate" -> postponedUpdate();
      default -> throw new AssertionError("No way leads to " + task + ": add it here");
    };
  }

  private ProcessInstance diagnosed() {
    ProcessInstance complaint = complaint();
    scenario.triage(complaint, "studentData", "urgent", "student");
    partners.areCalled();
    return complaint;
  }

  private ProcessInstance asked() {
    ProcessInstance complaint = complaint();
    triage(complaint);
    ask(complaint);
    return complaint;
  }

  private ProcessInstance solvedAtTheCounter() {
    ProcessInstance complaint = triagedAtTheCounter();
    solve(complaint);
    return complaint;
  }

  private ProcessInstance update() {
    return procedure.start(LINA, AppUpdate.PROCESS,
        Map.of("unitCode", UNIT, "updateNow", "yes", "causeDetail", "Versi 6.1 diumumkan di laman PDDikti"));
  }

  private ProcessInstance postponedUpdate() {
    ProcessInstance update = update();
    procedure.submit(LINA, update, "userTask_updateApplication",
        fields("updateOutcome", "postponed", "postponedBecause", "Pengisian KRS sedang berjalan sampai Jumat"));
    return update;
  }
}
