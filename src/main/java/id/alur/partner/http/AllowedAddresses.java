package id.alur.partner.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The list of addresses that Alur may call; what is not on it is not called. */
@ConfigurationProperties("alur.partner")
public record AllowedAddresses(@DefaultValue List<AllowedAddress> addresses) {

  /** Whether the address is on the list; where its name leads is known only when it is called. */
  public boolean allows(URI uri) {
    return find(uri).isPresent();
  }

  Optional<AllowedAddress> find(URI uri) {
    boolean isProper = uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null;
    return addresses.stream().filter(address -> isProper && address.covers(uri)).findFirst();
  }
}
