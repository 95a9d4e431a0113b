package id.alur.partner.neofeeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NeoFeederSettingsTest {

  private static final String PASSWORD = "sandi-rahasia";

  @Test
  void withoutSettingsNoUnitHasAFeeder() {
    assertThat(bind(Map.of()).units()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "http://192.0.2.10:3003, http://192.0.2.10:3003/ws/live2.php",
      "https://feeder.contoh.ac.id/, https://feeder.contoh.ac.id/ws/live2.php",
      "http://192.0.2.10:3003/ws/sandbox2.php, http://192.0.2.10:3003/ws/sandbox2.php"})
  void aUrlWithoutAPathIsThatOfTheLiveData(String written, URI meant) {
    assertThat(bind(unit("001999", Map.of("url", written))).units().get("001999").url()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
      "1999, http://192.0.2.10:3003, operator, six digits",
      "001999, , operator, url is an address",
      "001999, feeder.contoh.ac.id:3003, operator, url is an address",
      "001999, ftp://feeder.contoh.ac.id, operator, url is an address",
      "001999, http://siapa:apa@192.0.2.10, operator, url holds no username",
      "001999, http://192.0.2.10/?token=1, operator, url holds no username",
      "001999, http://192.0.2.10:3003, , needs both username and password"})
  void refusesABadValueWithASentenceThatTellsNoPassword(String unit, String url, String username, String sentence) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url == null ? "" : url);
    written.put("username", username == null ? "" : username);

    Throwable refusal = catchThrowable(() -> bind(unit(unit, written)));

    assertThat(refusal).rootCause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    assertThat(refusal).hasStackTraceContaining(sentence);
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      assertThat(cause).asString().doesNotContain(PASSWORD);
    }
  }

  @Test
  void printsWithoutUsernameAndPassword() {
    assertThat(bind(unit("001999", Map.of()))).asString().contains("192.0.2.10").doesNotContain("operator", PASSWORD);
  }

  private static Map<String, String> unit(String unit, Map<String, String> written) {
    Map<String, String> all = new HashMap<>(
        Map.of("url", "http://192.0.2.10:3003", "username", "operator", "password", PASSWORD));
    all.putAll(written);
    Map<String, String> properties = new HashMap<>();
    all.forEach((name, value) -> properties.put("alur.neo-feeder.units.[" + unit + "]." + name, value));
    return properties;
  }

  private static NeoFeederSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("alur.neo-feeder", NeoFeederSettings.class);
  }
}
