package id.alur.partner.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address that Alur may call.
 *
 * @param scheme https, or http where there is nothing better
 * @param host exactly this name or IP address
 * @param ports the scheme's own unless said
 * @param cidrs the networks in which the host must lie; none: anywhere on the public internet. A private network must be
 *     named, and loopback as such: 127.0.0.0/8 or ::1/128
 * @param certificateSha256 the only certificate that the host may show, SHA-256 of its DER in hexadecimal digits; null:
 *     any that the platform trusts
 */
record AllowedAddress(@DefaultValue("https") String scheme, String host, @DefaultValue List<Integer> ports,
    @DefaultValue List<Cidr> cidrs, String certificateSha256) {

  private static final List<Cidr> NOT_PUBLIC = Stream.of(
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
      "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
      // only 2000::/3 is given out, and in it Teredo and 6to4 lead back to IPv4
      "::/3", "4000::/2", "8000::/1", "2001::/32", "2002::/16").map(Cidr::of).toList();

  AllowedAddress {
    if (!List.of("https", "http").contains(scheme)) {
      throw new IllegalArgumentException("alur.partner.addresses: the scheme is https or http, not " + scheme);
    }
    if (host == null || host.isBlank()) {
      throw new IllegalArgumentException("alur.partner.addresses: an entry has no host");
    }
    host = normal(host);
    ports = ports.isEmpty() ? List.of(scheme.equals("https") ? 443 : 80) : List.copyOf(ports);
    cidrs = List.copyOf(cidrs);
    certificateSha256 = certificateSha256 == null ? null : pin(certificateSha256);
  }

  boolean covers(URI uri) {
    return scheme.equalsIgnoreCase(uri.getScheme()) && host.equals(normal(uri.getHost())) && ports.contains(port(uri));
  }

  /** Whether the host may be reached at {@code resolved}. */
  boolean permits(InetAddress resolved) {
    if (resolved.isAnyLocalAddress() || resolved.isMulticastAddress()) {
      return false;
    }
    if (cidrs.isEmpty()) {
      return NOT_PUBLIC.stream().noneMatch(network -> network.contains(resolved));
    }
    return cidrs.stream().anyMatch(network ->
        network.contains(resolved) && (network.isLoopback() || !resolved.isLoopbackAddress()));
  }

  int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
  }

  private static String normal(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)]$", "$1");
  }

  private static String pin(String written) {
    String digits = written.replace(":", "").strip().toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("alur.partner.addresses: certificate-sha256 is 64 hexadecimal digits");
    }
    return digits;
  }
}
