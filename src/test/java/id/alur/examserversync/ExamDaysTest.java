package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import id.alur.engine.Refusals;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Today is 21 November 2026. */
@Sop({"ES-1", "ES-T"})
class ExamDaysTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  @ParameterizedTest
  @CsvSource({"2026-11-21, 2026-11-23", "2026-11-21, 2026-11-21", "2027-11-21, 2027-11-21"})
  void areTodayOrLaterAndTheSyncComesFirst(String sync, String exam) {
    assertThat(refusals(sync, exam)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2026-11-20 | 2026-11-23 | syncDate | Hari sinkronisasi sudah lewat
      2026-11-24 | 2026-11-23 | syncDate | Hari sinkronisasi sesudah hari tes
      2026-02-30 | 2026-11-23 | syncDate | Isi tanggalnya, misalnya 2026-11-21.
                 | 2026-11-23 | syncDate | Isi tanggalnya
      2026-11-21 | 2026-11-20 | examDate | Hari tes sudah lewat
      2026-11-21 | 2027-11-22 | examDate | lebih dari setahun lagi
      2026-11-21 | 20261123   | examDate | Isi tanggalnya, misalnya 2026-11-23.
      2026-11-21 | +12026-1-1 | examDate | Isi tanggalnya""")
  void areRefusedAtTheirFieldWithAReason(String sync, String exam, String field, String sentence) {
    assertThat(refusals(sync, exam)).containsOnlyKeys(field).extractingByKey(field).asString().contains(sentence);
  }

  private static Map<String, String> refusals(String sync, String exam) {
    Refusals refusals = new Refusals();
    ExamDays.check(sync, exam, TODAY, refusals);
    return refusals.sentences();
  }
}
