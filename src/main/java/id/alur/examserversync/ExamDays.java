package id.alur.examserversync;

import id.alur.engine.Refusals;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The days of sync and test as a proctor enters them (ES-1): patching opens on the one (ES-T), and after the other nothing
 * may be erased.
 */
final class ExamDays {

  private ExamDays() {}

  /**
   * Notes at both fields what is wrong with the two dates, which should be in ISO 8601.
   *
   * @param today in the school's zone
   */
  static void check(String syncDate, String examDate, LocalDate today, Refusals refusals) {
    String sync = ExamServerSync.SYNC_DATE.name();
    String exam = ExamServerSync.EXAM_DATE.name();
    Optional<LocalDate> syncDay = date(syncDate);
    Optional<LocalDate> examDay = date(examDate);
    boolean isOver = examDay.filter(today::isAfter).isPresent();
    refusals
        .when(examDay.isEmpty(), exam, "Isi tanggalnya, misalnya " + today.plusDays(2) + ".")
        .when(isOver, exam,
            "Hari tes sudah lewat: jangan menghapus apa pun di server ini. Periksa tanggalnya.")
        .when(examDay.filter(today.plusYears(1)::isBefore).isPresent(), exam,
            "Hari tes lebih dari setahun lagi. Periksa tahunnya.")
        .when(syncDay.isEmpty(), sync, "Isi tanggalnya, misalnya " + today + ".")
        .when(syncDay.filter(today::isAfter).isPresent(), sync,
            "Hari sinkronisasi sudah lewat. Bila sinkronisasinya disusulkan, isi hari ini.")
        .when(!isOver && syncDay.isPresent() && examDay.filter(syncDay.get()::isAfter).isPresent(), sync,
            "Hari sinkronisasi sesudah hari tes. Cocokkan kedua tanggal dengan jadwal di web UBK.");
  }

  private static Optional<LocalDate> date(String typed) {
    try {
      return Optional.ofNullable(typed).map(LocalDate::parse);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
