package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.CHANNEL;
import static id.alur.helpdesk.HelpDesk.COMPLAINT_TEXT;
import static id.alur.helpdesk.HelpDesk.IDENTIFIER;
import static id.alur.helpdesk.HelpDesk.KIND;
import static id.alur.helpdesk.HelpDesk.REQUESTER_EMAIL;
import static id.alur.helpdesk.HelpDesk.REQUESTER_NAME;
import static id.alur.helpdesk.HelpDesk.REQUESTER_ROLE;
import static id.alur.helpdesk.HelpDesk.SUBJECT;

import id.alur.engine.Variable;

/** What can be wrong with a complaint form; {@link HelpDeskWords} has the sentence of each, in both languages. */
enum ComplaintFault {
  NO_CHANNEL(CHANNEL),
  NO_ROLE(REQUESTER_ROLE),
  NO_KIND(KIND),
  NO_NAME(REQUESTER_NAME),
  UNUSABLE_NAME(REQUESTER_NAME),
  NO_SUBJECT(SUBJECT),
  UNUSABLE_SUBJECT(SUBJECT),
  UNUSABLE_IDENTIFIER(IDENTIFIER),
  NO_EMAIL(REQUESTER_EMAIL),
  UNUSABLE_EMAIL(REQUESTER_EMAIL),
  NO_TEXT(COMPLAINT_TEXT),
  TOO_LONG_TEXT(COMPLAINT_TEXT),
  UNUSABLE_TEXT(COMPLAINT_TEXT);

  private final Variable<String> field;

  ComplaintFault(Variable<String> field) {
    this.field = field;
  }

  /** The form field at which its sentence is shown. */
  String field() {
    return field.name();
  }
}
