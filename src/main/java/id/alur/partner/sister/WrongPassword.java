package id.alur.partner.sister;

import id.alur.partner.http.CertainlyNot;

/** SISTER did not accept username and password, and nothing was synced. */
public final class WrongPassword extends CertainlyNot {

  WrongPassword(String message) {
    super("sister: " + message, "SISTER menolak username atau password ini, jadi data belum tersinkron. Periksa lagi email "
        + "dari Pusat Bantuan, lalu isi username dan password-nya sekali lagi.", null);
  }
}
