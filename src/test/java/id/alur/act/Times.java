package id.alur.act;

import java.util.Collection;
import java.util.Locale;

/** Durations of one kind in milliseconds, of which the slow ones count. */
public final class Times {

  private final double[] sorted;

  public Times(Collection<? extends Number> milliseconds) {
    sorted = milliseconds.stream().mapToDouble(Number::doubleValue).sorted().toArray();
  }

  public int count() {
    return sorted.length;
  }

  /** What so many percent of them did not exceed. */
  public double percentile(int percent) {
    return sorted[(sorted.length - 1) * percent / 100];
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "shortest %.0f ms, median %.0f ms, 95 %% %.0f ms, longest %.0f ms (%d)",
        percentile(0), percentile(50), percentile(95), percentile(100), count());
  }
}
