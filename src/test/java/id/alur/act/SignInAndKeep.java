package id.alur.act;

import id.alur.document.Documents;
import id.alur.engine.Variable;
import id.alur.partner.http.CertainlyNot;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.sister.SignIn;
import id.alur.partner.sister.SignInWay;
import id.alur.partner.sister.SisterAutosync;
import id.alur.partner.sister.SisterAutosyncSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Signs in at the simulator and keeps what it answers, as the worker of a procedure does. */
@Component
@Profile(MeasuredRun.PROFILE)
final class SignInAndKeep implements ActWorker {

  private static final Variable<String> ANSWER = Variable.text("answerDocument");
  private static final long LARGEST_ANSWER = 200 << 20;

  private final SisterAutosync autosync;
  private final Documents documents;
  private final URI sister;

  SignInAndKeep(SisterAutosync autosync, Documents documents, @Value("${measured.sister}") URI sister) {
    this.autosync = autosync;
    this.documents = documents;
    this.sister = sister;
  }

  @Override
  public String topic() {
    return "signIn";
  }

  @Override
  public Duration deadline() {
    return Duration.ofMinutes(5);
  }

  @Override
  public ActOutcome perform(Act act) {
    AtomicReference<String> answer = new AtomicReference<>();
    try {
      autosync.signIn(
          new SignIn(sister, SisterAutosyncSimulator.USERNAME, SisterAutosyncSimulator.PASSWORD, SignInWay.basic(),
              act.timeLeft(), LARGEST_ANSWER),
          json -> answer.set(documents.keep("sister-answer", "jawaban.json", act.caseId(), act.unit(), json)));
      return ActOutcome.done().with(ANSWER, answer.get());
    } catch (CertainlyNot not) {
      return ActOutcome.certainlyNot(not.sentence());
    } catch (OutcomeUnknown unknown) {
      return ActOutcome.unknown(unknown.sentence());
    }
  }
}
