package id.alur.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HolidayWatchTest {

  @TempDir
  private Path operatorsFolder;

  @Test
  void missesNothingWhileTheComingSixtyDaysAreKnown() {
    assertThat(watchAt("2027-11-01T16:59:59Z").missingYears()).isEmpty();
  }

  @Test
  void missesTheYearThatTheComingSixtyDaysReachInJakarta() {
    assertThat(watchAt("2027-11-01T17:00:00Z").missingYears()).containsExactly(Year.of(2028));
  }

  @Test
  void namesTheFileThatIsMissing(CapturedOutput output) {
    watchAt("2027-12-01T00:00:00Z").warnOfMissingYears();
    assertThat(output).contains("WARN").contains("holidays/2028.csv");
  }

  @Test
  void findsAFileThatTheOperatorAddedWhileAlurRan() throws IOException {
    HolidayFiles files = new HolidayFiles(operatorsFolder);
    Holidays holidays = new Holidays(files.read());
    Files.writeString(operatorsFolder.resolve("2028.csv"), "2028-01-01,Tahun Baru 2028 Masehi,libur\n");
    new HolidayWatch(holidays, files, event -> { }, Clock.systemUTC()).readAgain();
    assertThat(holidays.on(LocalDate.of(2028, 1, 1))).isPresent();
  }

  @Test
  void keepsTheHolidaysIfAFileCannotBeRead() throws IOException {
    HolidayFiles files = new HolidayFiles(operatorsFolder);
    Holidays holidays = new Holidays(files.read());
    Files.writeString(operatorsFolder.resolve("2026.csv"), "rusak\n");
    HolidayWatch watch = new HolidayWatch(holidays, files, event -> { }, Clock.systemUTC());
    assertThatIllegalStateException().isThrownBy(watch::readAgain);
    assertThat(holidays.on(LocalDate.of(2026, 12, 25))).isPresent();
  }

  private HolidayWatch watchAt(String now) {
    HolidayFiles files = new HolidayFiles(operatorsFolder);
    return new HolidayWatch(new Holidays(files.read()), files, event -> { }, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
