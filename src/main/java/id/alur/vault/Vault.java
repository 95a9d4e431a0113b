package id.alur.vault;

import id.alur.engine.Durable;
import id.alur.engine.ReferenceKeeper.Submission;
import id.alur.vault.Keyring.Sealed;
import jakarta.annotation.PostConstruct;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps secrets sealed and gives them only to the case that they were entered for. */
@Service
public class Vault {

  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretTable table;
  private final Keyring keyring;
  private final Durable durable;
  private final VaultSettings settings;
  private final Clock clock;

  Vault(SecretTable table, Keyring keyring, Durable durable, VaultSettings settings, Clock clock) {
    this.table = table;
    this.keyring = keyring;
    this.durable = durable;
    this.settings = settings;
    this.clock = clock;
  }

  /** Found at the start rather than in the middle of a case: a key that was lost, or that another node does not share. */
  @PostConstruct
  void checkKeys() {
    List<String> missing = table.keyIdsInUse().stream().filter(id -> !keyring.has(id)).toList();
    if (!missing.isEmpty()) {
      throw new UnusableVaultKey("There are secrets sealed with keys that this node does not have: " + missing
          + ". They are safe and stay closed. Restore vault.key or ALUR_VAULT_KEY, or put these keys into "
          + "alur.vault.old-keys. All nodes need the same keys. If a key is lost for good, its secrets are too: run "
          + "update \"alur\".secret set sealed = null, destroyed_at = now() where key_id = '<key>' and destroyed_at is "
          + "null, and ask the persons again.");
    }
  }

  /**
   * Opens a secret for the case that it belongs to.
   *
   * @throws NoSuchSecret if it was destroyed, or never was one of this case
   */
  public Secret open(String reference, String caseId) {
    SecretRow row = table.find(reference)
        .filter(found -> caseId.equals(found.caseId()) && !found.isDestroyed())
        .orElseThrow(NoSuchSecret::new);
    return new Secret(keyring.open(row.sealed(), row.owner()));
  }

  /** Destroys all secrets of a case for ever, within the caller's transaction if there is one. */
  public void destroy(String caseId) {
    destroy(caseId, clock.instant());
  }

  void destroy(String caseId, Instant now) {
    table.destroyCase(caseId, now);
  }

  /** Returns a reference to the secret once it is on the disk; {@code madeFor} as in {@link Submission}. */
  String store(String kind, String secret, String madeBy, String madeFor) {
    String id = randomId();
    Instant now = clock.instant();
    Sealed sealed = keyring.seal(secret, SecretRow.unclaimedOwner(id, kind, madeBy, madeFor));
    table.insert(new SecretRow(id, kind, sealed, madeBy, madeFor, null, null, now, now.plus(settings.keepUnclaimed()), null));
    durable.acknowledge();
    return id;
  }

  /** Makes a secret part of the case of this submission; false if it is not this person's, not for this form, or gone. */
  boolean adopt(String reference, String kind, Submission submission) {
    Optional<SecretRow> theirs = table.lock(reference).filter(row -> !row.isDestroyed()
        && row.kind().equals(kind)
        && row.madeBy().equals(submission.userId())
        && row.madeFor().equals(submission.madeFor())
        && (row.caseId() == null || row.caseId().equals(submission.caseId())));
    theirs.filter(row -> row.caseId() == null).ifPresent(row -> bind(row, submission));
    return theirs.isPresent();
  }

  /** Sealed anew, so that it opens for this case only, and with the current key. */
  private void bind(SecretRow row, Submission submission) {
    String owner = SecretRow.caseOwner(row.id(), row.kind(), submission.caseId(), submission.unit());
    Sealed sealed = keyring.seal(keyring.open(row.sealed(), row.owner()), owner);
    table.adopt(row.id(), submission.caseId(), submission.unit(), sealed);
  }

  private static String randomId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
