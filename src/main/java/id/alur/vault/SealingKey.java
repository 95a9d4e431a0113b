package id.alur.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts with AES-256-GCM: 12 bytes of random nonce, then the ciphertext with its tag of 16 bytes. */
final class SealingKey {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int ID_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final String id;

  private SealingKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    this.id = fingerprint(key);
  }

  /**
   * The key that {@code base64} encodes.
   *
   * @param origin where it came from, for the sentence that refuses it
   * @throws UnusableVaultKey if these are not 32 bytes in base64
   */
  static SealingKey of(String base64, String origin) {
    byte[] key = decoded(base64.strip());
    if (key.length != KEY_BYTES) {
      throw new UnusableVaultKey("The vault's key in " + origin + " is not 32 bytes in base64. Nothing was changed. "
          + "Put the right key there: \"openssl rand -base64 32\" makes a new one.");
    }
    return new SealingKey(key);
  }

  /** A new random key in base64. */
  static String random() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** Tells keys apart without telling the key: the first 8 bytes of its SHA-256, in hexadecimal digits. */
  String id() {
    return id;
  }

  /** @param owner what the text belongs to; it opens only for the same owner */
  byte[] seal(String text, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /** @throws GeneralSecurityException if it was changed, or sealed with another key or for another owner */
  String open(byte[] sealed, String owner) throws GeneralSecurityException {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new AEADBadTagException("too short"); // the platform's answer to it is no GeneralSecurityException
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** HMAC-SHA-256, 32 bytes; by a key derived from this one, which is for sealing alone. */
  byte[] sign(String text) {
    return hmac(hmac(key.getEncoded(), "alur signatures"), text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Empty for what is no base64: its exception would repeat a part of the key. */
  private static byte[] decoded(String base64) {
    return base64.matches("[A-Za-z0-9+/]{43}=") ? Base64.getDecoder().decode(base64) : new byte[0];
  }

  private static String fingerprint(byte[] key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
