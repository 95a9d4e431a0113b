package id.alur.act;

import static id.alur.act.ActOutcome.certainlyNot;
import static id.alur.act.ActWorkshop.pass;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Procedure;
import id.alur.act.ActProgress.Progress;
import id.alur.act.ActProgress.Progress.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** siti follows how a letter is sent, from 10.00 WIB on. */
class ActProgressTest {

  private final Post post = new Post();
  private ActWorkshop workshop;
  private String letter;
  private Task following;

  private void aFollowedLetterOn(Database database) {
    workshop = ActWorkshop.on(database);
    Procedure.itIs("2026-11-24T03:00:00Z");
    letter = workshop.startFollowed();
    following = workshop.taskOf(letter);
  }

  @AfterEach
  void cleanUp() {
    if (letter != null) {
      workshop.engine.getRuntimeService().deleteProcessInstance(letter, "end of test");
    }
    ClockUtil.reset();
  }

  @OnBothDatabases
  void saysThatTheActWaitsForItsTurn(Database database) {
    aFollowedLetterOn(database);
    assertThat(progress()).isEqualTo(Progress.WAITING);
  }

  @OnBothDatabases
  void saysSinceWhenItRunsAndWhatTheWorkerReportedLast(Database database) {
    aFollowedLetterOn(database);
    AtomicReference<Progress> before = new AtomicReference<>();
    AtomicReference<Progress> after = new AtomicReference<>();
    send(act -> {
      before.set(progress());
      act.report("1 MB diterima");
      act.report("12,4 MB diterima");
      workshop.reports.write();
      after.set(progress());
      return post.take(act);
    });
    assertThat(before.get()).isEqualTo(new Progress(State.RUNNING, "Berjalan sejak pukul 10.00 WIB."));
    assertThat(after.get()).isEqualTo(new Progress(State.RUNNING, "Berjalan sejak pukul 10.00 WIB, 12,4 MB diterima."));
  }

  @Test
  void reportsHowMuchOfAnAnswerHasComeIn() throws IOException {
    List<String> reports = new ArrayList<>();
    Act act = new Act("case", null, null, "serviceTask_sendLetter", 1, Instant.EPOCH, Instant.EPOCH, Map.of(),
        Clock.systemUTC(), (same, words) -> reports.add(words));
    try (InputStream answer = act.reporting(new ByteArrayInputStream(new byte[13_000_000]))) {
      answer.read();
      answer.readNBytes(500_000);
      answer.readAllBytes();
    }
    assertThat(reports).startsWith("1 KB diterima").contains("489 KB diterima").endsWith("12,4 MB diterima");
  }

  @OnBothDatabases
  void doesNotHarmTheActByAReportThatCannotBeKept(Database database) {
    aFollowedLetterOn(database);
    send(act -> {
      act.report("tidak dapat disimpan di PostgreSQL: \0");
      workshop.reports.write();
      return post.take(act);
    });
    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_sent");
  }

  @OnBothDatabases
  void saysThatAlurFindsOutWhatCameOfIt(Database database) {
    aFollowedLetterOn(database);
    post.answering(act -> ActOutcome.unknown("Kantor pos tutup."));
    send(act -> ActOutcome.unknown("Tidak ada jawaban."));
    assertThat(progress().state()).isEqualTo(State.CHECKING);
    assertThat(progress().sentence()).startsWith("Dikirim pukul 10.00 WIB; jawabannya belum diterima.");
  }

  @OnBothDatabases
  void saysWhenItIsTriedAgainAndWhy(Database database) {
    aFollowedLetterOn(database);
    send(act -> certainlyNot("Kantor pos penuh.", Duration.ofMinutes(5)));
    assertThat(progress()).isEqualTo(new Progress(State.RETRYING, "Menunggu sampai pukul 10.05 WIB untuk mencoba lagi. "
        + "Percobaan sebelumnya tidak berhasil: Kantor pos penuh."));
    pass(Duration.ofMinutes(5));
    assertThat(progress().sentence()).startsWith("Sekarang dicoba lagi.");
  }

  @OnBothDatabases
  void saysTheDayOfWhatIsNotToday(Database database) {
    aFollowedLetterOn(database);
    send(act -> certainlyNot("Kantor pos libur.", Duration.ofDays(1)));
    assertThat(progress().sentence()).startsWith("Menunggu sampai 25 November 2026 pukul 10.00 WIB");
  }

  @OnBothDatabases
  void keepsTechnicalWordsFromPeople(Database database) {
    aFollowedLetterOn(database);
    post.repeatable();
    send(act -> {
      throw new IllegalStateException("stempel hilang");
    });
    assertThat(progress().sentence()).contains("gangguan teknis").doesNotContain("stempel");
  }

  @OnBothDatabases
  void saysThatItIsNotTriedAnyMore(Database database) {
    aFollowedLetterOn(database);
    post.withoutHumanTwin();
    send(act -> certainlyNot("Alamat tidak diizinkan."));
    assertThat(progress().state()).isEqualTo(State.STOPPED);
    assertThat(progress().sentence()).contains("Alamat tidak diizinkan. Hubungi pengelola Alur.");
  }

  @OnBothDatabases
  void knowsWhoseTaskIsOverWithTheAct(Database database) {
    aFollowedLetterOn(database);
    assertThat(workshop.progress.isOver(following.getId(), "siti")).isFalse();
    send(post::take);
    assertThat(workshop.progress.isOver(following.getId(), "siti")).isTrue();
    assertThat(workshop.progress.isOver(following.getId(), "wati")).isFalse();
    assertThat(progress().state()).as("for a task that is still there").isEqualTo(State.ENDED);
  }

  private void send(Function<Act, ActOutcome> how) {
    workshop.runner(post.performing(how)).runOnce();
  }

  private Progress progress() {
    return workshop.progress.of(following, "serviceTask_sendLetter");
  }
}
