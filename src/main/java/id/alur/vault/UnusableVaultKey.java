package id.alur.vault;

/** A key is missing, or is not the one that a secret was sealed with: says what happened and what to do, never the key. */
final class UnusableVaultKey extends RuntimeException {

  UnusableVaultKey(String message) {
    super(message);
  }

  UnusableVaultKey(String message, Throwable cause) {
    super(message, cause);
  }
}
