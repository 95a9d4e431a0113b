package id.alur.helpdesk;

import id.alur.engine.StorableText;
import id.alur.notice.EmailAddresses;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a complaint form says, as it was written (HD-1, HD-2): null where nothing was.
 *
 * @param channel null if it says none that there is, as {@code role} and {@code kind}
 */
record ComplaintAnswers(Channel channel, RequesterRole role, ComplaintKind kind, String requesterName,
    String requesterEmail, String identifier, String subject, String text) {

  static final int LONGEST_NAME = 200;
  static final int LONGEST_EMAIL = 254;
  static final int LONGEST_IDENTIFIER = 100;
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_TEXT = 4000;

  /** What is wrong, the first fault of each field. */
  Set<ComplaintFault> faults() {
    Set<ComplaintFault> faults = new LinkedHashSet<>();
    when(channel == null, ComplaintFault.NO_CHANNEL, faults);
    when(role == null, ComplaintFault.NO_ROLE, faults);
    when(kind == null, ComplaintFault.NO_KIND, faults);
    line(requesterName, LONGEST_NAME, ComplaintFault.NO_NAME, ComplaintFault.UNUSABLE_NAME, faults);
    line(subject, LONGEST_SUBJECT, ComplaintFault.NO_SUBJECT, ComplaintFault.UNUSABLE_SUBJECT, faults);
    line(identifier, LONGEST_IDENTIFIER, null, ComplaintFault.UNUSABLE_IDENTIFIER, faults);
    when(requesterEmail == null && channel == Channel.PAGE, ComplaintFault.NO_EMAIL, faults);
    when(requesterEmail != null
        && (requesterEmail.length() > LONGEST_EMAIL || !EmailAddresses.isValid(requesterEmail)),
        ComplaintFault.UNUSABLE_EMAIL, faults);
    when(text == null, ComplaintFault.NO_TEXT, faults);
    when(text != null && text.length() > LONGEST_TEXT, ComplaintFault.TOO_LONG_TEXT, faults);
    when(text != null && !StorableText.isStorable(text), ComplaintFault.UNUSABLE_TEXT, faults);
    return faults;
  }

  /** A line of text: nothing in it that could end it. */
  private static void line(String line, int longest, ComplaintFault missing, ComplaintFault unusable,
      Set<ComplaintFault> faults) {
    when(line == null && missing != null, missing, faults);
    when(line != null && (line.length() > longest || !StorableText.isStorable(line)
        || line.chars().anyMatch(ComplaintAnswers::endsALine)), unusable, faults);
  }

  private static boolean endsALine(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
  }

  private static void when(boolean wrong, ComplaintFault fault, Set<ComplaintFault> faults) {
    if (wrong) {
      faults.add(fault);
    }
  }
}
