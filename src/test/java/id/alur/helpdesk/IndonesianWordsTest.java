package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same word. The stemmer does not know every word: the last table keeps what it misses in sight. */
class IndonesianWordsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      menyinkronkan | sinkronisasi
      disinkronkan  | Sinkron
      tersinkron    | menyinkronkan
      memvalidasi   | valid
      diverifikasi  | verifikasi
      melaporkan    | pelaporan
      laporan       | lapor
      terkunci      | kunci
      mengunggah    | unggahan
      perubahan     | diubah
      dimasukkan    | masuk
      akunnya       | akun
      kegagalan     | gagal
      FEEDER        | feeder
      """)
  void areTheSame(String one, String other) {
    assertThat(IndonesianWords.stemsOf(one)).isEqualTo(IndonesianWords.stemsOf(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      mahasiswa | dosen
      masuk     | masukan
      migrasi   | migran
      20251     | 20252
      """)
  void areNotTheSame(String one, String other) {
    assertThat(IndonesianWords.stemsOf(one)).isNotEqualTo(IndonesianWords.stemsOf(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      penilaian | nilai
      mengunci  | kunci
      perbaikan | memperbaiki
      """)
  void areNotKnownToBeTheSame(String one, String other) {
    assertThat(IndonesianWords.stemsOf(one)).isNotEqualTo(IndonesianWords.stemsOf(other));
  }

  @Test
  void leavesOutWordsThatSayNothing() {
    assertThat(IndonesianWords.stemsOf("tidak bisa dan belum dapat login di Feeder")).containsExactly("login", "feeder");
    assertThat(IndonesianWords.stemsOf("")).isEmpty();
    assertThat(IndonesianWords.stemsOf("?!… 🙏")).doesNotContain("?");
  }
}
