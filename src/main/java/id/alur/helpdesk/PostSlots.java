package id.alur.helpdesk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A bulkhead: however many post or look, most threads and connections stay free for those who work in Tasklist. */
@Component
class PostSlots {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  /** Each holds a thread; there are 200 for everybody. */
  private static final int MOST_WAITING_TO_LOOK = 64;

  private final Semaphore underWay;
  private final Semaphore atOnce;
  private final Semaphore looks;
  private final Duration patience;

  PostSlots(PublicPageSettings settings) {
    underWay = new Semaphore(settings.postsUnderWay());
    atOnce = new Semaphore(settings.postsAtOnce(), true);
    looks = new Semaphore(settings.looksAtOnce(), true);
    patience = settings.patience();
  }

  /**
   * A place for who asks for a page.
   *
   * @throws RefusedVisit if there is none in time, or too many wait for one
   */
  Slot toLook() {
    if (looks.getQueueLength() >= MOST_WAITING_TO_LOOK) {
      throw new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, "refused.busyPage", RETRY_AFTER);
    }
    return inTime(looks, "refused.busyPage");
  }

  /**
   * A place for a post that arrives, however slowly.
   *
   * @throws RefusedVisit at once if there is none
   */
  Slot toArrive() {
    if (!underWay.tryAcquire()) {
      throw new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, "refused.busyUnread", RETRY_AFTER);
    }
    return underWay::release;
  }

  /**
   * A place for a post that has arrived and is worked on.
   *
   * @throws RefusedVisit if there is none in time
   */
  Slot toBeWorkedOn() {
    return inTime(atOnce, "refused.busy");
  }

  private Slot inTime(Semaphore places, String sentence) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, sentence, RETRY_AFTER);
      }
      return places::release;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RefusedVisit(HttpStatus.SERVICE_UNAVAILABLE, sentence, RETRY_AFTER);
    }
  }

  /** Held until it is closed. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }
}
