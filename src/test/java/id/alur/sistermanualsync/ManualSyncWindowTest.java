package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.Sop;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Days, hours and zone of this window; how windows count is the calendar's. */
@AlurTest
@Sop("MS-W")
class ManualSyncWindowTest {

  @Autowired private ManualSyncWindow window;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @CsvSource({
      "Monday before,        2026-11-23T12:00:00+07:00, false, 2026-11-24T10:00:00+07:00",
      "a second too early,   2026-11-24T09:59:59+07:00, false, 2026-11-24T10:00:00+07:00",
      "Tuesday at ten,       2026-11-24T10:00:00+07:00, true,  2026-11-24T10:00:00+07:00",
      "its last second,      2026-11-24T14:59:59+07:00, true,  2026-11-24T14:59:59+07:00",
      "Tuesday at three,     2026-11-24T15:00:00+07:00, false, 2026-11-27T10:00:00+07:00",
      "ten in Makassar,      2026-11-24T10:00:00+08:00, false, 2026-11-24T10:00:00+07:00",
      "Friday at noon,       2026-11-27T12:00:00+07:00, true,  2026-11-27T12:00:00+07:00",
      "Friday at Christmas,  2026-12-25T12:00:00+07:00, false, 2026-12-29T10:00:00+07:00"})
  void opensOnTuesdayAndFridayFromTenToThreeInJakarta(
      String when, OffsetDateTime now, boolean open, OffsetDateTime next) {
    itIs(now.toInstant().toString());
    assertThat(window.isOpen()).as(when).isEqualTo(open);
    assertThat(window.nextOpening()).as(when).isEqualTo(next.toInstant());
  }
}
