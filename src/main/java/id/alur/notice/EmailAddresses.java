package id.alur.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** What an e-mail address is. */
public final class EmailAddresses {

  /** Would let an address look like another one, or end a line. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

  private EmailAddresses() {}

  /** Whether {@code text} is one bare address: no name beside it, no group, nothing that could end a header or is unseen. */
  public static boolean isValid(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.validate();
      return !address.isGroup() && text.equals(address.getAddress()) && !UNSEEN.matcher(text).find();
    } catch (AddressException e) {
      return false;
    }
  }
}
