package id.alur.crash;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL, both started at once on an empty database, of which one is killed again and again while
 * people and Alur work at both: first at each {@link Point}, then anywhere.
 */
class KilledNodesIT {

  private static final int ROUNDS = Integer.getInteger("alur.rounds", 2);
  private static final int NEW_CASES = 5;
  private static final int ENOUGH_FOR_ALL_POINTS = 40;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder;

  @Test
  void loseNothingAndSendNothingTwice() throws Exception {
    try (Installation alur = Installation.onPostgres(folder)) {
      Deque<DoomedNode> nodes = new ArrayDeque<>();
      nodes.add(DoomedNode.atAllPoints(alur, "first"));
      nodes.add(DoomedNode.atSomePoints(alur, "second"));
      nodes.peekFirst().open(ENOUGH_FOR_ALL_POINTS);
      nodes.peekLast().open(0);
      nodes.peek().killAtThePoints();
      for (int round = 2; round <= ROUNDS; round++) {
        alur.check();
        DoomedNode again = DoomedNode.atSomePoints(alur, nodes.remove().node().name());
        again.open(NEW_CASES);
        nodes.add(again);
        nodes.peek().killSomewhere();
      }
      nodes.remove();
      nodes.remove().endWell();
      System.out.printf("%d rounds on PostgreSQL with two nodes: %s%n", ROUNDS, alur.checkEnd());
    }
  }
}
