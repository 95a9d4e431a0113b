package id.alur.partner.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network, written as {@code 10.20.0.0/16} or {@code fd00:1::/32}.
 *
 * @param network an address in it; the bits after the prefix do not count
 */
record Cidr(InetAddress network, int prefix) {

  /** Digits and signs of an address only: a name would be looked up. */
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

  /**
   * Public because settings are bound by it.
   *
   * @throws IllegalArgumentException if {@code written} is no network
   */
  public static Cidr of(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a network such as 10.20.0.0/16: " + written);
    }
    try {
      Cidr cidr = new Cidr(InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2)));
      if (cidr.prefix > cidr.network.getAddress().length * 8) {
        throw new IllegalArgumentException("the prefix is too long: " + written);
      }
      return cidr;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not a network such as 10.20.0.0/16: " + written, e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every address in it is the machine's own. */
  boolean isLoopback() {
    return network.isLoopbackAddress() && prefix >= (network.getAddress().length == 4 ? 8 : 128);
  }
}
