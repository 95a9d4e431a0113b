package id.alur.act;

import static id.alur.act.ActOutcome.businessError;
import static id.alur.act.ActOutcome.certainlyNot;
import static id.alur.act.ActOutcome.unknown;
import static id.alur.act.ActWorkshop.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.Procedure;
import id.alur.act.JournalEntry.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;

/** The machine's power fails, in these tests, where a worker throws {@link PowerCut}. */
class ActPerformerTest {

  private static final Duration LEASE = ActWorkshop.settings().lease();
  private static final Duration OVER = Post.DEADLINE.plus(ActWorkshop.settings().margin());

  private final Post post = new Post();
  private ActWorkshop workshop;
  private String letter;

  private void aLetterOn(Database database) {
    workshop = ActWorkshop.on(database);
    Procedure.itIs("2026-11-24T03:00:00Z");
    letter = workshop.start();
  }

  @AfterEach
  void cleanUp() {
    workshop.filing(execution -> { });
    workshop.engine.getRuntimeService().createProcessInstanceQuery().list()
        .forEach(found -> workshop.engine.getRuntimeService().deleteProcessInstance(found.getId(), "end of test"));
    ClockUtil.reset();
  }

  @OnBothDatabases
  void givesTheResultToTheCaseAndKeepsIt(Database database) {
    aLetterOn(database);
    assertThat(workshop.runner(post).runOnce()).isEqualTo(1);

    assertPosition("userTask_sent");
    assertThat(variable("letterNumber")).isEqualTo(4711L);
    assertThat(variable("letterColour")).isEqualTo("biru");
    JournalEntry act = lastAct();
    assertThat(act.state()).isEqualTo(State.DONE);
    assertThat(act.round()).isEqualTo(1);
    assertThat(act.sent()).isEqualTo("satu surat");
    assertThat(act.outcome()).contains("4711", "biru");
    assertThat(act.node()).startsWith("node-");
    assertThat(act.startedAt()).isEqualTo("2026-11-24T03:00:00Z");
    assertThat(act.deadlineAt()).isEqualTo("2026-11-24T03:00:30Z");
    assertThat(act.deliveredAt()).isNotNull();
  }

  @OnBothDatabases
  void countsANewRoundWhenTheProcedureSendsAgain(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.performing(
        act -> act.round() == 1 ? businessError("letter.refused").with(Post.COLOUR, "merah") : post.take(act)));
    node.runOnce();
    assertPosition("userTask_correct");
    assertThat(variable("letterColour")).isEqualTo("merah");
    workshop.complete(letter, Map.of());
    node.runOnce();

    assertPosition("userTask_sent");
    assertThat(lastAct().round()).isEqualTo(2);
  }

  @OnBothDatabases
  void triesAgainLaterWhatCertainlyDidNotHappen(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.performing(act -> act.round() == 1
        ? certainlyNot("Kantor pos penuh.", Duration.ofMinutes(5)) : post.take(act)));
    node.runOnce();
    assertThat(lastAct().state()).isEqualTo(State.CERTAINLY_NOT);
    assertThat(lastAct().outcome()).isEqualTo("Kantor pos penuh.");
    pass(Duration.ofMinutes(4));
    assertThat(node.runOnce()).isZero();
    pass(Duration.ofMinutes(2));
    node.runOnce();

    assertPosition("userTask_sent");
    assertThat(lastAct().round()).isEqualTo(2);
  }

  @OnBothDatabases
  void leadsToAPersonAfterTheLastAttempt(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.performing(act -> certainlyNot("Kantor pos penuh.", Duration.ofMinutes(5))));
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertPosition("serviceTask_sendLetter");
      node.runOnce();
      pass(Duration.ofMinutes(6));
    }
    assertPosition("userTask_sendByHand");
    assertThat(lastAct().round()).isEqualTo(3);
  }

  @OnBothDatabases
  void leadsToAPersonAtOnceWhenTryingAgainIsPointless(Database database) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> certainlyNot("Alamat tidak diizinkan."))).runOnce();
    assertPosition("userTask_sendByHand");
  }

  @OnBothDatabases
  void makesAnIncidentWhereNoPersonCanDoIt(Database database) {
    aLetterOn(database);
    workshop.runner(post.withoutHumanTwin().performing(act -> certainlyNot("Alamat tidak diizinkan."))).runOnce();
    assertPosition("serviceTask_sendLetter");
    assertThat(incident().getIncidentMessage()).isEqualTo("Alamat tidak diizinkan.");
  }

  @OnBothDatabases
  void asksAPersonWhatCameOfItAndNeverSendsAgainByItself(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.performing(act -> {
      post.take(act);
      return unknown("Tidak ada jawaban.");
    }));
    node.runOnce();
    assertPosition("userTask_findOut");
    assertThat(lastAct().state()).isEqualTo(State.INTENT);
    assertThat(lastAct().outcome()).isEqualTo("Tidak ada jawaban.");
    assertThat(post.lettersOf(letter)).isEqualTo(1);
  }

  @OnBothDatabases
  void countsWhatAWorkerThrowsAsUnknown(Database database) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> {
      throw new IllegalStateException("salah hitung");
    })).runOnce();
    assertPosition("userTask_findOut");
  }

  @OnBothDatabases
  void asksThePartnerBeforeAPerson(Database database) {
    aLetterOn(database);
    workshop.runner(post.answering(post::lookUp).performing(act -> {
      post.take(act);
      return unknown("Tidak ada jawaban.");
    })).runOnce();
    assertPosition("userTask_sent");
    assertThat(variable("letterNumber")).isEqualTo(4711L);
  }

  @OnBothDatabases
  void believesThatNothingArrivedOnlyWhenNothingCanArriveAnyMore(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.answering(post::lookUp).performing(
        act -> act.round() == 1 ? unknown("Tidak ada jawaban.") : post.take(act)));
    node.runOnce();
    pass(OVER.minusSeconds(1));
    node.runOnce();
    assertThat(lastAct().state()).isEqualTo(State.INTENT);
    assertPosition("serviceTask_sendLetter");

    pass(LEASE);
    node.runOnce();
    assertThat(lastAct().state()).isEqualTo(State.CERTAINLY_NOT);
    node.runOnce();
    assertPosition("userTask_sent");
    assertThat(lastAct().round()).isEqualTo(2);
  }

  @OnBothDatabases
  void asksAPersonAboutTheIntentOfADeadNodeAsSoonAsItsLeaseHasRunOut(Database database) {
    aLetterOn(database);
    cutPowerAfterSending();
    ActRunner survivor = workshop.runner(post);
    assertThat(survivor.runOnce()).as("the lease holds").isZero();
    pass(LEASE.plusMillis(1));
    survivor.runOnce();

    assertPosition("userTask_findOut");
    assertThat(post.lettersOf(letter)).isEqualTo(1);
  }

  @OnBothDatabases
  void asksThePartnerAboutTheIntentOfADeadNodeAsSoonAsItsLeaseHasRunOut(Database database) {
    aLetterOn(database);
    cutPowerAfterSending();
    pass(LEASE.plusMillis(1));
    workshop.runner(post.answering(post::lookUp)).runOnce();
    assertPosition("userTask_sent");
    assertThat(post.lettersOf(letter)).isEqualTo(1);
  }

  @OnBothDatabases
  void sendsAfterAPowerCutBeforeTheIntent(Database database) {
    aLetterOn(database);
    ActRunner dying = workshop.runner(post.describing(act -> {
      throw new PowerCut();
    }));
    assertThatThrownBy(dying::runOnce).isInstanceOf(PowerCut.class);
    pass(LEASE.plusMillis(1));
    workshop.runner(post.describing(act -> "satu surat")).runOnce();
    assertPosition("userTask_sent");
  }

  @OnBothDatabases
  void givesAResultToTheCaseThatAPowerCutKeptFromIt(Database database) {
    aLetterOn(database);
    ActRunner dying = workshop.runner(post, ActWorkshop.settings(), workshop.around(() -> {
      throw new PowerCut();
    }, () -> { }));
    assertThatThrownBy(dying::runOnce).isInstanceOf(PowerCut.class);
    assertThat(lastAct().state()).isEqualTo(State.DONE);
    assertThat(lastAct().deliveredAt()).isNull();
    pass(LEASE.plusMillis(1));
    workshop.runner(post).runOnce();

    assertPosition("userTask_sent");
    assertThat(variable("letterNumber")).isEqualTo(4711L);
    assertThat(post.lettersOf(letter)).isEqualTo(1);
    assertThat(lastAct().deliveredAt()).isNotNull();
  }

  @OnBothDatabases
  void takesBackTheDeliveryWhenTheCaseCouldNotTakeTheResult(Database database) {
    aLetterOn(database);
    ActRunner dying = workshop.runner(post, ActWorkshop.settings(), workshop.around(() -> { }, () -> {
      throw new PowerCut();
    }));
    assertThatThrownBy(dying::runOnce).isInstanceOf(PowerCut.class);
    assertPosition("serviceTask_sendLetter");
    assertThat(lastAct().deliveredAt()).isNull();
  }

  @OnBothDatabases
  void leavesTheResultToWhoeverHasTheLeaseNow(Database database) {
    aLetterOn(database);
    workshop.runner(post.performing(act -> {
      stealLease();
      return post.take(act);
    })).runOnce();
    assertThat(lastAct().state()).isEqualTo(State.DONE);
    assertPosition("serviceTask_sendLetter");
    pass(LEASE.plusMillis(1));
    workshop.runner(post).runOnce();
    assertPosition("userTask_sent");
    assertThat(post.lettersOf(letter)).isEqualTo(1);
  }

  @OnBothDatabases
  void sendsNothingAfterBeingFrozenPastTheDeadline(Database database) {
    aLetterOn(database);
    workshop.runner(post.describing(act -> {
      pass(Post.DEADLINE);
      return "satu surat";
    })).runOnce();
    assertThat(post.lettersOf(letter)).isZero();
    assertThat(lastAct().state()).isEqualTo(State.CERTAINLY_NOT);
  }

  @OnBothDatabases
  void sendsNothingOfWhatItFetchedBeforeItWasFrozenAndAnotherNodeHasDone(Database database) {
    aLetterOn(database);
    String other = workshop.start();
    AtomicBoolean freezes = new AtomicBoolean(true);
    post.performing(act -> {
      if (freezes.getAndSet(false)) {
        pass(LEASE.plusMillis(1));
        workshop.runner(post).runOnce();
      }
      return post.take(act);
    });
    workshop.runner(post).runOnce();
    assertThat(List.of(letter, other)).allSatisfy(each -> assertThat(post.lettersOf(each)).isEqualTo(1));
  }

  @OnBothDatabases
  void makesAnIncidentOfAModelThatFailsAfterTheActAndSendsNothingAgain(Database database) {
    aLetterOn(database);
    workshop.filing(execution -> {
      throw new IllegalStateException("no archive");
    });
    ActRunner node = workshop.runner(post);
    for (int attempt = 1; attempt <= 3; attempt++) {
      node.runOnce();
      pass(Duration.ofMinutes(2));
    }
    assertThat(incident()).isNotNull();
    workshop.filing(execution -> { });
    workshop.externalTasks.setRetries(externalTask().getId(), 1);
    node.runOnce();

    assertPosition("userTask_sent");
    assertThat(post.lettersOf(letter)).isEqualTo(1);
  }

  @OnBothDatabases
  void makesAnIncidentOfAnErrorThatTheModelDoesNotCatch(Database database) {
    aLetterOn(database);
    ActRunner node = workshop.runner(post.performing(act -> businessError("letter.eaten")));
    for (int attempt = 1; attempt <= 3; attempt++) {
      node.runOnce();
      pass(Duration.ofMinutes(2));
    }
    assertThat(incident().getIncidentMessage()).contains("letter.eaten");
  }

  @OnBothDatabases
  void repeatsAQuestionWithoutJournal(Database database) {
    aLetterOn(database);
    AtomicReference<ActOutcome> answer = new AtomicReference<>(unknown("Tidak ada jawaban."));
    ActRunner node = workshop.runner(post.repeatable().performing(act -> answer.get()));
    node.runOnce();
    assertPosition("serviceTask_sendLetter");
    pass(Duration.ofMinutes(2));
    answer.set(ActOutcome.done());
    node.runOnce();

    assertPosition("userTask_sent");
    assertThat(workshop.lastActOf(letter)).isEmpty();
  }

  private void cutPowerAfterSending() {
    ActRunner dying = workshop.runner(new Post().performing(act -> {
      post.take(act);
      throw new PowerCut();
    }));
    assertThatThrownBy(dying::runOnce).isInstanceOf(PowerCut.class);
  }

  private void stealLease() {
    workshop.externalTasks.unlock(externalTask().getId());
    workshop.externalTasks.lock(externalTask().getId(), "somebody else", LEASE.toMillis());
  }

  private void assertPosition(String activityId) {
    assertThat(workshop.positionOf(letter)).isEqualTo(activityId);
  }

  private JournalEntry lastAct() {
    return workshop.lastActOf(letter).orElseThrow();
  }

  private Object variable(String name) {
    return workshop.engine.getRuntimeService().getVariable(letter, name);
  }

  private ExternalTask externalTask() {
    return workshop.externalTasks.createExternalTaskQuery().processInstanceId(letter).singleResult();
  }

  private Incident incident() {
    return workshop.engine.getRuntimeService().createIncidentQuery().processInstanceId(letter).singleResult();
  }

  private static final class PowerCut extends Error {}
}
