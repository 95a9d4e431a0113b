package id.alur.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the first thread that comes to each of the chosen points, so that the process can be killed with a case standing
 * exactly there. A file named like the point tells that it was reached. Once there is a file {@value #SPARED} nobody is
 * held any longer.
 */
final class HoldPoints {

  static final String SPARED = "SPARED";

  private final Set<Point> open = ConcurrentHashMap.newKeySet();
  private final Path folder;
  private final CountDownLatch never = new CountDownLatch(1);

  HoldPoints(List<Point> points, Path folder) {
    this.open.addAll(points);
    this.folder = folder;
  }

  void pass(Point point) {
    if (open.remove(point)) {
      hold(point);
    }
  }

  private void hold(Point point) {
    try {
      Files.createFile(folder.resolve(point.name()));
      while (!Files.exists(folder.resolve(SPARED))) {
        never.await(20, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
