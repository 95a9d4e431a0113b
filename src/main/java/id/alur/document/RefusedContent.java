package id.alur.document;

/** What a partner answered is no document of its kind and was not kept; the message is an Indonesian sentence for people. */
public final class RefusedContent extends RuntimeException {

  RefusedContent(String sentence) {
    super(sentence);
  }

  static RefusedContent tooLarge(DocumentKind kind) {
    return new RefusedContent("Isi yang diterima lebih besar dari " + kind.maxMegabytes()
        + " MB, jadi tidak disimpan. Ambil berkasnya dengan tangan, dan beri tahu admin Alur.");
  }

  static RefusedContent empty() {
    return new RefusedContent("Isi yang diterima kosong, jadi tidak ada yang disimpan. Ambil berkasnya dengan tangan.");
  }
}
