package id.alur.partner.sister;

import id.alur.partner.http.CertainlyNot;

/** What is at the address is not /autosync as Alur knows it: it was not signed in to. */
public final class NotAutosync extends CertainlyNot {

  NotAutosync(String message) {
    super("sister: " + message, "Laman /autosync di alamat SISTER ini tidak dapat dibuka, atau tidak seperti yang diatur di "
        + "Alur, jadi data belum tersinkron. Masuk ke SISTER dengan tangan, dan beri tahu admin Alur.", null);
  }
}
