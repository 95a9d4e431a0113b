package id.alur.partner.http;

/** The address is not on the list of those that Alur may call, or its name led to a network that is not. */
public final class NotAllowed extends CertainlyNotSent {

  NotAllowed(String message, String host) {
    super(message, "Alur tidak boleh menghubungi " + host + " karena alamat itu belum terdaftar, jadi tidak ada yang "
        + "terkirim. Kerjakan langkah ini dengan tangan, dan minta admin Alur mendaftarkan alamatnya.", null);
  }
}
