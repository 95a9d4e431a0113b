package id.alur.crash;

import id.alur.partner.sister.SisterAutosyncSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator.Mood;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A node, with people at it, that will be killed while a case stands at each of the chosen points. */
final class DoomedNode {

  private static final Duration LONGEST_WAY = Duration.ofSeconds(60);
  private static final int LONGEST_LIFE_IN_MILLIS = 6_000;

  private final Node node;
  private final Set<Point> points;
  private final Installation alur;
  private final SisterAutosyncSimulator sister;
  private Staff staff;

  private DoomedNode(Node node, Set<Point> points, Installation alur) {
    this.node = node;
    this.points = points;
    this.alur = alur;
    this.sister = alur.partners().sister();
  }

  static DoomedNode atAllPoints(Installation alur, String name) throws IOException {
    return start(alur, name, alur.duties().points());
  }

  /** At a few of the points, or at none. */
  static DoomedNode atSomePoints(Installation alur, String name) throws IOException {
    Set<Point> some = EnumSet.noneOf(Point.class);
    for (Point point : alur.duties().points()) {
      if (ThreadLocalRandom.current().nextInt(4) == 0) {
        some.add(point);
      }
    }
    return start(alur, name, some);
  }

  private static DoomedNode start(Installation alur, String name, Set<Point> points) throws IOException {
    boolean hasAccount = ThreadLocalRandom.current().nextBoolean();
    return new DoomedNode(alur.start(name, hasAccount, points), points, alur);
  }

  Node node() {
    return node;
  }

  /** People come to it as soon as it has started, and start so many cases. */
  void open(int newCases) {
    if (points.contains(Point.DURING_AUTOSYNC)) {
      sister.next(Mood.DRIPS_BODY);
    }
    staff = alur.staff(node, newCases);
  }

  /** Kills it as soon as there is a case at each point; fails if there never is. */
  void killAtThePoints() throws InterruptedException {
    try {
      awaitPoints(LONGEST_WAY);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("No case at " + points.stream().filter(point -> !isHeldAt(point)).toList()
          + "; what people were refused: " + alur.ledger().refusals() + "\n" + node.log(), e);
    }
    kill();
  }

  /** Kills it after a random time, or as soon as there is a case at each point. */
  void killSomewhere() throws InterruptedException {
    Duration life = Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_IN_MILLIS));
    try {
      awaitPoints(life);
    } catch (ConditionTimeoutException anywhere) {
      // as good a moment as any
    }
    kill();
  }

  private void kill() throws InterruptedException {
    node.kill();
    staff.close();
  }

  /** Lets it live until all cases are at their end, and then stops it as an operator does. */
  void endWell() throws IOException, InterruptedException {
    node.spare();
    staff.close();
    try (Staff lateShift = alur.staff(node, 0)) {
      alur.awaitEndOfAllCases(node);
    }
    node.askToStop();
    node.awaitEnd();
  }

  private void awaitPoints(Duration atMost) {
    Awaitility.await("cases at " + points).atMost(atMost.plusMillis(1)).pollDelay(Duration.ZERO)
        .pollInterval(20, TimeUnit.MILLISECONDS).until(() -> !points.isEmpty() && points.stream().allMatch(this::isHeldAt));
  }

  private boolean isHeldAt(Point point) {
    return point == Point.DURING_AUTOSYNC ? !sister.awaitsNext() : node.isHeldAt(point);
  }
}
