package id.alur.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are sealed, and how long one waits.
 *
 * @param key 32 bytes in base64; without it the key file counts
 * @param keyFile holds the key in base64; without it {@code vault.key} in the data folder, made at the first start
 * @param oldKeys keys in base64 that still open what they sealed, but seal nothing new
 * @param keepUnclaimed how long a secret waits for the form that it was entered in
 */
@ConfigurationProperties("alur.vault")
record VaultSettings(
    String key, Path keyFile, @DefaultValue List<String> oldKeys, @DefaultValue("PT1H") Duration keepUnclaimed) {

  /** Without the keys. */
  @Override
  public String toString() {
    return "unclaimed secrets wait " + keepUnclaimed;
  }
}
