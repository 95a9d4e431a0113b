package id.alur.calendar;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

  @TempDir
  private Path operatorsFolder;

  @Test
  void countsTheDaysOfTheJointDecrees() {
    assertThat(kinds(2026)).isEqualTo(Map.of(Holiday.Kind.NATIONAL, 17L, Holiday.Kind.JOINT_LEAVE, 8L));
    assertThat(kinds(2027)).isEqualTo(Map.of(Holiday.Kind.NATIONAL, 18L, Holiday.Kind.JOINT_LEAVE, 8L));
  }

  @Test
  void takesTheseTuesdaysAndFridaysFromTheManualSync() {
    assertThat(lostWindows(2026)).containsExactly(
        "01-16", "02-17", "03-20", "03-24", "04-03", "05-01", "05-15", "06-16", "08-25", "12-25");
    assertThat(lostWindows(2027)).containsExactly(
        "01-01", "01-05", "02-05", "03-09", "03-12", "03-26", "05-18", "06-01", "08-17", "12-24");
  }

  @Test
  void marksWhatTheMoonStillDecides() {
    assertThat(read().on(LocalDate.of(2027, 3, 10))).map(Holiday::name).contains("Idul Fitri 1448 Hijriah (perkiraan)");
    assertThat(read().on(LocalDate.of(2027, 8, 17))).map(Holiday::name).contains("Proklamasi Kemerdekaan");
  }

  @Test
  void admitsTheYearsThatItDoesNotKnow() {
    Holidays holidays = read();
    assertThat(holidays.knows(2027)).isTrue();
    assertThat(holidays.knows(2028)).isFalse();
    assertThat(holidays.unknownBetween(LocalDate.of(2025, 12, 1), LocalDate.of(2028, 1, 1)))
        .containsExactly(Year.of(2025), Year.of(2028));
  }

  @Test
  void readsTheOperatorsYear() throws IOException {
    write("2028.csv", "\uFEFFdate,name,kind\r\n# SKB\r\n2028-08-17,Proklamasi Kemerdekaan,libur\r\n");
    assertThat(read().on(LocalDate.of(2028, 8, 17))).isPresent();
  }

  @Test
  void prefersTheOperatorsFileToItsOwn() throws IOException {
    write("2026.csv", "2026-12-26,Kelahiran Yesus Kristus,cuti bersama\n");
    assertThat(read().on(LocalDate.of(2026, 12, 26))).isPresent();
    assertThat(read().on(LocalDate.of(2026, 12, 25))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "2028-02-30,Tanggal yang tidak ada,libur",
      "17/08/2028,Proklamasi Kemerdekaan,libur",
      "2027-08-17,Tahun lain,libur",
      "2028-08-17,Proklamasi Kemerdekaan,hari kerja",
      "2028-08-17;Proklamasi Kemerdekaan;libur",
      "2028-08-17,,libur",
      "2028-08-17,Proklamasi Kemerdekaan",
      "2028-08-17,Proklamasi, Kemerdekaan,libur",
      "2028-01-01,Tahun Baru 2028 Masehi,libur"})
  void saysWhichLineItCannotRead(String line) throws IOException {
    write("2028.csv", "date,name,kind\n2028-01-01,Tahun Baru 2028 Masehi,libur\n" + line + "\n");
    assertThatIllegalStateException().isThrownBy(this::read)
        .withMessageContaining("2028.csv")
        .withMessageContaining("baris 3");
  }

  @Test
  void saysThatAFileMustBeNamedAfterItsYear() throws IOException {
    write("libur.csv", "2028-01-01,Tahun Baru 2028 Masehi,libur\n");
    assertThatIllegalStateException().isThrownBy(this::read).withMessageContaining("libur.csv");
  }

  private Holidays read() {
    return new Holidays(new HolidayFiles(operatorsFolder).read());
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(operatorsFolder.resolve(name), content);
  }

  private Map<Holiday.Kind, Long> kinds(int year) {
    return ofYear(year).stream().collect(groupingBy(Holiday::kind, counting()));
  }

  private List<String> lostWindows(int year) {
    Set<DayOfWeek> days = Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    return ofYear(year).stream().map(Holiday::date).filter(date -> days.contains(date.getDayOfWeek()))
        .map(date -> date.toString().substring(5)).toList();
  }

  private List<Holiday> ofYear(int year) {
    Holidays holidays = read();
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
        .flatMap(date -> holidays.on(date).stream())
        .toList();
  }
}
