package id.alur.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node killed while a proctor presses START SYNC and records nine green, and while machines wait for the gate, which
 * opens before the next one runs: first at each {@link Point}, then anywhere.
 */
class KilledExamNodeIT {

  private static final int ROUNDS = Integer.getInteger("alur.rounds", 1);
  private static final int NEW_CASES = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  @Test
  void losesNothingThatWasAcknowledged() throws Exception {
    losesNothing(Installation.onH2(folder, partners -> new ExamSyncDuties()));
  }

  @Test
  @EnabledIfSystemProperty(named = "alur.rounds", matches = ".+", disabledReason = "takes minutes: see README")
  void losesNothingThatWasAcknowledgedOnPostgres() throws Exception {
    losesNothing(Installation.onPostgres(folder, partners -> new ExamSyncDuties()));
  }

  private static void losesNothing(Installation installation) throws Exception {
    try (Installation alur = installation) {
      DoomedNode node = DoomedNode.atAllPoints(alur, "node");
      node.open(NEW_CASES);
      node.killAtThePoints();
      assertThat(alur.casesAt("userTask_startSync")).as("START SYNC open, or written and not committed").isPositive();
      assertThat(alur.casesAt("userTask_waitForPatching")).as("machines that wait for the gate").isPositive();
      for (int round = 2; round <= ROUNDS; round++) {
        alur.check();
        node = DoomedNode.atSomePoints(alur, "node");
        node.open(NEW_CASES);
        node.killSomewhere();
      }
      alur.check();
      DoomedNode last = DoomedNode.atSomePoints(alur, "node");
      last.open(0);
      last.endWell();
      System.out.printf("%d rounds: %d machines ready, 0 lost, 0 twice%n", ROUNDS, alur.checkAllEnded());
    }
  }
}
