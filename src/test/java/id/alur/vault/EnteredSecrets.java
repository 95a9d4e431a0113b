package id.alur.vault;

import id.alur.engine.ReferenceKeeper.Submission;

/** Secrets as if a person had typed them into a form. */
public final class EnteredSecrets {

  private final Vault vault;

  EnteredSecrets(Vault vault) {
    this.vault = vault;
  }

  /** A reference to a username with its password for a task form. */
  public String forTask(String userId, String taskId, String kind, String username, String password) {
    String both = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    return vault.store(kind, both, userId, Submission.task(taskId));
  }

  /** Whether the case can still use this secret. */
  public boolean isKept(String reference, String caseId) {
    try {
      vault.open(reference, caseId);
      return true;
    } catch (NoSuchSecret e) {
      return false;
    }
  }
}
