package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Sop({"MS-2", "MS-7"})
class RequestNumberTest {

  @ParameterizedTest
  @CsvSource({"123456, 123456", "#123456, 123456", "7, 7", "#001, 001", "999999999999999999, 999999999999999999"})
  void isTheDigitsAlone(String typed, String number) {
    assertThat(RequestNumber.isValid(typed)).isTrue();
    assertThat(RequestNumber.normal(typed)).isEqualTo(number);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "#", "##1", "1#", "# 1", "12 34", "12.34", "-1", "abc", "１２３", "12\u200b34", "#123456\n",
      "1234567890123456789", "https://layanandosen.zendesk.com/hc/requests/123456"})
  void isNothingElse(String typed) {
    assertThat(RequestNumber.isValid(typed)).isFalse();
  }
}
