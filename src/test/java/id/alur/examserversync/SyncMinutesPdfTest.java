package id.alur.examserversync;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.examserversync.SyncMinutes.Entry;
import id.alur.examserversync.SyncMinutes.Evidence;
import id.alur.examserversync.SyncMinutes.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;

class SyncMinutesPdfTest {

  private static final Instant MORNING = Instant.parse("2026-04-06T01:05:09Z");
  private static final String SHA256 = "f519520b355fe6cbc27f6a53c0b6fe6378794e38db4b7a4d69c1ad78a6c2ffc0";

  @Test
  void tellsMachineAndStepsInTheZoneOfTheSchool() throws IOException {
    PdfReader pdf = print(minutes("Asia/Makassar", List.of(
        new Step("Cadangkan data", MORNING, "Siti Contoh (siti)", List.of(new Entry("Ukuran berkas", "12,4 MB")),
            List.of(new Evidence("cadangan.Source", SHA256))),
        new Step("Hapus data", MORNING.plusSeconds(60), "Siti Contoh (siti)", List.of(new Entry("Catatan", null)), List.of()))));

    assertThat(pdf.getNumberOfPages()).isOne();
    assertThat(textOf(pdf, 1)).contains("Berita Acara Sinkronisasi Server Ujian", "SMA Contoh (NPSN 69999999)",
        "UNBK 2019, tes Senin, 6 April 2026", "Server Lab 1", "SN-0001", "ID-0001", "Sembilan data hijau",
        "1. Cadangkan data", "Senin, 6 April 2026 pukul 09.05.09 WITA", "Siti Contoh (siti)", "12,4 MB", "cadangan.Source",
        "SHA-256 " + SHA256, "2. Hapus data", "Halaman 1 dari");
  }

  @Test
  void namesEachZone() throws IOException {
    assertThat(textOf(print(minutes("Asia/Jakarta", List.of())), 1)).contains("pukul 08.05.09 WIB");
    assertThat(textOf(print(minutes("Asia/Jayapura", List.of())), 1)).contains("pukul 10.05.09 WIT");
  }

  @Test
  void printsNamesWithMoreThanPlainLetters() throws IOException {
    String name = "Nuraini Ḥasan, Ni Kadek Sëri, Юлия, Łukasz, Đặng";
    String text = textOf(print(minutes("Asia/Jakarta", List.of(new Step("Langkah", MORNING, name, List.of(), List.of())))), 1);
    assertThat(text).contains("Nuraini", "Sëri", "Юлия", "Łukasz");
  }

  @Test
  void showsABoxForWhatItsTypefaceDoesNotHave() throws IOException {
    String text = textOf(print(minutes("Asia/Jakarta", List.of(
        new Step("Langkah", MORNING, "ꦱꦶꦠꦶ 李", List.of(new Entry("Catatan", "a\u0000b\u0007c")), List.of())))), 1);
    assertThat(text).contains("□□□□ □").contains("abc");
  }

  @Test
  void numbersThePagesOfALongCase() throws IOException {
    PdfReader pdf = print(minutes("Asia/Jakarta", IntStream.range(0, 40).mapToObj(SyncMinutesPdfTest::longStep).toList()));
    int pages = pdf.getNumberOfPages();
    assertThat(pages).isGreaterThan(8);
    for (int page = 1; page <= pages; page++) {
      assertThat(textOf(pdf, page)).contains("Halaman " + page + " dari", "SMA Contoh, Server Lab 1");
    }
    assertThat(textOf(pdf, pages)).contains("Kepala sekolah");
  }

  @Test
  void breaksAStepThatIsLongerThanAPage() throws IOException {
    PdfReader pdf = print(minutes("Asia/Jakarta", List.of(
        new Step("Catatan panjang", MORNING, "Siti Contoh", List.of(new Entry("Catatan", "kata ".repeat(4_000) + "akhir")), List.of()))));
    assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
    assertThat(IntStream.rangeClosed(1, pdf.getNumberOfPages()).mapToObj(page -> textOf(pdf, page)).toList())
        .as("nothing is cut off").anyMatch(text -> text.contains("akhir"));
  }

  @Test
  void carriesItsFont() throws IOException {
    PdfReader pdf = print(minutes("Asia/Jakarta", List.of()));
    assertThat(IntStream.range(0, pdf.getXrefSize()).mapToObj(pdf::getPdfObject)
        .filter(object -> object instanceof PdfDictionary font && font.get(PdfName.FONTFILE2) != null)).isNotEmpty();
  }

  private static Step longStep(int number) {
    return new Step("Langkah ke-" + (number + 1), MORNING.plusSeconds(number * 95L), "Siti Contoh (siti)",
        List.of(new Entry("Data 1 sampai 9", "Semua hijau"), new Entry("Alasan menunggu lagi",
            "Unduhan ke-7 berhenti di 80 persen, sambungan sekolah terputus beberapa kali sejak pukul delapan.")),
        List.of(new Evidence("tangkapan-layar-" + number + ".png", SHA256)));
  }

  private static SyncMinutes minutes(String zone, List<Step> steps) {
    return new SyncMinutes("SMA Contoh", "69999999", "UNBK 2019", LocalDate.of(2026, 4, 6), "Server Lab 1", "SN-0001", "ID-0001",
        "6f9619ff-8b86-d011-b42d-00c04fc964ff", ZoneId.of(zone), MORNING,
        "Sembilan data hijau; peserta dan Daftar Test sudah diperiksa.", steps);
  }

  private static PdfReader print(SyncMinutes minutes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SyncMinutesPdf.print(minutes, out);
    return new PdfReader(out.toByteArray());
  }

  private static String textOf(PdfReader pdf, int page) {
    try {
      return new PdfTextExtractor(pdf).getTextFromPage(page).replace("\n", " ").replaceAll(" +", " ");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
