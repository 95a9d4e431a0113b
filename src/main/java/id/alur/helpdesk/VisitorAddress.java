package id.alur.helpdesk;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a visitor comes, as limits count: an IPv4 address, or the first 64 bits of an IPv6 address. */
record VisitorAddress(String value) {

  private static final int PREFIX_BYTES = 8;
  private static final VisitorAddress UNREADABLE = new VisitorAddress("?");

  /** @param remote as the servlet container tells it */
  static VisitorAddress of(String remote) {
    return remote.indexOf(':') < 0 ? ofIpv4(remote) : ofIpv6(remote);
  }

  /** A proxy may have been told anything: what is no address must not fill the memory. */
  private static VisitorAddress ofIpv4(String remote) {
    return remote.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") ? new VisitorAddress(remote) : UNREADABLE;
  }

  private static VisitorAddress ofIpv6(String remote) {
    try {
      InetAddress address = InetAddress.getByName(remote); // with a colon it is no name: nobody is asked for it
      return address instanceof Inet6Address
          ? new VisitorAddress(HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64")
          : new VisitorAddress(address.getHostAddress());
    } catch (UnknownHostException noAddress) {
      return UNREADABLE;
    }
  }
}
