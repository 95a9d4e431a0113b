package id.alur.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * A document that is being read.
 *
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal digits
 */
public record OpenDocument(String name, long size, String sha256, InputStream content) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
