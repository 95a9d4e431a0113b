package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorAddressTest {

  @ParameterizedTest
  @CsvSource({
      "203.0.113.7, 203.0.113.7",
      "::ffff:203.0.113.7, 203.0.113.7",
      "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::1",
      "fe80::1%3, fe80::2"})
  void isOneForWhatBelongsTogether(String one, String other) {
    assertThat(VisitorAddress.of(one)).isEqualTo(VisitorAddress.of(other));
  }

  @Test
  void isAnotherForTheNextNetwork() {
    assertThat(VisitorAddress.of("2001:db8:1:2::1")).isNotEqualTo(VisitorAddress.of("2001:db8:1:3::1"));
    assertThat(VisitorAddress.of("203.0.113.7")).isNotEqualTo(VisitorAddress.of("203.0.113.8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "contoh.test", "a:b", "203.0.113.7.evil.test", ":::::"})
  void isOneForAllThatAProxyMadeUp(String nonsense) {
    assertThat(VisitorAddress.of(nonsense)).isEqualTo(VisitorAddress.of("unknown"));
  }
}
