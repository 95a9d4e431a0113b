package id.alur.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the holiday files again each morning, and says in good time which year is still missing. */
final class HolidayWatch {

  private static final Logger log = LoggerFactory.getLogger(HolidayWatch.class);
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final Period AHEAD = Period.ofDays(60);

  private final Holidays holidays;
  private final HolidayFiles files;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HolidayWatch(Holidays holidays, HolidayFiles files, ApplicationEventPublisher events, Clock clock) {
    this.holidays = holidays;
    this.files = files;
    this.events = events;
    this.clock = clock;
  }

  /** A file that cannot be read leaves the holidays as they were. */
  @Scheduled(cron = "0 0 6 * * *", zone = "Asia/Jakarta")
  void readAgain() {
    if (holidays.replace(files.read())) {
      events.publishEvent(new HolidaysChanged());
    }
    warnOfMissingYears();
  }

  @EventListener(ApplicationReadyEvent.class)
  void warnOfMissingYears() {
    for (Year year : missingYears()) {
      log.warn("Hari libur tahun {} belum ada: jendela waktu menganggap tahun itu tanpa hari libur. "
          + "Buat berkas {} di folder data, dibaca setiap pukul 06.00 WIB.", year, "holidays/" + year + ".csv");
    }
  }

  List<Year> missingYears() {
    LocalDate today = LocalDate.now(clock.withZone(JAKARTA));
    return holidays.unknownBetween(today, today.plus(AHEAD));
  }
}
