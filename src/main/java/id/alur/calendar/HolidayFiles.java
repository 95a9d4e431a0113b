package id.alur.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds one holiday file a year: those that come with Alur, and those of the operator, which win. */
final class HolidayFiles {

  private final Path operatorsFolder;

  HolidayFiles(Path operatorsFolder) {
    this.operatorsFolder = operatorsFolder;
  }

  /** @throws IllegalStateException naming the file and the line that cannot be read */
  Map<Year, List<Holiday>> read() {
    Map<Year, List<Holiday>> years = new HashMap<>();
    addTo(years, "classpath*:holidays/*.csv");
    addTo(years, operatorsFolder.toUri() + "/*.csv");
    return years;
  }

  private static void addTo(Map<Year, List<Holiday>> years, String pattern) {
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        HolidayFile file = new HolidayFile(resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8));
        years.put(file.year(), file.holidays());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
