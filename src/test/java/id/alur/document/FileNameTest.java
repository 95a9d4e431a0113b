package id.alur.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
      "surat tugas.pdf, surat tugas.pdf",
      "C:\\Users\\siti\\surat.pdf, surat.pdf",
      "../../etc/passwd, passwd",
      "'  ', berkas",
      "folder/, berkas"})
  void dropsThePath(String reported, String kept) {
    assertThat(FileName.clean(reported)).isEqualTo(kept);
  }

  @Test
  void dropsControlCharactersAndThoseThatTurnTheDirectionOfWriting() {
    assertThat(FileName.clean("a\r\nb\u0000c\u202Egpj.pdf\u200B")).isEqualTo("abcgpj.pdf");
  }

  @Test
  void shortensALongNameAndKeepsItsEnding() {
    assertThat(FileName.clean("a".repeat(300) + ".json")).hasSize(255).endsWith("a.json");
    assertThat(FileName.clean("a".repeat(300))).hasSize(255);
    assertThat(FileName.clean("a".repeat(250) + "😀".repeat(20) + ".pdf")).hasSizeLessThanOrEqualTo(255).endsWith(".pdf")
        .matches(name -> name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half character");
  }
}
