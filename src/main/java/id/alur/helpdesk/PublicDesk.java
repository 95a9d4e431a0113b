package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.CHANNEL;
import static id.alur.helpdesk.HelpDesk.COMPLAINT_TEXT;
import static id.alur.helpdesk.HelpDesk.FORM_MINUTES;
import static id.alur.helpdesk.HelpDesk.IDENTIFIER;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.LANGUAGE;
import static id.alur.helpdesk.HelpDesk.REQUESTER_EMAIL;
import static id.alur.helpdesk.HelpDesk.REQUESTER_NAME;
import static id.alur.helpdesk.HelpDesk.REQUESTER_ROLE;
import static id.alur.helpdesk.HelpDesk.SUBJECT;
import static id.alur.helpdesk.HelpDesk.UNIT_CODE;

import id.alur.access.Group;
import id.alur.engine.Durable;
import id.alur.engine.RejectedInput;
import id.alur.engine.Variable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people without an account may do at the help desk (HD-1, HD-2, HD-4). */
@Service
class PublicDesk {

  private final Complaints complaints;
  private final HelpDeskSettings settings;
  private final FormService forms;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final TransactionTemplate transaction;
  private final Durable durable;
  private final Clock clock;

  PublicDesk(Complaints complaints, HelpDeskSettings settings, FormService forms, RepositoryService repository,
      RuntimeService runtime, IdentityService identity, PlatformTransactionManager transactions, Durable durable,
      Clock clock) {
    this.complaints = complaints;
    this.settings = settings;
    this.forms = forms;
    this.repository = repository;
    this.runtime = runtime;
    this.identity = identity;
    this.transaction = new TransactionTemplate(transactions);
    this.durable = durable;
    this.clock = clock;
  }

  /** Whether this unit has a help desk: somebody who serves it. */
  boolean serves(String unit) {
    return unit.matches("[0-9]{6}")
        && identity.createUserQuery().memberOfGroup(Group.STAF_PUSTIPD.id()).memberOfTenant(unit).count() > 0;
  }

  /**
   * Starts a case, or finds the one that an earlier attempt to send the same page has started. Kept when it returns.
   *
   * @throws RejectedInput if its answers have faults, about which they can be asked first, or its attachments are gone
   */
  TrackingCode submit(NewComplaint complaint) {
    return submitted(complaint).orElseGet(() -> start(complaint));
  }

  private Optional<TrackingCode> submitted(NewComplaint complaint) {
    return complaints.findSubmission(complaint.submissionKey()).map(Complaint::trackingCode);
  }

  private TrackingCode start(NewComplaint complaint) {
    try {
      return transaction.execute(status -> startOnce(complaint));
    } catch (DuplicateKeyException e) {
      // the same page was sent twice at once: the other one has started the case
      return submitted(complaint).orElseThrow(() -> e);
    } catch (FormFieldValidationException refusal) {
      throw refusal.getCause() instanceof RejectedInput rejected ? rejected : refusal;
    } finally {
      durable.acknowledge();
    }
  }

  private TrackingCode startOnce(NewComplaint complaint) {
    String caseId = forms.submitStartForm(definition(), fieldsOf(complaint)).getId();
    complaints.isFromPage(caseId, complaint.submissionKey());
    return complaints.of(caseId).trackingCode();
  }

  /** The complaint of this code, unless it was forgotten. */
  Optional<TrackedComplaint> find(TrackingCode code) {
    return complaints.find(code).filter(complaint -> complaint.text() != null).map(this::tracked);
  }

  /**
   * Answers what staff asked; the clock runs again.
   *
   * @return whether the complaint waited for an answer; else nothing has changed
   */
  boolean answer(TrackingCode code, String text) {
    return tell(code, complaint -> complaint.state().isAnswerable(), HelpDesk.REQUESTER_ANSWERED,
        ComplaintEntry.Kind.ANSWER, text);
  }

  /**
   * Reopens a complaint that was settled, within the time for it.
   *
   * @return whether it could be reopened; else nothing has changed
   */
  boolean reopen(TrackingCode code, String reason) {
    return tell(code, complaint -> reopenableUntil(complaint) != null, HelpDesk.REOPENED, ComplaintEntry.Kind.REOPENING,
        reason);
  }

  private boolean tell(TrackingCode code, Predicate<Complaint> isPossible, String message, ComplaintEntry.Kind kind,
      String text) {
    Optional<Complaint> found = complaints.find(code).filter(isPossible);
    boolean told = found.isPresent() && correlate(found.get().caseId(), message, kind, text);
    durable.acknowledge();
    return told;
  }

  private boolean correlate(String caseId, String message, ComplaintEntry.Kind kind, String text) {
    try {
      transaction.executeWithoutResult(status -> {
        complaints.addEntry(caseId, kind, null, text);
        runtime.createMessageCorrelation(message).processInstanceId(caseId).correlate();
      });
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      // it has gone on meanwhile: the entry was rolled back
      return false;
    }
  }

  private TrackedComplaint tracked(Complaint complaint) {
    List<ComplaintEntry> entries = complaints.entriesOf(complaint.caseId()).stream()
        .filter(entry -> entry.kind().isForRequester()).toList();
    return new TrackedComplaint(complaint, entries, reopenableUntil(complaint));
  }

  /** Null if it cannot be reopened (any more). */
  private Instant reopenableUntil(Complaint complaint) {
    if (!complaint.state().isReopenable()) {
      return null;
    }
    Instant until = complaint.settledAt().plus(settings.reopenWithin());
    return clock.instant().isBefore(until) ? until : null;
  }

  private String definition() {
    return repository.createProcessDefinitionQuery().processDefinitionKey(HelpDesk.PROCESS).latestVersion()
        .singleResult().getId();
  }

  private Map<String, Object> fieldsOf(NewComplaint complaint) {
    ComplaintAnswers answers = complaint.answers();
    Map<String, Object> fields = new HashMap<>();
    put(fields, UNIT_CODE, complaint.unit());
    put(fields, CHANNEL, Channel.PAGE.id());
    put(fields, LANGUAGE, complaint.language().getLanguage());
    put(fields, FORM_MINUTES, IntakeTime.between(complaint.openedAt(), clock.instant()).formMinutes());
    put(fields, REQUESTER_ROLE, answers.role() == null ? null : answers.role().id());
    put(fields, KIND, answers.kind() == null ? null : answers.kind().id());
    put(fields, REQUESTER_NAME, answers.requesterName());
    put(fields, REQUESTER_EMAIL, answers.requesterEmail());
    put(fields, IDENTIFIER, answers.identifier());
    put(fields, SUBJECT, answers.subject());
    put(fields, COMPLAINT_TEXT, answers.text());
    for (int i = 0; i < complaint.attachments().size(); i++) {
      put(fields, HelpDesk.ATTACHMENTS.get(i), complaint.attachments().get(i));
    }
    return fields;
  }

  private static <T> void put(Map<String, Object> fields, Variable<T> field, T value) {
    fields.put(field.name(), value);
  }
}
