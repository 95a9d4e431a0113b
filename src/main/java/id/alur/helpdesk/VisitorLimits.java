package id.alur.helpdesk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets each address look and post so often and no more, and each requester; remembers a bounded number of them. */
@Component
class VisitorLimits {

  private static final int REMEMBERED = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Limit looks;
  private final Limit posts;
  private final Limit requesters;

  VisitorLimits(PublicPageSettings settings, Clock clock) {
    looks = new Limit(settings.looksPerMinute(), MINUTE, "refused.tooMany", clock);
    posts = new Limit(settings.postsPerAddress(), settings.postsPeriod(), "refused.tooManyPosts", clock);
    requesters = new Limit(settings.postsPerRequester(), DAY, "refused.tooManyOfRequester", clock);
  }

  /** @throws RefusedVisit if too many pages were asked for from there */
  void look(VisitorAddress from) {
    looks.take(from.value());
  }

  /** @throws RefusedVisit if too many complaints were sent from there */
  void post(VisitorAddress from) {
    posts.take(from.value());
  }

  /** As if the last complaint from there had not been sent. */
  void giveBackPost(VisitorAddress from) {
    posts.giveBack(from.value());
  }

  /** @throws RefusedVisit if this requester would be mailed too often */
  void mail(String requesterEmail) {
    requesters.take(requesterEmail.toLowerCase(Locale.ROOT));
  }

  private static final class Limit {
    private final int count;
    private final Duration period;
    private final String sentence;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Limit(int count, Duration period, String sentence, Clock clock) {
      this.count = count;
      this.period = period;
      this.sentence = sentence;
      this.time = new TimeOf(clock);
      // a bucket that nobody touched for a period is full again
      this.buckets = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(period).build();
    }

    void take(String who) {
      ConsumptionProbe taken = buckets.get(who, unknown -> full()).tryConsumeAndReturnRemaining(1);
      if (!taken.isConsumed()) {
        throw new RefusedVisit(HttpStatus.TOO_MANY_REQUESTS, sentence,
            Duration.ofNanos(taken.getNanosToWaitForRefill()));
      }
    }

    void giveBack(String who) {
      buckets.get(who, unknown -> full()).addTokens(1);
    }

    private Bucket full() {
      return Bucket.builder().addLimit(limit -> limit.capacity(count).refillGreedy(count, period))
          .withCustomTimePrecision(time).build();
    }
  }

  private record TimeOf(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
