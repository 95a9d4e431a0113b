package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

class VisitorLimitsTest {

  private static final VisitorAddress HERE = VisitorAddress.of("203.0.113.7");
  private static final VisitorAddress THERE = VisitorAddress.of("203.0.113.8");

  private Instant now = Instant.parse("2026-11-20T05:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final VisitorLimits limits = new VisitorLimits(
      new PublicPageSettings(2, Duration.ofMinutes(10), 2, 3, 1, 1, Duration.ZERO, 1, Duration.ZERO, DataSize.ofBytes(0)), clock);

  @Test
  void refuseWhoSendsTooManyComplaintsAndSayWhenTheNextMayCome() {
    limits.post(HERE);
    limits.post(HERE);
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(() -> limits.post(HERE)).satisfies(refusal -> {
      assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
      assertThat(refusal.sentence()).isEqualTo("refused.tooManyPosts");
      assertThat(refusal.retryAfterSeconds()).isEqualTo(300);
    });
    now = now.plusSeconds(300);
    assertThatCode(() -> limits.post(HERE)).doesNotThrowAnyException();
  }

  @Test
  void forgetAPostThatIsGivenBackAndNoMoreThanThat() {
    limits.post(HERE);
    limits.post(HERE);
    limits.giveBackPost(HERE);
    assertThatCode(() -> limits.post(HERE)).doesNotThrowAnyException();
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(() -> limits.post(HERE));
    limits.giveBackPost(THERE);
    limits.post(THERE);
    limits.post(THERE);
    assertThatExceptionOfType(RefusedVisit.class).as("never more than a burst").isThrownBy(() -> limits.post(THERE));
  }

  @Test
  void mailNobodyTooOftenInOneDayHoweverTheAddressIsWritten() {
    limits.mail("putri@contoh.test");
    limits.mail("Putri@Contoh.Test");
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(() -> limits.mail("putri@contoh.test"))
        .satisfies(refusal -> {
          assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
          assertThat(refusal.retryAfterSeconds()).isEqualTo(Duration.ofHours(12).toSeconds());
        });
    assertThatCode(() -> limits.mail("made@contoh.test")).doesNotThrowAnyException();
    now = now.plus(Duration.ofHours(12));
    assertThatCode(() -> limits.mail("putri@contoh.test")).doesNotThrowAnyException();
  }

  @Test
  void countEachAddressForItselfAndLooksApartFromComplaints() {
    for (int i = 0; i < 3; i++) {
      limits.look(HERE);
    }
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(() -> limits.look(HERE));
    assertThatCode(() -> {
      limits.look(THERE);
      limits.post(HERE);
    }).doesNotThrowAnyException();
  }

  @Test
  void holdWhenTheClockIsSetBack() {
    limits.post(HERE);
    limits.post(HERE);
    now = now.minus(Duration.ofHours(1));
    assertThatExceptionOfType(RefusedVisit.class).isThrownBy(() -> limits.post(HERE))
        .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isPositive());
  }
}
