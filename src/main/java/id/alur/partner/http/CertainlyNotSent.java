package id.alur.partner.http;

/** Not one byte of the request left: no such name, no connection, no trusted certificate, or no time left before that. */
public class CertainlyNotSent extends CertainlyNot {

  CertainlyNotSent(String message, String sentence, Throwable cause) {
    super(message, sentence, cause);
  }
}
