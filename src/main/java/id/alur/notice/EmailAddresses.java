package id.alur.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

final class EmailAddresses {

  private EmailAddresses() {}

  /** Whether {@code text} is one bare address: no name beside it, no group, nothing that could end a header. */
  static boolean isValid(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.validate();
      return !address.isGroup() && text.equals(address.getAddress());
    } catch (AddressException e) {
      return false;
    }
  }
}
