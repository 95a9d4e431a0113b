package id.alur.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Accepts PDF, PNG and JPEG by their first bytes, not by their name; nothing is opened. */
final class PdfOrPicture implements Inspection {

  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  @Override
  public Optional<String> findFault(InputStream content) throws IOException {
    byte[] head = content.readNBytes(PNG.length);
    boolean known = Stream.of(PDF, PNG, JPEG).anyMatch(type -> startsWith(head, type));
    return known ? Optional.empty()
        : Optional.of("Isi berkas ini bukan PDF, PNG, atau JPG. Buka berkasnya, simpan ulang, lalu unggah lagi.");
  }

  private static boolean startsWith(byte[] head, byte[] type) {
    return head.length >= type.length && Arrays.equals(head, 0, type.length, type, 0, type.length);
  }
}
