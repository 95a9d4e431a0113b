package id.alur.act;

import id.alur.engine.Variable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A worker and its partner: a post office that numbers the letters which it takes, and may be asked about them. */
final class Post implements ActWorker {

  static final Variable<Long> NUMBER = Variable.number("letterNumber");
  static final Variable<String> COLOUR = Variable.text("letterColour");
  static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Map<String, Integer> letters = new ConcurrentHashMap<>();
  private Function<Act, ActOutcome> performs = this::take;
  private Function<Act, Optional<ActOutcome>> answers = act -> Optional.empty();
  private Function<Act, String> describes = act -> "satu surat";
  private Duration deadline = DEADLINE;
  private boolean isRepeatable;
  private boolean hasHumanTwin = true;

  /** What happens when a letter is to be sent. */
  Post performing(Function<Act, ActOutcome> how) {
    performs = how;
    return this;
  }

  /** What is answered to the question whether a letter arrived. */
  Post answering(Function<Act, ActOutcome> how) {
    answers = act -> Optional.of(how.apply(act));
    return this;
  }

  /** What happens before the intent is written. */
  Post describing(Function<Act, String> how) {
    describes = how;
    return this;
  }

  Post within(Duration time) {
    deadline = time;
    return this;
  }

  Post repeatable() {
    isRepeatable = true;
    return this;
  }

  Post withoutHumanTwin() {
    hasHumanTwin = false;
    return this;
  }

  /** The letter arrives. */
  ActOutcome take(Act act) {
    letters.merge(act.caseId(), 1, Integer::sum);
    return ActOutcome.done().with(NUMBER, 4711L).with(COLOUR, "biru");
  }

  /** How many letters of this case arrived. */
  int lettersOf(String caseId) {
    return letters.getOrDefault(caseId, 0);
  }

  /** A truthful answer. */
  ActOutcome lookUp(Act act) {
    return lettersOf(act.caseId()) > 0
        ? ActOutcome.done().with(NUMBER, 4711L)
        : ActOutcome.certainlyNot("Surat tidak ada.", Duration.ZERO);
  }

  @Override
  public String topic() {
    return "sendLetter";
  }

  @Override
  public Duration deadline() {
    return deadline;
  }

  @Override
  public boolean isRepeatable() {
    return isRepeatable;
  }

  @Override
  public String describe(Act act) {
    return describes.apply(act);
  }

  @Override
  public ActOutcome perform(Act act) {
    return performs.apply(act);
  }

  @Override
  public Optional<ActOutcome> ask(Act act) {
    return answers.apply(act);
  }

  @Override
  public int attempts() {
    return 3;
  }

  @Override
  public boolean hasHumanTwin() {
    return hasHumanTwin;
  }
}
