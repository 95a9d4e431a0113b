package id.alur.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One node on H2, killed again and again while people and Alur work: first at each {@link Point}, then anywhere. */
class KilledNodeIT {

  private static final int ROUNDS = Integer.getInteger("alur.rounds", 1);
  private static final int NEW_CASES = 8;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  @Test
  void losesNothingAndSendsNothingTwice() throws Exception {
    try (Installation alur = Installation.onH2(folder)) {
      DoomedNode node = DoomedNode.atAllPoints(alur, "node");
      node.open(NEW_CASES);
      node.killAtThePoints();
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
      System.out.printf("%d rounds on H2: %s%n", ROUNDS, alur.checkEnd());
    }
  }
}
