package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.CHANNEL;
import static id.alur.helpdesk.HelpDesk.COMPLAINT_TEXT;
import static id.alur.helpdesk.HelpDesk.CONTACT_MINUTES;
import static id.alur.helpdesk.HelpDesk.FORM_MINUTES;
import static id.alur.helpdesk.HelpDesk.IDENTIFIER;
import static id.alur.helpdesk.HelpDesk.INITIATOR;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.LANGUAGE;
import static id.alur.helpdesk.HelpDesk.LATE_AT_RECEIPT;
import static id.alur.helpdesk.HelpDesk.REQUESTER_EMAIL;
import static id.alur.helpdesk.HelpDesk.REQUESTER_NAME;
import static id.alur.helpdesk.HelpDesk.REQUESTER_ROLE;
import static id.alur.helpdesk.HelpDesk.ROUND;
import static id.alur.helpdesk.HelpDesk.SUBJECT;
import static id.alur.helpdesk.HelpDesk.TRIAGED;
import static id.alur.helpdesk.HelpDesk.UNIT_CODE;

import id.alur.engine.CaseNumbers;
import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Accepts a complaint, from the public page as from the counter, and keeps it in its own table (HD-1, HD-2, HD-P2). */
@InModel
class ComplaintForm implements ExecutionListener {

  private static final Set<String> LANGUAGES =
      Set.of(HelpDeskWords.INDONESIAN.getLanguage(), HelpDeskWords.ENGLISH.getLanguage());

  private final Complaints complaints;
  private final HelpDeskSettings settings;
  private final HelpDeskWords words;
  private final Clock clock;

  ComplaintForm(Complaints complaints, HelpDeskSettings settings, HelpDeskWords words, Clock clock) {
    this.complaints = complaints;
    this.settings = settings;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution start) {
    ComplaintAnswers answers = answersOf(start);
    boolean isPublic = INITIATOR.get(start) == null;
    IntakeTime intake = new IntakeTime(CONTACT_MINUTES.get(start), FORM_MINUTES.get(start));
    refuse(start, answers, isPublic, intake);
    start.setProcessBusinessKey(CaseNumbers.next("HD", UNIT_CODE.get(start)));
    LATE_AT_RECEIPT.set(start, intake.isLate(settings));
    TRIAGED.set(start, false);
    ROUND.set(start, 0L);
    complaints.add(complaint(start, answers));
  }

  private void refuse(DelegateExecution start, ComplaintAnswers answers, boolean isPublic, IntakeTime intake) {
    String unit = UNIT_CODE.get(start);
    Refusals refusals = new Refusals()
        .when(unit == null || !unit.matches("[0-9]{6}"), UNIT_CODE.name(),
            "Kode PT terdiri atas 6 angka, termasuk nol di depan, tanpa spasi atau huruf. Contoh: 001042")
        .when(isPublic != (answers.channel() == Channel.PAGE), CHANNEL.name(),
            "Pilih loket atau aplikasi layanan PDDIKTI.")
        .when(!isPublic && !IntakeTime.isPlausible(intake.contactMinutes()), CONTACT_MINUTES.name(),
            "Isi dengan angka menit, 0 sampai 600.")
        .when(!isPublic && !IntakeTime.isPlausible(intake.formMinutes()), FORM_MINUTES.name(),
            "Isi dengan angka menit, 0 sampai 600.")
        .when(!LANGUAGES.contains(LANGUAGE.find(start).orElse("")), LANGUAGE.name(),
            "Pilih bahasa jawaban untuk pemohon: Indonesia atau Inggris.");
    answers.faults().forEach(
        fault -> refusals.when(true, fault.field(), words.in(HelpDeskWords.INDONESIAN, fault)));
    refusals.throwIfAny();
  }

  private static ComplaintAnswers answersOf(DelegateExecution start) {
    return new ComplaintAnswers(Channel.of(CHANNEL.get(start)).orElse(null),
        RequesterRole.of(REQUESTER_ROLE.get(start)).orElse(null), ComplaintKind.of(KIND.get(start)).orElse(null),
        REQUESTER_NAME.get(start), REQUESTER_EMAIL.get(start), IDENTIFIER.get(start), SUBJECT.get(start),
        COMPLAINT_TEXT.get(start));
  }

  private Complaint complaint(DelegateExecution start, ComplaintAnswers answers) {
    return new Complaint(start.getProcessInstanceId(), UNIT_CODE.get(start), start.getProcessBusinessKey(),
        TrackingCode.next(), ComplaintState.RECEIVED, Locale.forLanguageTag(LANGUAGE.get(start)),
        answers.requesterName(), answers.requesterEmail(), answers.identifier(), answers.subject(), answers.text(), clock.instant(), null, null);
  }
}
