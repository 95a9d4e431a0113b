package id.alur.sistermanualsync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Judges the file that was saved after signing in at /autosync (MS-6): it must be a whole JSON document with data in it.
 *
 * <p>Nobody has published what the JSON holds, so nothing more is asked of it. It is read as a stream that skips each
 * text: neither the file's size nor that of one text in it matters to memory.
 */
final class SisterAnswer {

  /** Interning would keep each of a million different names in the JVM's own table. */
  private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private static final int BEGINNING = 8192;

  private SisterAnswer() {}

  /** What is wrong with this file, as a sentence for the Admin PT; empty if it can be sent on. */
  static Optional<String> faultIn(InputStream content) throws IOException {
    BufferedInputStream in = new BufferedInputStream(content);
    char first = firstCharacter(in);
    if (first == 0) {
      return Optional.of("Berkas ini kosong. Kembali ke tab SISTER, tekan CTRL + S, lalu pilih berkas yang baru disimpan.");
    }
    if (first == '<') {
      return Optional.of("Berkas ini laman web (HTML), bukan JSON; biasanya itu laman masuk. Pastikan JSON sudah tampil "
          + "di layar, tekan CTRL + S, lalu simpan lagi.");
    }
    try (JsonParser parser = JSON.createParser(in)) {
      return faultIn(parser);
    } catch (JsonEOFException cutOff) {
      return Optional.of("JSON ini terpotong di baris " + line(cutOff.getLocation())
          + ". Tunggu sampai laman SISTER selesai dimuat, lalu simpan lagi dengan CTRL + S.");
    } catch (StreamConstraintsException unusual) {
      return Optional.of("Susunan JSON ini tidak wajar, jadi tidak dapat diperiksa. Simpan lagi dari layar SISTER; bila "
          + "tetap begini, tanyakan kepada Pusat Bantuan.");
    } catch (JsonProcessingException broken) {
      return Optional.of("Isi berkas ini bukan JSON yang utuh: ada kesalahan di baris " + line(broken.getLocation())
          + ". Simpan lagi dari layar SISTER dengan CTRL + S, tanpa mengubah isinya.");
    } catch (CharConversionException unreadable) {
      return Optional.of("Isi berkas ini tidak dapat dibaca sebagai teks. Simpan lagi dari layar SISTER dengan CTRL + S, "
          + "tanpa mengubah isinya.");
    }
  }

  private static Optional<String> faultIn(JsonParser parser) throws IOException {
    boolean hasData = readDocument(parser);
    if (hasMore(parser)) {
      return Optional.of("Sesudah JSON masih ada isi lain di baris " + line(parser.currentLocation())
          + ". Simpan lagi dari layar SISTER dengan CTRL + S, tanpa mengubah isinya.");
    }
    return hasData ? Optional.empty() : Optional.of(
        "JSON ini tidak berisi data. Periksa apakah proses masuk sudah selesai, lalu simpan lagi.");
  }

  /** Reads one document to its end; tells whether it is an object or array with something in it. */
  private static boolean readDocument(JsonParser parser) throws IOException {
    JsonToken root = parser.nextToken();
    boolean hasData = root != null && root.isStructStart() && !parser.nextToken().isStructEnd();
    while (!parser.getParsingContext().inRoot()) {
      parser.nextToken();
    }
    return hasData;
  }

  private static boolean hasMore(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() != null;
    } catch (JsonProcessingException | CharConversionException noJson) {
      return true;
    }
  }

  private static long line(JsonLocation location) {
    return location == null ? 1 : location.getLineNr();
  }

  /** The first character that is not a byte order mark, a NUL of UTF-16 or white space; 0 if there is none. */
  private static char firstCharacter(BufferedInputStream in) throws IOException {
    in.mark(BEGINNING);
    byte[] beginning = in.readNBytes(BEGINNING);
    in.reset();
    for (byte b : beginning) {
      int value = b & 0xff;
      boolean skipped = value == 0xef || value == 0xbb || value == 0xbf || value == 0xfe || value == 0xff || value == 0;
      if (!skipped && !Character.isWhitespace(value)) {
        return (char) value;
      }
    }
    return beginning.length < BEGINNING ? (char) 0 : ' ';
  }
}
