package id.alur.document;

import org.springframework.http.HttpStatus;

/** An upload, or a question about a document, that is answered with a sentence for the person instead. */
final class RefusedUpload extends RuntimeException {

  private final HttpStatus status;

  RefusedUpload(HttpStatus status, String sentence) {
    this(status, sentence, null);
  }

  RefusedUpload(HttpStatus status, String sentence, Throwable cause) {
    super(sentence, cause);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
