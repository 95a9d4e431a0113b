package id.alur.helpdesk;

import static id.alur.engine.Variable.flag;
import static id.alur.engine.Variable.number;
import static id.alur.engine.Variable.text;

import id.alur.access.Units;
import id.alur.engine.Variable;
import java.util.List;

/** The contract of the procedure: under which names it, its answers and what it knows travel. */
final class HelpDesk {

  static final String PROCESS = "help-desk";

  /** The requester answered what staff asked. */
  static final String REQUESTER_ANSWERED = PROCESS + ".requesterAnswered";

  /** The requester is not content with the solution. */
  static final String REOPENED = PROCESS + ".reopened";

  // who came, how, and about what (HD-1, HD-2, HD-P2)
  static final Variable<String> INITIATOR = text("initiator");
  static final Variable<String> UNIT_CODE = Units.CODE;
  static final Variable<String> CHANNEL = text("channel");
  static final Variable<String> REQUESTER_ROLE = text("requesterRole");
  static final Variable<String> KIND = text("kind");
  static final Variable<String> LANGUAGE = text("language");
  static final Variable<Long> CONTACT_MINUTES = number("contactMinutes");
  static final Variable<Long> FORM_MINUTES = number("formMinutes");
  static final Variable<Boolean> LATE_AT_RECEIPT = flag("lateAtReceipt");
  static final Variable<String> ATTACHMENT_1 = text("attachment1");
  static final Variable<String> ATTACHMENT_2 = text("attachment2");
  static final Variable<String> ATTACHMENT_3 = text("attachment3");
  static final List<Variable<String>> ATTACHMENTS = List.of(ATTACHMENT_1, ATTACHMENT_2, ATTACHMENT_3);

  // what the engine forgets: it goes to the complaint's own table
  static final Variable<String> REQUESTER_NAME = text("requesterName");
  static final Variable<String> REQUESTER_EMAIL = text("requesterEmail");
  static final Variable<String> IDENTIFIER = text("identifier");
  static final Variable<String> SUBJECT = text("subject");
  static final Variable<String> COMPLAINT_TEXT = text("complaintText");
  static final Variable<String> QUESTION = text("question");
  static final Variable<String> ANSWER = text("answer");
  static final Variable<String> ANSWERED_HOW = text("answeredHow");
  static final Variable<String> PROBLEM = text("problem");
  static final Variable<String> SOLUTION = text("solution");
  static final Variable<String> NOTE = text("note");

  // triage (HD-S, HD-P1)
  static final Variable<Boolean> TRIAGED = flag("triaged");
  static final Variable<String> URGENCY = text("urgency");
  static final Variable<Boolean> IN_SCOPE = flag("inScope");
  static final Variable<String> REFERRAL = text("referral");
  static final Variable<String> TEAM = text("team");
  static final Variable<Long> PRIORITY = number("priority");
  static final Variable<String> FEEDER_SUBJECT = text("feederSubject");

  // processing (HD-3, HD-P3)
  static final Variable<String> HANDLER = text("handler");
  static final Variable<String> DIAGNOSIS = text("diagnosis");
  static final Variable<String> FEEDER_UPDATE_CAUSE = text("feederUpdateCause");
  static final Variable<String> BY_HAND_BECAUSE = text("byHandBecause");
  static final Variable<String> PROCESS_OUTCOME = text("processOutcome");
  static final Variable<String> HAND_ON_TO = text("handOnTo");
  static final Variable<Long> ROUND = number("round");

  // announcing (HD-4, HD-P4, HD-P5)
  static final Variable<Boolean> REQUESTER_REACHED = flag("requesterReached");
  static final Variable<String> TOLD_HOW = text("toldHow");

  private HelpDesk() {}
}
