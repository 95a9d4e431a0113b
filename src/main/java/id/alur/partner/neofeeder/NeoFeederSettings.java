package id.alur.partner.neofeeder;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the Neo Feeder of each unit is.
 *
 * @param units by kode PT
 * @throws IllegalArgumentException if a key is no kode PT
 */
@ConfigurationProperties("alur.neo-feeder")
record NeoFeederSettings(@DefaultValue Map<String, Account> units) {

  NeoFeederSettings {
    units.keySet().stream().filter(unit -> !unit.matches("\\d{6}")).findFirst().ifPresent(unit -> {
      throw new IllegalArgumentException(
          "alur.neo-feeder.units: a kode PT is six digits, written as \"[001999]\", not " + unit);
    });
    units = Map.copyOf(units);
  }

  /**
   * An account of one Feeder.
   *
   * @param url of its web service, such as {@code http://feeder.contoh.ac.id:3003}; without a path that of the live
   *     data is meant
   * @throws IllegalArgumentException if something is missing or {@code url} is no address to call
   */
  record Account(URI url, String username, String password) {

    private static final String LIVE = "/ws/live2.php";

    Account {
      if (url == null || !List.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
        throw new IllegalArgumentException(
            "alur.neo-feeder.units: url is an address such as http://feeder.contoh.ac.id:3003");
      }
      if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "alur.neo-feeder.units: url holds no username, password or other data; these are settings of their own");
      }
      if (isBlank(username) || isBlank(password)) {
        throw new IllegalArgumentException("alur.neo-feeder.units: a unit needs both username and password");
      }
      url = url.getPath().matches("/?") ? url.resolve(LIVE) : url;
    }

    /** Without username and password. */
    @Override
    public String toString() {
      return "account at " + url.getHost();
    }

    private static boolean isBlank(String text) {
      return text == null || text.isBlank();
    }
  }
}
