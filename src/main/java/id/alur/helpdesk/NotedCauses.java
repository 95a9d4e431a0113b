package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.CAUSE;
import static id.alur.helpdesk.AppUpdate.CAUSES;
import static id.alur.helpdesk.AppUpdate.CAUSE_DETAIL;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What the update task says about its causes: a line for each, with its time. The same words are not said twice. */
@Component
class NotedCauses {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm 'WIB: '", Locale.forLanguageTag("id-ID"));

  /** Below the engine's 4,000; causes beyond it are only in the history of the case. */
  private static final int LONGEST = 3500;

  private final Clock clock;

  NotedCauses(Clock clock) {
    this.clock = clock;
  }

  /** Adds the cause that this scope knows; without one it is the time that has come. */
  void add(VariableScope scope) {
    String noted = CAUSES.find(scope).map(lines -> lines + "\n").orElse("");
    String words = CAUSE.find(scope).flatMap(UpdateCause::of).orElse(UpdateCause.REGULAR_CHECK)
        .tell(CAUSE_DETAIL.get(scope));
    String lines = noted + TIME.format(clock.instant().atZone(ZONE)) + words;
    if (!noted.contains("WIB: " + words + "\n") && lines.length() <= LONGEST) {
      CAUSES.set(scope, lines);
    }
  }
}
