package id.alur.partner.neofeeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.alur.partner.neofeeder.Search.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  @ParameterizedTest
  @CsvSource({
      "2024100077, 2024100077", "' 2024 1000 77 ', 2024100077", "h1a024.001/x, H1A024.001/X",
      "NIM: 2024100077, 2024100077", "nidn 0006059499, 0006059499", "2024\u200b100077, 2024100077"})
  void takesANumberHoweverItIsTyped(String typed, String number) {
    assertThat(Search.of(typed)).contains(new Search(By.NUMBER, number));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', value = {
      "Siti Nur'aini, Siti Nur'aini", "\" Siti \u00a0 Nur`aini \", Siti Nur'aini", "Nimas Ayu, Nimas Ayu",
      "\"Dr. Wayan, M.Kom\", \"Dr. Wayan, M.Kom\""})
  void takesANameHoweverItIsTyped(String typed, String name) {
    assertThat(Search.of(typed)).contains(new Search(By.NAME, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "12", "Al", "---", "%", "a%b", "nim_1234", "siti\\", "x'; drop table mahasiswa --",
      "' or '1'='1", "<b>Siti</b>", "1234567890123456789012345", "siti@contoh.ac.id", "Siti\u0000Aini"})
  void looksForNothingElse(String typed) {
    assertThat(Search.of(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Search(By.NAME, typed));
    assertThatIllegalArgumentException().isThrownBy(() -> new Search(By.NUMBER, typed));
  }

  @Test
  void aFilterOfANameStaysOneText() {
    Search apostrophes = Search.of("O' or nim ilike '").orElseThrow();

    assertThat(Filter.ofStudents(apostrophes).sql()).isEqualTo("nama_mahasiswa ilike '%O'' or nim ilike ''%'");
  }

  @Test
  void printsWithoutWhomItLooksFor() {
    assertThat(Search.of("2024100077").orElseThrow()).asString().doesNotContain("2024100077");
  }
}
