package id.alur.vault;

/** A case asked for a secret that it does not have (any more): ask the person for it again. */
public final class NoSuchSecret extends RuntimeException {

  NoSuchSecret() {
    super("This case has no such secret (any more)");
  }
}
