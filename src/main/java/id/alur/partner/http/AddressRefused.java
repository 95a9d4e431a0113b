package id.alur.partner.http;

import java.net.URI;

/**
 * Told to the application when a call was not made because its address is not on the list.
 *
 * @param port the one that was meant, also if it was not written
 */
public record AddressRefused(String scheme, String host, int port) {

  static AddressRefused of(URI uri) {
    int usual = "http".equals(uri.getScheme()) ? 80 : 443;
    return new AddressRefused(uri.getScheme(), uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }
}
