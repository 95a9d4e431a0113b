package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Sop;
import id.alur.helpdesk.ComplaintEntry.Kind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was accepted comes back from both databases as it was written. */
@Sop({"HD-1", "HD-2"})
class ComplaintsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final int TRIES = 200;

  private SingleConnectionDataSource connection;

  @OnBothDatabases
  void givesBackWhateverAFormAccepts(Database database) {
    Complaints complaints = in(database);
    List<ComplaintAnswers> accepted = new HostileText(1042).texts(TRIES).map(TypedComplaint::typed)
        .filter(Objects::nonNull).flatMap(ComplaintsTest::inEachField).filter(answers -> answers.faults().isEmpty()).toList();
    assertThat(accepted).hasSizeGreaterThan(TRIES);
    assertThat(accepted).allSatisfy(answers -> {
      Complaint complaint = complaint(answers);
      complaints.add(complaint);
      complaints.addEntry(complaint.caseId(), Kind.ANSWER, null, answers.text());
      assertThat(complaints.find(complaint.trackingCode())).contains(complaint);
      assertThat(complaints.last(complaint.caseId(), Kind.ANSWER)).isEqualTo(answers.text());
    });
  }

  @OnBothDatabases
  void keepsTheLongestOfEachField(Database database) {
    Complaints complaints = in(database);
    for (String character : List.of("a", "\u0628", "\u4e2d")) {
      Complaint complaint = complaint(new ComplaintAnswers(Channel.PAGE, RequesterRole.STUDENT, ComplaintKind.OTHER,
          character.repeat(200), "a".repeat(64) + "@" + "contoh.".repeat(20) + "test", character.repeat(100),
          character.repeat(200), character.repeat(4000)));
      complaints.add(complaint);
      assertThat(complaints.of(complaint.caseId())).isEqualTo(complaint);
    }
  }

  /** On one connection: PostgreSQL takes long to open each. */
  private Complaints in(Database database) {
    try {
      connection = new SingleConnectionDataSource(database.migrated().getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Complaints(JdbcClient.create(connection), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void closeConnection() {
    connection.destroy();
  }

  private static Stream<ComplaintAnswers> inEachField(String hostile) {
    return Stream.of(
        answers("Contoh", null, "Nama", hostile), answers("Contoh", null, hostile, "Salah."),
        answers("Contoh", hostile, "Nama", "Salah."), answers(hostile, null, "Nama", "Salah."));
  }

  private static ComplaintAnswers answers(String name, String identifier, String subject, String text) {
    return new ComplaintAnswers(Channel.PAGE, RequesterRole.STUDENT, ComplaintKind.OTHER, name, "a@contoh.test", identifier,
        subject, text);
  }

  private static Complaint complaint(ComplaintAnswers answers) {
    return new Complaint(UUID.randomUUID().toString(), "001042", "HD-001042-7K3M", TrackingCode.next(),
        ComplaintState.RECEIVED, HelpDeskWords.ENGLISH, answers.requesterName(), answers.requesterEmail(),
        answers.identifier(), answers.subject(), answers.text(), NOW, null, null);
  }
}
