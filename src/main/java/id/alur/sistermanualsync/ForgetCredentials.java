package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.CREDENTIALS;

import id.alur.engine.InModel;
import id.alur.vault.Vault;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Destroys username and password as soon as Alur no longer signs in with them: from here on a person does. */
@InModel
class ForgetCredentials implements ExecutionListener {

  private final Vault vault;

  ForgetCredentials(Vault vault) {
    this.vault = vault;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CREDENTIALS.clear(execution);
    vault.destroy(execution.getProcessInstanceId());
  }
}
