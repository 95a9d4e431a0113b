package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCOUNT_REFUSED;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_DOCUMENT;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REFUSED;
import static id.alur.sistermanualsync.SisterManualSync.BY_HAND_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS;
import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS_REFUSED_BECAUSE;
import static id.alur.sistermanualsync.SisterManualSync.OUTSIDE_WINDOW_REASON;
import static id.alur.sistermanualsync.SisterManualSync.SIGN_IN_OUTCOME;
import static id.alur.sistermanualsync.SisterManualSync.SISTER_ADDRESS;
import static id.alur.sistermanualsync.SisterManualSync.WINDOW_SHUT;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import id.alur.document.Documents;
import id.alur.document.RefusedContent;
import id.alur.partner.http.CallFailed;
import id.alur.partner.sister.SignIn;
import id.alur.partner.sister.SisterAutosync;
import id.alur.partner.sister.WrongPassword;
import id.alur.sistermanualsync.SisterManualSync.SignInOutcome;
import id.alur.vault.NoSuchSecret;
import id.alur.vault.Secret;
import id.alur.vault.Vault;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Signs in at the PT's /autosync and keeps the JSON that it answers with (MS-4, MS-5, MS-6): within the advised window
 * (MS-W) or with a reason. What an open browser must not do meanwhile (MS-5P), Alur does not do.
 */
@Component
class SignInAutomatically implements ActWorker {

  private final SisterAutosync sister;
  private final Vault vault;
  private final Documents documents;
  private final ManualSyncWindow window;
  private final SisterManualSyncSettings settings;

  SignInAutomatically(SisterAutosync sister, Vault vault, Documents documents, ManualSyncWindow window,
      SisterManualSyncSettings settings) {
    this.sister = sister;
    this.vault = vault;
    this.documents = documents;
    this.window = window;
    this.settings = settings;
  }

  @Override
  public String topic() {
    return "signInAutomatically";
  }

  @Override
  public Duration deadline() {
    return settings.signInDeadline();
  }

  @Override
  public String describe(Act act) {
    return "masuk ke SISTER di " + act.find(SISTER_ADDRESS).orElse("-");
  }

  @Override
  public ActOutcome perform(Act act) {
    if (!window.isOpen() && act.find(OUTSIDE_WINDOW_REASON).isEmpty()) {
      return ActOutcome.businessError(WINDOW_SHUT);
    }
    AtomicReference<String> answer = new AtomicReference<>();
    try {
      Secret credentials = vault.open(act.find(CREDENTIALS).orElseThrow(), act.caseId());
      sister.signIn(signIn(act, credentials), json -> answer.set(documents.keep(SisterManualSyncConfiguration.ANSWER,
          "autosync.json", act.caseId(), act.unit(), act.reporting(json))));
      return ActOutcome.done().with(SIGN_IN_OUTCOME, SignInOutcome.SIGNED_IN).with(ANSWER_DOCUMENT, answer.get());
    } catch (NoSuchSecret gone) {
      return ActOutcome.certainlyNot("Username dan password tidak tersimpan lagi di Alur.");
    } catch (WrongPassword refusal) {
      return ActOutcome.businessError(ACCOUNT_REFUSED).with(SIGN_IN_OUTCOME, SignInOutcome.CREDENTIALS_REFUSED)
          .with(CREDENTIALS_REFUSED_BECAUSE, refusal.sentence());
    } catch (RefusedContent refusal) {
      return ActOutcome.businessError(ANSWER_REFUSED).with(BY_HAND_BECAUSE,
          "Alur sudah masuk ke SISTER, tetapi JSON-nya tidak dapat dipakai. " + refusal.getMessage());
    } catch (CallFailed failure) {
      return ActOutcome.of(failure);
    }
  }

  private SignIn signIn(Act act, Secret credentials) {
    return credentials.useCredentials((username, password) -> new SignIn(
        URI.create(act.find(SISTER_ADDRESS).orElseThrow()), username, password,
        settings.automaticSignIn().get(act.unit()), act.timeLeft(), SisterManualSyncConfiguration.LARGEST_ANSWER));
  }
}
