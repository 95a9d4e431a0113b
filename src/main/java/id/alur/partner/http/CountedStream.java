package id.alur.partner.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer: counted, cut at its largest size, and telling its own failure from that of its reader. */
final class CountedStream extends FilterInputStream {

  private final long maxBytes;
  private long count;
  private IOException failure;

  CountedStream(InputStream body, long maxBytes) {
    super(body);
    this.maxBytes = maxBytes;
  }

  static final class TooLarge extends IOException {
    TooLarge(long maxBytes) {
      super("more than " + maxBytes + " bytes");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      if (count > maxBytes) {
        throw new TooLarge(maxBytes);
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Math.max(read(new byte[(int) Math.min(n, 8192)]), 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Nothing: closing would first read what is left of the body. */
  @Override
  public void close() {}

  long count() {
    return count;
  }

  boolean failed() {
    return failure != null;
  }
}
