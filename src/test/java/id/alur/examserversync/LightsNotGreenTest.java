package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Sop("ES-18")
class LightsNotGreenTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      3         | 3
      3,7       | 3, 7
      7 , 3     | 3, 7
      3 dan 7   | 3, 7
      9 1 5     | 1, 5, 9
      4, 4      | 4""")
  void areNamedInTheirOrder(String typed, String numbers) {
    assertThat(LightsNotGreen.of(typed)).contains(numbers);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0", "10", "12", "data 3", "3,", "3-7", "３", "-3", "tiga"})
  void areAskedForAgainWhereTheyAreNotClear(String typed) {
    assertThat(LightsNotGreen.of(typed)).isEmpty();
  }
}
