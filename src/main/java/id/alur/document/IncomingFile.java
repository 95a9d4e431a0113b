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
import org.springframework.http.HttpStatus;

/** A file that is being received: gone when closed, unless it was {@linkplain #moveTo moved} to its place. */
final class IncomingFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path file;
  private final MessageDigest digest = sha256Digest();
  private long size;

  IncomingFile(Path file) {
    this.file = file;
  }

  /** Receives the body to its end and onto the disk, at most {@code maxBytes} of it. */
  void receive(InputStream body, long maxBytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
        size += count;
        if (size > maxBytes) {
          throw tooLarge(maxBytes);
        }
        digest.update(buffer, 0, count);
        write(ByteBuffer.wrap(buffer, 0, count), out);
      }
      out.force(true);
    }
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

  static RefusedUpload tooLarge(long maxBytes) {
    return new RefusedUpload(HttpStatus.PAYLOAD_TOO_LARGE, "Berkas lebih besar dari " + (maxBytes >> 20)
        + " MB. Berkas tidak disimpan. Perkecil berkasnya, lalu unggah lagi.");
  }

  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new RefusedUpload(HttpStatus.BAD_REQUEST,
          "Sambungan terputus sebelum berkas selesai dikirim. Berkas tidak disimpan. Kirim lagi.", e);
    }
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
