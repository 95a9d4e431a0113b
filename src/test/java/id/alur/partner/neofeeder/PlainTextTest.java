package id.alur.partner.neofeeder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final int LONGEST = 200;

  private static final List<String> PIECES = List.of("<script>alert(1)</script>", "<img src=x onerror=y>", "<", ">",
      "&lt;b&gt;", "\u202e", "\u0000", "\r\nSubject: x", "rahasia", "RAHASIA", "rah<b>asia", "2024.10.0077",
      "2024100077", "eyJ0".repeat(9), "kata ", "🎓", "\ud83c", "a".repeat(500), "Gagal ");

  @ParameterizedTest
  @CsvSource({
      "Username/password salah, Username/password salah",
      "'Gagal <b>simpan</b>\n data', Gagal simpan data",
      "<script>alert(1)</script>Gagal, Gagal",
      "NIM 2024100077 sudah ada, NIM *** sudah ada",
      "NIM H1A024.001.22 ganda, NIM *** ganda",
      "Periode 2024/2025 tidak aktif (20251), Periode 2024/2025 tidak aktif (20251)"})
  void keepsWordsAndDropsMarkupAndPersonalNumbers(String said, String text) {
    assertThat(PlainText.of(said, LONGEST, List.of())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandi \"Feeder\" & ä", "{\"password\":\"sandi \\\"Feeder\\\" & ä\"}",
      "{\"password\":\"sandi \\\"Feeder\\\" & \\u00E4\"}", "sandi \\\\\\\"Feeder\\\\\\\" & ä",
      "sandi &quot;Feeder&quot; &amp; &auml;", "SITI NUR'AINI", "nama ilike '%Siti Nur''Aini%'", "Siti Nur\\'aini",
      "Siti Nur\\u0027aini", "C:\\feeder", "C:\\\\feeder", "C:\\/feeder \\\\\\\\feeder C:\\feeder"})
  void hidesASecretAlsoAsJsonAndSqlWriteIt(String said) {
    assertThat(PlainText.of(said, LONGEST, List.of("sandi \"Feeder\" & ä", "Siti Nur'aini", "C:\\feeder"))).contains("***")
        .doesNotContainIgnoringCase("sandi").doesNotContainIgnoringCase("aini").doesNotContain("ä");
  }

  @Test
  void cutsAtItsLengthWithoutBreakingACharacter() {
    assertThat(PlainText.of("🎓 ".repeat(5000), 10, List.of())).isEqualTo("🎓 🎓 🎓 🎓 🎓…");
  }

  @Test
  void whateverIsSaidBecomesOneShortLineOfText() {
    for (int seed = 0; seed < 200; seed++) {
      String said = saidAtRandom(new Random(seed));

      String text = PlainText.of(said, LONGEST, List.of("rahasia"));

      assertThat(text).as(said).doesNotContainIgnoringCase("rahasia").doesNotContain("2024.10.0077", "2024100077")
          .doesNotContainPattern("[<>\\p{Cc}\\p{Cf}]|\\S{32,}");
      assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(LONGEST);
    }
  }

  private static String saidAtRandom(Random random) {
    StringBuilder said = new StringBuilder();
    for (int length = random.nextInt(10_000); said.length() < length; ) {
      said.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return said.toString();
  }
}
