package id.alur.calendar;

import java.time.LocalDate;

/**
 * A day off in all of Indonesia.
 *
 * @param name as the government's joint decree (SKB) calls it, in Bahasa Indonesia
 */
public record Holiday(LocalDate date, String name, Kind kind) {

  /** What the decree makes of the day; both close a {@link Window}. */
  public enum Kind {
    NATIONAL("libur"),
    JOINT_LEAVE("cuti bersama");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    static Kind of(String label) {
      for (Kind kind : values()) {
        if (kind.label.equals(label)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("\"" + label + "\" is neither \"libur\" nor \"cuti bersama\"");
    }
  }
}
