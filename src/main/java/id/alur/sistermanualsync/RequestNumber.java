package id.alur.sistermanualsync;

/** The number that Pusat Bantuan gives to a request (MS-2, MS-7). */
final class RequestNumber {

  static final String REFUSAL =
      "Nomor permintaan terdiri atas angka saja, misalnya #123456. Salin dari layar atau email konfirmasi Pusat Bantuan.";

  private RequestNumber() {}

  static boolean isValid(String typed) {
    return typed != null && typed.matches("#?[0-9]{1,18}");
  }

  /** Digits only: people copy it with and without the sign. */
  static String normal(String typed) {
    return typed.replace("#", "");
  }
}
