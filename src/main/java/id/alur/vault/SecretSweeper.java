package id.alur.vault;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes secrets whose form was never sent. Nodes may sweep together. */
@Component
class SecretSweeper {

  private static final Logger log = LoggerFactory.getLogger(SecretSweeper.class);

  private final SecretTable table;
  private final Clock clock;

  SecretSweeper(SecretTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
  void sweepSecrets() {
    int destroyed = table.deleteExpired(clock.instant());
    if (destroyed > 0) {
      log.info("{} secrets destroyed that nobody claimed", destroyed);
    }
  }
}
