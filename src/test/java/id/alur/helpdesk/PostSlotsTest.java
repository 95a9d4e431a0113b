package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

class PostSlotsTest {

  private final PostSlots slots = new PostSlots(
      new PublicPageSettings(1, Duration.ofMinutes(1), 1, 1, 1, 1, Duration.ofMillis(10), 2, Duration.ZERO, DataSize.ofBytes(0)));

  @Test
  void letOneWorkAndTheOthersWaitAMoment() {
    try (PostSlots.Slot first = slots.toBeWorkedOn()) {
      assertThatExceptionOfType(RefusedVisit.class).isThrownBy(slots::toBeWorkedOn).satisfies(refusal -> {
        assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refusal.retryAfterSeconds()).isEqualTo(10);
      });
    }
    assertThatCode(() -> slots.toBeWorkedOn().close()).doesNotThrowAnyException();
  }

  @Test
  void letMoreArriveThanAreWorkedOn() {
    slots.toArrive();
    slots.toArrive();
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(slots::toArrive)
        .satisfies(refusal -> assertThat(refusal.sentence()).isEqualTo("refused.busyUnread"));
  }

  @Test
  void letOthersLookWhereNobodyCanPost() {
    slots.toBeWorkedOn();
    try (PostSlots.Slot look = slots.toLook()) {
      assertThatExceptionOfType(RefusedVisit.class).isThrownBy(slots::toLook)
          .satisfies(refusal -> assertThat(refusal.sentence()).isEqualTo("refused.busyPage"));
    }
    assertThatCode(() -> slots.toLook().close()).doesNotThrowAnyException();
  }

  @Test
  void refuseWhoWaitsWhileTheNodeStops() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(slots::toBeWorkedOn);
    assertThat(Thread.interrupted()).isTrue();
  }
}
