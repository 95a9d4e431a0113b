package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.calendar.TestCalendars;
import id.alur.helpdesk.SimilarComplaint.Likeness;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which open complaints staff are told of as possible duplicates. */
class SimilarComplaintsTest {

  private static final Map<Database, DataSource> DATABASES = new EnumMap<>(Database.class);
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final String SUBJECT = "Nilai belum muncul di Feeder";
  private static final String TEXT =
      "Nilai mata kuliah Basis Data semester 20251 belum muncul di Feeder padahal sudah diinput.";

  private Complaints complaints;
  private SimilarComplaints similar;
  private int received;

  @BeforeEach
  void anEmptyTable() {
    on(Database.H2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      rudi@contoh.test  | -         | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | SAME_EMAIL
      Rudi@Contoh.test  | -         | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | SAME_EMAIL
      sari@contoh.test  | 2021 0042 | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | SAME_IDENTIFIER
      -                 | 2021.0042 | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | SAME_IDENTIFIER
      rudi@contoh.test  | 20210042  | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | SAME_EMAIL
      sari@contoh.test  | -         | Nilai tidak muncul di Feeder | Nilai Basis Data 20251 tidak muncul di Feeder, sudah saya input. | SIMILAR_TEXT
      sari@contoh.test  | -         | NILAI belum dimunculkan      | Memunculkan nilai mata kuliah Basis Data semester 20251 di feeder | SIMILAR_TEXT
      ru.di@contoh.test | 20210043  | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | -
      -                 | -         | Kartu hilang                 | Kartu mahasiswa saya hilang.                  | -
      sari@contoh.test  | -         | Feeder tidak bisa dibuka     | Feeder menampilkan halaman kosong sejak pagi. | -
      sari@contoh.test  | -         | ?                            | ?                                             | -
      """)
  void areAlike(String email, String identifier, String subject, String text, Likeness why) {
    add("001999", ComplaintState.PROCESSING, email, identifier, subject, text);
    List<SimilarComplaint> found = similar.to(complaint("001999", "rudi@contoh.test", "2021-0042", SUBJECT, TEXT));
    assertThat(found).extracting(SimilarComplaint::why).isEqualTo(why == null ? List.of() : List.of(why));
  }

  @Test
  void areNotAlikeForWhatBothLeaveOut() {
    add("001999", ComplaintState.RECEIVED, null, null, "Kartu hilang", "Kartu mahasiswa saya hilang.");
    assertThat(similar.to(complaint("001999", null, null, SUBJECT, TEXT))).isEmpty();
  }

  @OnBothDatabases
  void areTheFiveNewestAndNeverTheComplaintItself(Database database) {
    on(database);
    for (int i = 0; i < 7; i++) {
      add("001999", ComplaintState.RECEIVED, "rudi@contoh.test", null, "Keluhan " + i, "Isi");
    }
    Complaint itself = add("001999", ComplaintState.RECEIVED, "rudi@contoh.test", null, "Keluhan 7", "Isi");
    assertThat(similar.to(itself)).extracting(SimilarComplaint::subject)
        .containsExactly("Keluhan 6", "Keluhan 5", "Keluhan 4", "Keluhan 3", "Keluhan 2");
    assertThat(similar.to(itself).get(0).zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
  }

  @ParameterizedTest
  @EnumSource(ComplaintState.class)
  void areOpen(ComplaintState state) {
    add("001999", state, "rudi@contoh.test", null, SUBJECT, TEXT);
    assertThat(similar.to(complaint("001999", "rudi@contoh.test", null, SUBJECT, TEXT)))
        .hasSize(state.isEnded() ? 0 : 1);
  }

  @Test
  void belongToTheSameUnit() {
    add("001998", ComplaintState.RECEIVED, "rudi@contoh.test", "2021-0042", SUBJECT, TEXT);
    assertThat(similar.to(complaint("001999", "rudi@contoh.test", "2021-0042", SUBJECT, TEXT))).isEmpty();
  }

  private Complaint add(String unit, ComplaintState state, String email, String identifier, String subject,
      String text) {
    Complaint complaint = complaint(unit, email, identifier, subject, text);
    complaints.add(complaint);
    complaints.is(state, complaint.caseId());
    return complaint;
  }

  private Complaint complaint(String unit, String email, String identifier, String subject, String text) {
    return new Complaint(UUID.randomUUID().toString(), unit, "HD-2026-" + received, TrackingCode.next(),
        ComplaintState.RECEIVED, HelpDeskWords.INDONESIAN, "Rudi Contoh", email, identifier, subject, text,
        NOW.plusSeconds(received++), null, null);
  }

  private void on(Database database) {
    JdbcClient jdbc = JdbcClient.create(DATABASES.computeIfAbsent(database, Database::migrated));
    jdbc.sql("delete from \"alur\".complaint").update();
    complaints = new Complaints(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    similar = new SimilarComplaints(jdbc, new TestCalendars(Map.of()).calendars());
  }
}
