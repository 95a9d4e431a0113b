package id.alur.calendar;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CalendarConfiguration {

  @Bean
  HolidayFiles holidayFiles(@Value("${alur.data}") String data) {
    return new HolidayFiles(Path.of(data, "holidays"));
  }

  @Bean
  Holidays holidays(HolidayFiles files) {
    return new Holidays(files.read());
  }

  @Bean
  HolidayWatch holidayWatch(
      Holidays holidays, HolidayFiles files, ApplicationEventPublisher events, Clock clock) {
    return new HolidayWatch(holidays, files, events, clock);
  }

  @Bean
  WorkingCalendars workingCalendars(CalendarSettings settings, Holidays holidays) {
    return new WorkingCalendars(settings, holidays);
  }
}
