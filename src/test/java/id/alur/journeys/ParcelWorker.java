package id.alur.journeys;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sends parcels as slowly as a journey wants. */
@Component
@Profile("form-script")
class ParcelWorker implements ActWorker {

  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final BlockingQueue<ActOutcome> outcomes = new LinkedBlockingQueue<>();

  /** Ends the one act that runs. */
  void end(ActOutcome outcome) {
    outcomes.add(outcome);
  }

  @Override
  public String topic() {
    return "sendParcel";
  }

  @Override
  public Duration deadline() {
    return DEADLINE;
  }

  @Override
  public String describe(Act act) {
    return "satu paket";
  }

  @Override
  public ActOutcome perform(Act act) {
    act.report("12,4 MB diterima");
    try {
      ActOutcome outcome = outcomes.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      return outcome == null ? ActOutcome.unknown("Tidak ada jawaban.") : outcome;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
