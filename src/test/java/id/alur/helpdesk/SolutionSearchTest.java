package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people find with which words. */
@Sop({"HD-P4", "HD-P5"})
class SolutionSearchTest {

  private static final Map<Database, DataSource> DATABASES = new EnumMap<>(Database.class);
  private static final String OURS = "001999";
  private static final String THEIRS = "001998";
  private static final ReadableUnits OUR_UNIT = ReadableUnits.of(Set.of(OURS));

  private final AtomicInteger cases = new AtomicInteger();
  private DataSource source;
  private Solutions solutions;
  private SolutionSearch search;

  @BeforeEach
  void anEmptyTable() {
    on(Database.H2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      nilai                             | Nilai mahasiswa belum masuk Feeder
      NILAI mahasiswa                   | Nilai mahasiswa belum masuk Feeder
      menyinkronkan                     | Sinkronisasi SISTER gagal
      sinkron gagal                     | Sinkronisasi SISTER gagal
      sinkr                             | Sinkronisasi SISTER gagal
      Sinkronisas                       | Sinkronisasi SISTER gagal
      104                               | Feeder menampilkan error_code 104
      error_code                        | Feeder menampilkan error_code 104
      mereset                           | Lupa password SIAKAD
      bagaimana cara mengganti password | Lupa password SIAKAD
      """)
  void findsByTheStemsOfTheirWords(String words, String first) {
    recordSamples();
    assertThat(found(words)).startsWith(first);
  }

  @OnBothDatabases
  void ranksTheSameOnBothDatabases(Database database) {
    on(database);
    recordSamples();
    assertThat(found("nilai di Feeder")).containsExactly("Nilai mahasiswa belum masuk Feeder",
        "Feeder menampilkan error_code 104");
    assertThat(found("feeder nilai dosen")).containsExactly("NIDN dosen tidak ditemukan",
        "Nilai mahasiswa belum masuk Feeder", "Feeder menampilkan error_code 104");
  }

  @Test
  void weighsTheProblemMoreThanItsSolution() {
    record(OURS, "Tidak bisa mencetak kartu", "Bersihkan cache peramban, lalu masuk lagi.");
    record(OURS, "Cache peramban penuh", "Hapus riwayat, lalu masuk lagi.");
    record(OURS, "Tidak bisa mencetak transkrip", "Bersihkan cache peramban, lalu masuk lagi.");
    assertThat(found("cache")).containsExactly("Cache peramban penuh", "Tidak bisa mencetak transkrip",
        "Tidak bisa mencetak kartu");
  }

  @Test
  void wantsAThirdOfManyWordsToBeThere() {
    record(OURS, "Jadwal kuliah bentrok", "Pindahkan ruang.");
    assertThat(found("jadwal kuliah dosen luar biasa semester pendek")).containsExactly("Jadwal kuliah bentrok");
    assertThat(found("jadwal wisuda fakultas hukum universitas contoh nusantara raya")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "tidak bisa", "?"})
  void givesTheNewestIfThereIsNothingToLookFor(String words) {
    record(OURS, "Pertama", "Satu");
    record(OURS, "Kedua", "Dua");
    assertThat(found(words)).containsExactly("Kedua", "Pertama");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:* OR (", "unit:001998", "unit:001998 OR nilai", "*:*", "number:[0 TO 99]",
      "\"nilai", "nilai~99999", "((((((((((", "*nilai*?", "' or 1=1 --", "%", "\\", "nilai\0",
      "<script>alert(1)</script>", "\uD83D", "\u202Enilai", "[a-z]+$", "/.*/", "AND", "nilai && || !", "🙏"})
  void takesWhatPeopleTypeAsWordsOnly(String words) {
    record(OURS, "Nilai belum masuk", "Sinkronkan lagi.");
    record(THEIRS, "Nilai rahasia", "Milik PT lain.");
    assertThat(found(words)).allMatch("Nilai belum masuk"::equals);
  }

  @Test
  void readsNoMoreThanTheBeginningOfAVeryLongText() {
    record(OURS, "Nilai belum masuk", "Sinkronkan lagi.");
    assertThat(found("nilai " + "x".repeat(1_000_000))).containsExactly("Nilai belum masuk");
    assertThat(found("a b c d e f g ".repeat(100_000))).isEmpty();
  }

  @Test
  void neverFindsAnotherUnits() {
    for (int i = 0; i < 300; i++) {
      record(THEIRS, "Nilai " + i, "Nilai nilai nilai");
    }
    record(OURS, "Pengumuman jadwal", "Nilai menyusul.");
    assertThat(found("nilai")).containsExactly("Pengumuman jadwal");
    assertThat(search.search("nilai", OUR_UNIT.only(THEIRS), null).solutions()).isEmpty();
    assertThat(search.search("nilai", ReadableUnits.of(Set.of()), null).solutions()).isEmpty();
    assertThat(search.search("nilai", ReadableUnits.ALL, null).solutions()).hasSize(SolutionSlice.SIZE);
  }

  @Test
  void showsEachOnceFromPageToPage() {
    for (int i = 0; i < 45; i++) {
      record(OURS, "Nilai " + i, "Sinkronkan lagi.");
    }
    for (String words : List.of("nilai", "")) {
      SolutionSlice first = search.search(words, OUR_UNIT, null);
      SolutionSlice second = search.search(words, OUR_UNIT, first.next());
      SolutionSlice third = search.search(words, OUR_UNIT, second.next());
      assertThat(List.of(first.solutions().size(), second.solutions().size(), third.solutions().size()))
          .containsExactly(20, 20, 5);
      assertThat(third.next()).isNull();
      assertThat(problems(first)).doesNotContainAnyElementsOf(problems(second));
      assertThat(problems(third)).contains("Nilai 0");
    }
  }

  @Test
  void findsWhatWasRecordedAMomentAgo() {
    assertThat(found("nilai")).isEmpty();
    record(OURS, "Nilai belum masuk", "Sinkronkan lagi.");
    assertThat(found("nilai")).containsExactly("Nilai belum masuk");
  }

  @OnBothDatabases
  void findsWhatGotItsNumberEarlierAndWasCommittedLater(Database database) {
    on(database);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(slow -> {
      record(OURS, "Nilai dari transaksi yang lambat", "Sinkronkan lagi.");
      inAnotherTransaction(() -> {
        record(OURS, "Nilai dari transaksi yang cepat", "Sinkronkan lagi.");
        assertThat(found("nilai")).containsExactly("Nilai dari transaksi yang cepat");
      });
    });
    assertThat(found("nilai")).containsExactly("Nilai dari transaksi yang cepat", "Nilai dari transaksi yang lambat");
  }

  @Test
  void forgetsWhatSomebodyDeletes() {
    record(OURS, "Nilai salah", "Sinkronkan lagi.");
    record(OURS, "Nilai belum masuk", "Sinkronkan lagi.");
    assertThat(found("nilai")).hasSize(2);
    JdbcClient.create(source).sql("delete from \"alur\".solution where problem = 'Nilai salah'").update();
    assertThat(found("nilai")).containsExactly("Nilai belum masuk");
    record(OURS, "Nilai kosong", "Sinkronkan lagi.");
    assertThat(found("nilai")).containsExactlyInAnyOrder("Nilai kosong", "Nilai belum masuk");
  }

  @Test
  void holdsMoreThanItReadsAtOnce() {
    JdbcClient.create(source).sql("""
        insert into "alur".solution (unit, case_id, round, kind, problem, solution, recorded_by, recorded_at)
        select '001999', 'case-' || x, 0, 'other', 'Nilai ke ' || x, 'Sinkronkan lagi.', 'nina', current_timestamp
        from system_range(1, 2500)""").update();
    assertThat(found("2500")).containsExactly("Nilai ke 2500");
  }

  private void recordSamples() {
    record(OURS, "Nilai mahasiswa belum masuk Feeder", "Sinkronkan ulang kelas kuliah, lalu tutup periode.");
    record(OURS, "Sinkronisasi SISTER gagal", "Ulangi pada jam yang dianjurkan.");
    record(OURS, "Feeder menampilkan error_code 104", "Perbarui aplikasi ke versi terakhir.");
    record(OURS, "Lupa password SIAKAD", "Buka menu Reset, lalu ganti lewat email kampus.");
    record(OURS, "NIDN dosen tidak ditemukan", "Minta prodi mengusulkan penugasan dosen itu.");
    record(THEIRS, "Nilai mahasiswa belum masuk Feeder", "Milik PT lain.");
  }

  private void record(String unit, String problem, String solution) {
    solutions.record(new NewSolution(unit, "case-" + cases.incrementAndGet(), 0, ComplaintKind.ACADEMIC_DATA, problem,
        solution, "nina"));
  }

  private List<String> found(String words) {
    return problems(search.search(words, OUR_UNIT, null));
  }

  private static List<String> problems(SolutionSlice slice) {
    return slice.solutions().stream().map(Solution::problem).toList();
  }

  private void on(Database database) {
    source = DATABASES.computeIfAbsent(database, Database::migrated);
    JdbcClient.create(source).sql("delete from \"alur\".solution").update();
    solutions = new Solutions(JdbcClient.create(source),
        Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC));
    search = new SolutionSearch(solutions);
  }

  private void inAnotherTransaction(Runnable work) {
    TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(source));
    other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(transaction -> work.run());
  }
}
