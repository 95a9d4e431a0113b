package id.alur.act;

import static id.alur.act.ActWorkshop.pass;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Procedure;
import id.alur.act.ActDecisions.Doubt;
import id.alur.act.ActInDoubt.Decision;
import id.alur.act.JournalEntry.State;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;

/** siti finds out whether a letter arrived that was sent at 10.00.00 WIB. */
class ActDecisionsTest {

  private static final Duration OVER = Post.DEADLINE.plus(ActWorkshop.settings().margin());

  private final Post post = new Post();
  private ActWorkshop workshop;
  private String letter;

  private void aLetterInDoubtOn(Database database) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> ActOutcome.unknown("Tidak ada jawaban."))).runOnce();
    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_findOut");
  }

  private void aLetterOn(Database database) {
    workshop = ActWorkshop.on(database);
    Procedure.itIs("2026-11-24T03:00:00Z");
    letter = workshop.start();
  }

  @AfterEach
  void cleanUp() {
    workshop.engine.getRuntimeService().deleteProcessInstance(letter, "end of test");
    ClockUtil.reset();
  }

  @OnBothDatabases
  void keepsThatItHappenedWithWhoAndHow(Database database) {
    aLetterInDoubtOn(database);
    workshop.complete(letter, Map.of("actDecision", Decision.HAPPENED, "actReference", "4711", "actEvidence", "Lihat di layar."));

    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_sent");
    JournalEntry act = workshop.lastActOf(letter).orElseThrow();
    assertThat(act.state()).isEqualTo(State.DECIDED);
    assertThat(act.decidedBy()).isEqualTo("siti");
    assertThat(act.outcome()).isEqualTo("happened (4711): Lihat di layar.");
  }

  @OnBothDatabases
  void sendsAgainAfterSheFoundThatItDidNotHappen(Database database) {
    aLetterInDoubtOn(database);
    pass(OVER);
    workshop.complete(letter, answer(Decision.DID_NOT_HAPPEN));
    workshop.runner(post.performing(post::take)).runOnce();

    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_sent");
    assertThat(workshop.lastActOf(letter).orElseThrow().round()).isEqualTo(2);
  }

  @OnBothDatabases
  void doesNotBelieveThatItDidNotHappenWhileItStillMay(Database database) {
    aLetterInDoubtOn(database);
    assertThat(refusals(answer(Decision.DID_NOT_HAPPEN)).get("actDecision"))
        .contains("masih dapat tiba sampai 24 November 2026 pukul 10.02.00 WIB");
    assertThat(workshop.lastActOf(letter).orElseThrow().state()).isEqualTo(State.INTENT);
  }

  @OnBothDatabases
  void needsADecisionAndHowSheFoundOut(Database database) {
    aLetterInDoubtOn(database);
    assertThat(refusals(Map.of("actDecision", "perhaps"))).containsOnlyKeys("actDecision", "actEvidence");
  }

  @OnBothDatabases
  void takesTheAnswerThatCameMeanwhileInsteadOfHers(Database database) {
    aLetterWhoseAnswerComesLateOn(database, ActOutcome.done().with(Post.NUMBER, 4711L));
    assertThat(doubt().state()).isEqualTo(Doubt.State.HAPPENED);
    assertThat(doubt().sentence()).contains("hal itu terjadi (4711)");

    assertThat(refusals(answer(Decision.DID_NOT_HAPPEN)).get("actDecision")).contains("hal itu terjadi (4711)");
    workshop.complete(letter, answer(Decision.HAPPENED));
    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_sent");
    assertThat(workshop.engine.getRuntimeService().getVariable(letter, "letterNumber")).isEqualTo(4711L);
    JournalEntry act = workshop.lastActOf(letter).orElseThrow();
    assertThat(act.state()).isEqualTo(State.DONE);
    assertThat(act.deliveredAt()).isNotNull();
    assertThat(act.decidedBy()).isNull();
  }

  @OnBothDatabases
  void takesARefusalThatCameMeanwhileAsNotHappened(Database database) {
    aLetterWhoseAnswerComesLateOn(database, ActOutcome.businessError("letter.refused"));
    assertThat(refusals(answer(Decision.HAPPENED)).get("actDecision")).contains("ditolak");
    workshop.complete(letter, answer(Decision.DID_NOT_HAPPEN));
    assertThat(workshop.positionOf(letter)).isEqualTo("serviceTask_sendLetter");
  }

  @OnBothDatabases
  void keepsHerDecisionWhenTheAnswerComesAfterIt(Database database) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> {
      aPersonIsAsked();
      workshop.complete(letter, answer(Decision.DID_NOT_HAPPEN));
      return ActOutcome.done();
    })).runOnce();
    assertThat(workshop.lastActOf(letter).orElseThrow().state()).isEqualTo(State.DECIDED);
  }

  @OnBothDatabases
  void saysWhatIsKnownWhenTheFormIsOpened(Database database) {
    aLetterInDoubtOn(database);
    assertThat(doubt().state()).isEqualTo(Doubt.State.MAY_STILL_HAPPEN);
    pass(OVER);
    assertThat(doubt()).isEqualTo(new Doubt(Doubt.State.UNKNOWN, "Pada 24 November 2026 pukul 10.00.00 WIB Alur mengirim: "
        + "satu surat. Jawabannya tidak diterima, dan Alur tidak mengirimnya lagi. "
        + "Periksa di tempat tujuan apakah kiriman itu ada."));
    workshop.complete(letter, answer(Decision.DID_NOT_HAPPEN));
    assertThat(doubt()).isEqualTo(Doubt.NONE);
  }

  /** The node was frozen while it called; another one asked siti before the call came back. */
  private void aLetterWhoseAnswerComesLateOn(Database database, ActOutcome answer) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> {
      aPersonIsAsked();
      return answer;
    })).runOnce();
  }

  private void aPersonIsAsked() {
    pass(OVER);
    workshop.runner(new Post()).runOnce();
    assertThat(workshop.positionOf(letter)).isEqualTo("userTask_findOut");
  }

  private Doubt doubt() {
    return workshop.decisions.doubt(letter, "serviceTask_sendLetter");
  }

  private Map<String, String> refusals(Map<String, Object> answer) {
    return Procedure.refusalsOf(() -> workshop.complete(letter, answer));
  }

  private static Map<String, Object> answer(String decision) {
    return Map.of("actDecision", decision, "actEvidence", "Lihat di layar.");
  }
}
