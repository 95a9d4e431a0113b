package id.alur.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signs short texts that Alur hands out and gets back, such as in a hidden field of a page: whoever has one can read it, but
 * nobody can change or make one, and every node that has the vault's key knows it again.
 */
@Component
public class Signatures {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Keyring keyring;

  Signatures(Keyring keyring) {
    this.keyring = keyring;
  }

  /** @param purpose what the text is for; it is known again only for the same purpose */
  public String sign(String text, String purpose) {
    SealingKey key = keyring.current();
    return String.join(".", key.id(), ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8)),
        ENCODER.encodeToString(key.sign(purpose + '\n' + text)));
  }

  /** The text that was signed for this purpose; empty if {@code signed} is null or anything else. */
  public Optional<String> read(String signed, String purpose) {
    String[] parts = signed == null ? new String[0] : signed.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String text = new String(DECODER.decode(parts[1]), StandardCharsets.UTF_8);
      byte[] signature = DECODER.decode(parts[2]);
      return keyring.find(parts[0])
          .filter(key -> MessageDigest.isEqual(key.sign(purpose + '\n' + text), signature))
          .map(key -> text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
