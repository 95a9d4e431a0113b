package id.alur.act;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports while it is read how much has come in, such as "12,4 MB diterima". */
final class ReportedStream extends FilterInputStream {

  private static final Locale INDONESIAN = Locale.forLanguageTag("id");
  private static final double KILOBYTE = 1024;

  private final Consumer<String> report;
  private long received;

  ReportedStream(InputStream in, Consumer<String> report) {
    super(in);
    this.report = report;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    if (read > 0) {
      received += read;
      report.accept(sizeOf(received) + " diterima");
    }
  }

  private static String sizeOf(long bytes) {
    double kilobytes = bytes / KILOBYTE;
    return kilobytes < KILOBYTE
        ? String.format(INDONESIAN, "%.0f KB", Math.ceil(kilobytes))
        : String.format(INDONESIAN, "%.1f MB", kilobytes / KILOBYTE);
  }
}
