package id.alur.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that seals, and those that still open. */
@Component
class Keyring {

  private final SealingKey current;
  private final Map<String, SealingKey> byId = new HashMap<>();

  Keyring(VaultSettings settings, @Value("${alur.data}") Path data) throws IOException {
    current = currentKey(settings, data);
    settings.oldKeys().stream().map(key -> SealingKey.of(key, "alur.vault.old-keys")).forEach(key -> byId.put(key.id(), key));
    byId.put(current.id(), current);
  }

  private static SealingKey currentKey(VaultSettings settings, Path data) throws IOException {
    if (settings.key() != null && !settings.key().isBlank()) {
      return SealingKey.of(settings.key(), "ALUR_VAULT_KEY");
    }
    return settings.keyFile() == null ? KeyFile.readOrMake(data.resolve("vault.key")) : KeyFile.read(settings.keyFile());
  }

  SealingKey current() {
    return current;
  }

  Optional<SealingKey> find(String keyId) {
    return Optional.ofNullable(byId.get(keyId));
  }

  boolean has(String keyId) {
    return byId.containsKey(keyId);
  }

  Sealed seal(String text, String owner) {
    return new Sealed(current.id(), current.seal(text, owner));
  }

  /** @throws UnusableVaultKey if the key is not here, or the secret was changed or moved here from another row */
  String open(Sealed sealed, String owner) {
    SealingKey key = byId.get(sealed.keyId());
    if (key == null) {
      throw new UnusableVaultKey("A secret was sealed with key " + sealed.keyId() + ", which this node does not have. "
          + "The secret is safe and stays closed. Put that key into alur.vault.old-keys.");
    }
    try {
      return key.open(sealed.bytes(), owner);
    } catch (GeneralSecurityException e) {
      throw new UnusableVaultKey("A secret does not open with its key " + sealed.keyId() + ": its row was changed or "
          + "copied from another. Ask the person for it again, and find out who writes to the database.", e);
    }
  }

  /** A text that nobody can read without the key of this id. */
  record Sealed(String keyId, byte[] bytes) {}
}
