package id.alur.partner.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.alur.partner.http.Exchange.NameLookup;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The product's own client, allowed to call servers of a test. */
public final class Partners {

  static {
    // as in application.yaml, which tests without Spring do not read
    ((Logger) LoggerFactory.getLogger("org.apache.hc")).setLevel(Level.ERROR);
  }

  private Partners() {}

  /** May call these ports of 127.0.0.1 by http. */
  public static PartnerHttp onLoopback(int... ports) {
    return allowed(entry("http", "127.0.0.1", ports, "127.0.0.0/8"));
  }

  static PartnerHttp allowed(AllowedAddress... addresses) {
    return resolving(InetAddress::getAllByName, addresses);
  }

  static PartnerHttp resolving(NameLookup names, AllowedAddress... addresses) {
    return new PartnerHttp(new AllowedAddresses(List.of(addresses)), names, event -> { });
  }

  static AllowedAddress entry(String scheme, String host, int[] ports, String... cidrs) {
    return new AllowedAddress(scheme, host, Arrays.stream(ports).boxed().toList(),
        Arrays.stream(cidrs).map(Cidr::of).toList(), null);
  }
}
