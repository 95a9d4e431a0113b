package id.alur.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is being received: gone when closed, unless it was {@linkplain #moveTo moved} to its place. */
final class IncomingFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path file;
  private final MessageDigest digest = sha256Digest();
  private long size;

  IncomingFile(Path file) {
    this.file = file;
  }

  /** Receives the body to its end and onto the disk; false if it is larger than {@code maxBytes}: the rest is not read. */
  boolean receive(InputStream body, long maxBytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        size += count;
        if (size > maxBytes) {
          return false;
        }
        digest.update(buffer, 0, count);
        write(ByteBuffer.wrap(buffer, 0, count), out);
      }
      out.force(true);
    }
    return true;
  }

  long size() {
    return size;
  }

  /** In lower-case hexadecimal digits; may be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  InputStream content() throws IOException {
    return Files.newInputStream(file);
  }

  void moveTo(Path place) throws IOException {
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static void write(ByteBuffer bytes, FileChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
