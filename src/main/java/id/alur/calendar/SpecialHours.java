package id.alur.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Other hours than usual for some time, such as those of Ramadan.
 *
 * @param from the first day, in the zone of the unit
 * @param to the last day, included; at most a year later, so that a mistyped year does not close a unit for ever
 * @param workingHours of the weekdays that change; the others keep their usual hours
 * @throws IllegalArgumentException with a sentence for the operator
 */
record SpecialHours(
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
    @DefaultValue Map<DayOfWeek, List<Hours>> workingHours) {

  SpecialHours {
    if (from == null || to == null) {
      throw new IllegalArgumentException("Jam kerja khusus memerlukan from dan to, seperti 2027-02-08.");
    }
    if (from.isAfter(to) || to.isAfter(from.plusYears(1))) {
      throw new IllegalArgumentException("Jam kerja khusus dari " + from + " sampai " + to + " tidak dapat dipakai: "
          + "akhirnya tidak boleh sebelum awalnya, dan paling lama setahun sesudahnya.");
    }
    if (workingHours.isEmpty()) {
      throw new IllegalArgumentException("Jam kerja khusus dari " + from + " sampai " + to + " tidak menyebut satu hari "
          + "pun. Tulis jamnya untuk setiap hari yang berubah; hari yang tutup ditulis tanpa jam.");
    }
    workingHours = new Week(workingHours).days();
  }

  boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  boolean overlaps(SpecialHours later) {
    return !later.from.isAfter(to);
  }
}
