package id.alur.sistermanualsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.alur.Sop;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Sop("MS-6")
class SisterAnswerTest {

  private static final String BOM = "\ufeff";
  private static final String SAMPLE = """
      {"pt": {"kode": "001042", "nama": "Universitas Contoh \\u00e9 ä € 😀"},
       "dosen": [{"aktif": true, "sks": 12.5e0, "catatan": null}, [], {}, -3, "\\"\\\\"]}""";

  private static final String EMPTY = "Berkas ini kosong";
  private static final String HTML = "laman web (HTML)";
  private static final String NO_DATA = "tidak berisi data";
  private static final String CUT_OFF = "terpotong";
  private static final String BROKEN = "bukan JSON yang utuh";
  private static final String MORE = "masih ada isi lain";
  private static final String UNUSUAL = "tidak wajar";
  private static final String UNREADABLE = "tidak dapat dibaca sebagai teks";

  @ParameterizedTest
  @ValueSource(strings = {
      SAMPLE, BOM + SAMPLE, "\r\n\t " + SAMPLE + "\n\n", "[1]", "[[]]", "{\"a\":null}", "{\"a\":1,\"a\":2}"})
  void acceptsAWholeDocumentWithData(String content) {
    assertThat(faultIn(content)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
  void acceptsEveryEncodingOfJson(String charset) {
    assertThat(faultIn(SAMPLE.getBytes(Charset.forName(charset)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t  \n", BOM, BOM + "\n", "\u0000\u0000"})
  void saysThatNothingWasSaved(String content) {
    assertFault(content, EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<!DOCTYPE html><html><body>Sign In</body></html>", "<html>", BOM + "<!doctype html>", "\n\n  <html>",
      "<?xml version=\"1.0\"?>"})
  void saysThatALoginPageWasSaved(String content) {
    assertFault(content, HTML);
    assertFault(content.getBytes(StandardCharsets.UTF_16), HTML);
  }

  @Test
  void findsALoginPageBelowManyEmptyLines() {
    assertFault("\r\n".repeat(2_000) + "<html>", HTML);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", " { } ", "null", "true", "42", "\"sukses\""})
  void saysThatThereIsNoDataInIt(String content) {
    assertFault(content, NO_DATA);
  }

  @Test
  void saysThatThereIsNoDataInNothingButWhiteSpace() {
    assertFault(" ".repeat(100_000), NO_DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "[1", "{\"a\"", "{\"a\":", "{\"a\":\"b", "[\"ä", "[[1]", "{\"a\":{\"b\":1}"})
  void saysThatItWasCutOff(String content) {
    assertFault(content, CUT_OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-32"})
  void refusesADocumentThatWasCutOffAtAnyByte(String charset) {
    byte[] whole = SAMPLE.getBytes(Charset.forName(charset));
    for (int length = 0; length < whole.length; length++) {
      assertThat(faultIn(Arrays.copyOf(whole, length))).as("%d of %d bytes", length, whole.length).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]{\"a\":1}", "[1]\n[1]", "[1],", "[1]]", "[1]x", "{\"a\":1}<html>", "[1]\u0000\u0000",
      "{} {}", "1 2"})
  void saysThatSomethingFollows(String content) {
    assertFault(content, MORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sign In", "{'a':1}", "{a:1}", "[1,]", "[01]", "[NaN]", "[\"a\nb\"]", "// ya\n[1]",
      "{\"a\" 1}", "[1}", "]", "%PDF-1.7"})
  void saysThatItIsNoJson(String content) {
    assertFault(content, BROKEN);
  }

  @Test
  void namesTheLineOfTheFault() {
    assertFault("{\"a\": 1,\n\"b\": x}", "baris 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, 0xc0, 0xe4, 0x80})
  void refusesWhatIsNotUtf8(int stray) {
    assertFault(new byte[] {'[', '"', (byte) stray, '"', ']'}, BROKEN);
    assertFault(new byte[] {'{', '"', (byte) stray, 'n', 'a', 'm', 'a', '"', ':', '1', '}'}, BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000fffe5b000000", "feff00005b000000", "0000feff7fffffff"})
  void saysThatItIsNoText(String bytes) {
    assertFault(HexFormat.of().parseHex(bytes), UNREADABLE);
  }

  @Test
  void refusesWhatOnlyAnAttackerWouldWrite() {
    assertFault("[".repeat(100_000), UNUSUAL);
    assertFault("{\"a\":".repeat(100_000), UNUSUAL);
    assertFault("[" + "9".repeat(100_000) + "]", UNUSUAL);
    assertFault("{\"" + "a".repeat(100_000) + "\":1}", UNUSUAL);
  }

  @Test
  void neverFailsWhateverTheFileHolds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] sample = SAMPLE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] content = random.nextBoolean() ? sample.clone() : new byte[1 + random.nextInt(40)];
      for (int change = random.nextInt(content.length); change > 0; change--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt();
      }
      Optional<String> fault = faultIn(content);
      fault.ifPresent(sentence -> assertThat(sentence).as("seed %d", seed).endsWith("."));
    }
  }

  @Test
  @Timeout(20)
  void readsTwoHundredMegabytesOfRecordsInConstantMemory() {
    String record = "{\"nidn\":\"0012345678\",\"nama\":\"Dosen Contoh\",\"sks\":12,\"riwayat\":[1.5,null]},";
    assertReadInConstantMemory(large("[", record, "{}]"));
  }

  @Test
  @Timeout(20)
  void readsOneTextOfTwoHundredMegabytesInConstantMemory() {
    assertReadInConstantMemory(large("{\"lampiran\":\"", "JVBERi0xLjcgY29udG9o", "\"}"));
  }

  @Test
  @Timeout(20)
  void refusesANumberOfTwoHundredMegabytesWithoutReadingIt() {
    CountingStream number = large("[", "9999999999", "]");
    assertThat(faultIn(number)).hasValueSatisfying(sentence -> assertThat(sentence).contains(UNUSUAL));
    assertThat(number.delivered).isLessThan(64 << 20);
  }

  private static void assertReadInConstantMemory(CountingStream content) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    faultIn(SAMPLE);
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(faultIn(content)).isEmpty();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(content.delivered).isGreaterThanOrEqualTo(200 << 20);
    assertThat(allocated).as("bytes allocated in all").isLessThan(1 << 20);
  }

  private static CountingStream large(String start, String repeated, String end) {
    byte[] block = repeated.repeat(64 * 1024 / repeated.length()).getBytes(StandardCharsets.UTF_8);
    int blocks = (200 << 20) / block.length + 1;
    return new CountingStream(new SequenceInputStream(Collections.enumeration(List.of(
        bytes(start), new RepeatingStream(block, blocks), bytes(end)))));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertFault(String content, String sentence) {
    assertFault(content.getBytes(StandardCharsets.UTF_8), sentence);
  }

  private static void assertFault(byte[] content, String sentence) {
    assertThat(faultIn(content)).hasValueSatisfying(fault -> assertThat(fault).contains(sentence));
  }

  private static Optional<String> faultIn(String content) {
    return faultIn(content.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> faultIn(byte[] content) {
    return faultIn(new ByteArrayInputStream(content));
  }

  private static Optional<String> faultIn(InputStream content) {
    try {
      return SisterAnswer.faultIn(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same block again and again: a large file without one. */
  private static final class RepeatingStream extends InputStream {

    private final byte[] block;
    private long left;

    RepeatingStream(byte[] block, int times) {
      this.block = block;
      this.left = (long) block.length * times;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int position = (int) ((block.length - left % block.length) % block.length);
      int count = Math.min(length, block.length - position);
      System.arraycopy(block, position, target, offset, count);
      left -= count;
      return count;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }

  /** Counts what was asked of it. */
  private static final class CountingStream extends FilterInputStream {

    private long delivered;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      delivered += Math.max(0, count);
      return count;
    }
  }
}
