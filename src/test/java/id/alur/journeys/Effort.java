package id.alur.journeys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What Alur adds to a person's work: clicks, fields typed into, their characters, and waiting; task by task. */
final class Effort {

  private final Map<String, Load> byTask = new LinkedHashMap<>();
  private Load current = new Load();
  private long sentAt;

  /** From now on the work belongs to this task. */
  void at(String task) {
    if (sentAt != 0) {
      current.waiting = current.waiting.plusNanos(System.nanoTime() - sentAt);
      sentAt = 0;
    }
    current = byTask.computeIfAbsent(task, name -> new Load());
  }

  void clicked(int times) {
    current.clicks += times;
  }

  void typed(int characters) {
    current.fields++;
    current.characters += characters;
  }

  /** The form was sent: the person waits until the next task is there. */
  void sent() {
    sentAt = System.nanoTime();
  }

  /** A line per task, and one for all. */
  String report(String path) {
    StringBuilder lines = new StringBuilder();
    Load whole = new Load();
    byTask.forEach((task, load) -> {
      lines.append("  %s: %s%n".formatted(task, load));
      whole.add(load);
    });
    return lines.append("%s: %s%n".formatted(path, whole)).toString();
  }

  private static final class Load {
    private int clicks;
    private int fields;
    private int characters;
    private Duration waiting = Duration.ZERO;

    private void add(Load other) {
      clicks += other.clicks;
      fields += other.fields;
      characters += other.characters;
      waiting = waiting.plus(other.waiting);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d clicks, %d fields, %d characters, %.1f s of waiting",
          clicks, fields, characters, waiting.toMillis() / 1000.0);
    }
  }
}
