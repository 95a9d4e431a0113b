package id.alur.document;

/** A case asked for a document that it does not have (any more). */
public final class NoSuchDocument extends RuntimeException {

  NoSuchDocument() {
    super("This case has no such document (any more)");
  }
}
