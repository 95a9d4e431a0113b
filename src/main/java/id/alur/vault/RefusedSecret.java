package id.alur.vault;

import org.springframework.http.HttpStatus;

/** A secret that is answered with a sentence for the person instead; it never carries what was sent. */
final class RefusedSecret extends RuntimeException {

  private final HttpStatus status;

  RefusedSecret(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
