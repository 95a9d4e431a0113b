package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "satu\n\tdua", "\ud83d\ude00", "\u202e\u0627\u200f", "\ufeff\ufffd\uffff", "\u0001"})
  void takesEveryCharacterThatIsOne(String text) {
    assertThat(StorableText.isStorable(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "satu\0", "\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83da"})
  void refusesWhatADatabaseWouldRefuseOrAlter(String text) {
    assertThat(StorableText.isStorable(text)).isFalse();
  }
}
