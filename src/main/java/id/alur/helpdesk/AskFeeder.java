package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.DIAGNOSIS;
import static id.alur.helpdesk.HelpDesk.FEEDER_SUBJECT;
import static id.alur.helpdesk.HelpDesk.FEEDER_UPDATE_CAUSE;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the unit's Feeder what is behind a complaint, for whoever processes it (HD-3, HD-P3). */
@Component
class AskFeeder implements ActWorker {

  private static final Logger log = LoggerFactory.getLogger(AskFeeder.class);

  private static final Duration DEADLINE = Duration.ofSeconds(25);

  private final NeoFeederCheck check;
  private final Complaints complaints;

  AskFeeder(NeoFeederCheck check, Complaints complaints) {
    this.check = check;
    this.complaints = complaints;
  }

  @Override
  public String topic() {
    return "askFeeder";
  }

  @Override
  public Duration deadline() {
    return DEADLINE;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  /** Whoever processes the complaint goes on without a diagnosis rather than wait for another attempt. */
  @Override
  public ActOutcome perform(Act act) {
    try {
      return diagnose(act);
    } catch (RuntimeException e) {
      log.error("Act {}: asking Feeder failed within Alur", act.key(), e);
      return ActOutcome.certainlyNot("Pemeriksaan gagal di dalam Alur; admin Alur melihat sebabnya di log.");
    }
  }

  private ActOutcome diagnose(Act act) {
    Complaint complaint = complaints.of(act.caseId());
    Subject subject = act.find(FEEDER_SUBJECT).flatMap(Subject::of).orElse(Subject.FEEDER_ITSELF);
    Diagnosis diagnosis = check.diagnose(complaint.unit(), subject, complaint.identifier(), act.timeLeft());
    return ActOutcome.done()
        .with(DIAGNOSIS, diagnosis.words())
        .with(FEEDER_UPDATE_CAUSE, diagnosis.updateCause() == null ? null : diagnosis.updateCause().id());
  }
}
