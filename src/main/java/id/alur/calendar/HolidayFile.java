package id.alur.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The holidays of one year as text, named {@code 2026.csv}.
 *
 * <p>A line a day, {@code date,name,kind}, with kind "libur" or "cuti bersama"; {@code #} before a remark.
 */
record HolidayFile(String name, String content) {

  private static final String HEADING = "date,name,kind";
  // Windows' Notepad puts it at the start of a file.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  Year year() {
    try {
      return Year.parse(name.replace(".csv", ""));
    } catch (DateTimeException e) {
      throw unreadable("namanya harus tahun, misalnya 2028.csv", e);
    }
  }

  List<Holiday> holidays() {
    List<Holiday> holidays = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    int number = 0;
    for (String line : content.replace(BYTE_ORDER_MARK, "").lines().map(String::strip).toList()) {
      number++;
      if (line.isEmpty() || line.startsWith("#") || line.equals(HEADING)) {
        continue;
      }
      Holiday holiday = parse(number, line);
      if (!seen.add(holiday.date())) {
        throw unreadable("baris " + number + " mengulang tanggal " + holiday.date(), null);
      }
      holidays.add(holiday);
    }
    return holidays;
  }

  private Holiday parse(int number, String line) {
    try {
      String[] cells = line.split(",", -1);
      Holiday holiday = new Holiday(LocalDate.parse(cells[0]), cells[1], Holiday.Kind.of(cells[2]));
      if (cells.length > 3 || holiday.name().isBlank() || !Year.from(holiday.date()).equals(year())) {
        throw new IllegalArgumentException(line);
      }
      return holiday;
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw unreadable("baris " + number + " harus seperti \"" + year() + "-08-17,Proklamasi Kemerdekaan,libur\"", e);
    }
  }

  private IllegalStateException unreadable(String fault, Exception cause) {
    return new IllegalStateException(
        "Berkas hari libur " + name + " tidak terbaca: " + fault + ". Perbaiki berkas itu, lalu jalankan Alur lagi.",
        cause);
  }
}
