package id.alur.document;

/**
 * What came in is no document of its kind and was not kept; the message is an Indonesian sentence for people who can fetch
 * the file by hand, the reason is for those who need other words.
 */
public final class RefusedContent extends RuntimeException {

  /** Why. */
  public enum Reason { TOO_LARGE, EMPTY, OTHER_NAME, OTHER_CONTENT }

  private final Reason reason;

  private RefusedContent(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** Why it was refused. */
  public Reason reason() {
    return reason;
  }

  static RefusedContent tooLarge(DocumentKind kind) {
    return new RefusedContent(Reason.TOO_LARGE, "Isi yang diterima lebih besar dari " + kind.maxMegabytes()
        + " MB, jadi tidak disimpan. Ambil berkasnya dengan tangan, dan beri tahu admin Alur.");
  }

  static RefusedContent empty() {
    return new RefusedContent(Reason.EMPTY,
        "Isi yang diterima kosong, jadi tidak ada yang disimpan. Ambil berkasnya dengan tangan.");
  }

  static RefusedContent otherName(DocumentKind kind) {
    return new RefusedContent(Reason.OTHER_NAME, "Jenis berkas ini tidak diterima, jadi tidak disimpan. Yang diterima: "
        + String.join(", ", kind.nameEndings()) + ".");
  }

  static RefusedContent otherContent(String sentence) {
    return new RefusedContent(Reason.OTHER_CONTENT, sentence);
  }
}
