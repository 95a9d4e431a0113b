package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.alur.Sop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Sop("ES-19")
class ParticipantComparisonTest {

  @ParameterizedTest
  @CsvSource({"36, 36, true", "36, 35, false", "36, 37, false", "0, 0, false"})
  void comparesNumbers(int registered, int present, boolean complete) {
    assertThat(ParticipantComparison.ofNumbers(registered, present).isComplete()).isEqualTo(complete);
  }

  @Test
  void namesTheDifferences() throws Exception {
    ParticipantComparison found = compare("Nama\nAni Lestari\nBudi Contoh\nCitra Dewi\n", "Nama\nBudi Contoh\nDodi Misal\n");
    assertThat(found.isComplete()).isFalse();
    assertThat(found.missing()).containsExactly("Ani Lestari", "Citra Dewi");
    assertThat(found.unknown()).containsExactly("Dodi Misal");
    assertThat(found.sentence()).isEqualTo("Peserta di server tidak sama dengan yang terdaftar: terdaftar 3, muncul 2. "
        + "Terdaftar tetapi tidak muncul: Ani Lestari, Citra Dewi. Muncul tetapi tidak terdaftar: Dodi Misal.");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Nama\nAni Lestari\n\"Budi, S.\"",
      "\"Ani\nLestari\"\n\"Budi,\r\nS.\"\n",
      "\ufeffnama peserta\r\nani  lestari\r\n\"BUDI, S.\"\r\n",
      "No;Nomor Peserta;Nama Siswa\n1;01-001;Ani Lestari\n2;01-002;Budi, S.\n",
      "\n No , Nama \n1, Ani Lestari \n2,\" Budi, S. \"\n\n , \n",
      "No\tNama\n1\tAni Lestari\n2\tBudi, S.",
      "1;L;Ani Lestari\n2;L;Budi, S.\n",
      "Ani\u00a0Lestari\n\"Budi,\u200b S.\""})
  void readsListsAsProgramsWriteThem(String present) throws Exception {
    ParticipantComparison found = compare("Nama\nAni Lestari\n\"Budi, S.\"\n", present);
    assertThat(found.isComplete()).as(found.sentence()).isTrue();
    assertThat(found.sentence()).isEqualTo("Semua peserta muncul di server: terdaftar 2, muncul 2.");
  }

  @Test
  void readsTheEncodingsOfExcel() throws Exception {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
      ParticipantList list = ParticipantList.read(new ByteArrayInputStream("Nama\nRené Contoh\n".getBytes(charset)));
      assertThat(list.names()).as("%s", charset).containsExactly("René Contoh");
    }
  }

  @Test
  void comparesByNumberWhereBothHaveNumbers() throws Exception {
    ParticipantComparison found = compare("Nomor Peserta,Nama\nu-001,Ani\nU-002,Budi\n", "No. Peserta;Nama\nU-001;A. Lestari\nU 003;Budi\n");
    assertThat(found.missing()).containsExactly("U-002");
    assertThat(found.unknown()).containsExactly("U 003");
    assertThat(compare("U-001\nU-002\n", "Nomor Peserta\nU-002\nU-001\n").isComplete()).isTrue();
  }

  @Test
  void namesWhoStandsTwiceAndCountsThemTwice() throws Exception {
    ParticipantComparison found = compare("Nama\nAni Lestari\nAni Lestari\nBudi Contoh\n", "Nama\nAni Lestari\nBudi Contoh\nBUDI CONTOH\n");
    assertThat(found.repeated()).containsExactly("Ani Lestari", "Budi Contoh");
    assertThat(found.missing()).containsExactly("Ani Lestari");
    assertThat(found.unknown()).containsExactly("BUDI CONTOH");
    assertThat(found.isComplete()).isFalse();
    assertThat(compare("Nama\nAni Lestari\nAni Lestari\n", "Nama\nAni Lestari\nAni Lestari\n").isComplete())
        .as("two persons of one name").isTrue();
  }

  @Test
  void namesNoMoreThanIsReadable() throws Exception {
    String many = IntStream.range(0, 500).mapToObj(i -> "U-" + i).collect(Collectors.joining("\n"));
    assertThat(compare(many, "V-1").sentence()).contains("U-19, dan 480 lainnya.").doesNotContain("U-20");
  }

  @Test
  void doesNotCompareNumbersWithNames() {
    assertThatExceptionOfType(UnreadableParticipants.class)
        .isThrownBy(() -> compare("Nomor Peserta\nU-001\n", "Nama\nAni Lestari\n"))
        .withMessageContaining("Satu daftar berisi nomor peserta, yang lain berisi nama");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                     | tidak berisi peserta
      ' \n , ,\n'            | tidak berisi peserta
      Nama                   | hanya berisi baris judul
      'PK\u0003\u0004[xml]'  | mungkin buku kerja Excel
      '%PDF-1.7 Ani Lestari' | mungkin buku kerja Excel atau PDF
      'Ani\u0007Lestari'     | mungkin buku kerja Excel atau PDF
      <html><td>Ani          | laman web (HTML)
      'Nama\n"Ani'           | tanda kutip yang tidak ditutup
      '1;2\n2;3\n'           | Tidak jelas kolom mana
      '1,Ani Lestari,SMA Contoh\n2,Budi Contoh,SMA Contoh' | Tidak jelas kolom mana""")
  void refusesWhatIsNoListForAStatedReason(String csv, String sentence) {
    assertThatExceptionOfType(UnreadableParticipants.class).isThrownBy(() -> read(csv)).withMessageContaining(sentence);
  }

  @Test
  void comparesFiveThousandParticipants() throws Exception {
    String many = IntStream.range(0, 5_000).mapToObj(i -> "U-" + i).collect(Collectors.joining("\n"));
    assertThat(compare(many, many).isComplete()).isTrue();
    assertThat(compare(many, many.replace("U-4711\n", "")).missing()).containsExactly("U-4711");
  }

  @Test
  void refusesWhatIsTooLargeForAList() {
    assertThatExceptionOfType(UnreadableParticipants.class).isThrownBy(() -> read("Ani Lestari\n".repeat(100_000)))
        .withMessageContaining("paling besar 1 MB");
  }

  private static ParticipantComparison compare(String registered, String present) throws Exception {
    return ParticipantComparison.ofLists(read(registered), read(present));
  }

  private static ParticipantList read(String csv) throws IOException, UnreadableParticipants {
    return ParticipantList.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
