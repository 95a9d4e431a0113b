package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamRoundTest {

  @ParameterizedTest
  @ValueSource(strings = {"UNBK 2019", "unbk-2019", " Unbk  2019 ", "UNBK_2019", "unbk - 2019", "UNBK/2019"})
  void isTheSameHoweverItsNameIsWritten(String typed) {
    assertThat(ExamRound.of(typed)).contains(new ExamRound("UNBK-2019"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "-", "UNBK\u200b2019", "UNBK 2019!", "<b>", "UNBK\n2019",
      "a name of a round that is longer than it may be"})
  void hasANameOfLettersAndDigits(String typed) {
    assertThat(ExamRound.of(typed)).isEmpty();
  }
}
