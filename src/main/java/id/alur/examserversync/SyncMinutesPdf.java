package id.alur.examserversync;

import id.alur.examserversync.SyncMinutes.Entry;
import id.alur.examserversync.SyncMinutes.Evidence;
import id.alur.examserversync.SyncMinutes.Step;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Prints {@link SyncMinutes} as a PDF in Indonesian, on A4, with its font in it. */
final class SyncMinutesPdf {

  private static final String TITLE = "Berita Acara Sinkronisasi Server Ujian";
  private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'pukul' HH.mm.ss", INDONESIAN);
  private static final Map<String, String> ZONE_NAMES =
      Map.of("Asia/Jakarta", "WIB", "Asia/Pontianak", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

  private static final BaseFont TYPEFACE = typeface();
  private static final Color MUTED = new Color(0x55, 0x5f, 0x6b);
  private static final Color LINE = new Color(0xc8, 0xce, 0xd6);
  private static final Font HEADING = new Font(TYPEFACE, 16, Font.BOLD);
  private static final Font STEP = new Font(TYPEFACE, 11, Font.BOLD);
  private static final Font TEXT = new Font(TYPEFACE, 10);
  private static final Font LABEL = new Font(TYPEFACE, 10, Font.NORMAL, MUTED);
  private static final Font SMALL = new Font(TYPEFACE, 8, Font.NORMAL, MUTED);

  private static final float MARGIN = 56;
  private static final float FOOTER = 32;
  private static final float[] LABEL_AND_VALUE = {3, 7};

  private final SyncMinutes minutes;
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + FOOTER);

  private SyncMinutesPdf(SyncMinutes minutes) {
    this.minutes = minutes;
  }

  /** Prints {@code minutes} to {@code out}, which is not closed here. */
  static void print(SyncMinutes minutes, OutputStream out) {
    new SyncMinutesPdf(minutes).print(out);
  }

  private void print(OutputStream out) {
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    writer.setPageEvent(new Footer());
    document.addTitle(TITLE);
    document.addSubject(minutes.machineLabel() + ", " + minutes.schoolName());
    document.addCreator("Alur");
    document.setDocumentLanguage("id-ID");
    document.open();
    document.add(new Paragraph(TITLE, HEADING));
    document.add(facts());
    addSteps();
    document.add(signature());
    document.close();
  }

  private PdfPTable facts() {
    PdfPTable table = table(LABEL_AND_VALUE);
    table.setSpacingBefore(12);
    addFact(table, "Sekolah", minutes.schoolName() + " (NPSN " + minutes.npsn() + ")");
    addFact(table, "Babak ujian", minutes.examRound() + ", tes " + DAY.format(minutes.examDay()));
    addFact(table, "Mesin", minutes.machineLabel());
    addFact(table, "Nomor seri (SN)", minutes.serialNumber());
    addFact(table, "ID Server", minutes.serverId());
    addFact(table, "Hasil", minutes.outcome());
    addFact(table, "Nomor kasus", minutes.caseId());
    return table;
  }

  private void addSteps() {
    Paragraph heading = new Paragraph("Langkah yang dikerjakan", STEP);
    heading.setSpacingBefore(18);
    document.add(heading);
    int number = 1;
    for (Step step : minutes.steps()) {
      document.add(stepTable(number++, step));
    }
  }

  /** One table for a step, so that its heading never stays behind alone at the foot of a page. */
  private PdfPTable stepTable(int number, Step step) {
    PdfPTable table = table(LABEL_AND_VALUE);
    table.setSpacingBefore(10);
    table.setHeaderRows(1);
    table.addCell(stepHeading(number, step));
    addFact(table, "Waktu", time(step.doneAt()));
    addFact(table, "Dikerjakan oleh", step.person());
    for (Entry entry : step.entries()) {
      addFact(table, entry.label(), entry.value());
    }
    for (Evidence evidence : step.evidence()) {
      PdfPCell file = cell(evidence.fileName() + "\n", TEXT);
      file.getPhrase().add(new Chunk(printable("SHA-256 " + evidence.sha256()), SMALL));
      table.addCell(cell("Bukti", LABEL));
      table.addCell(file);
    }
    table.setKeepTogether(true);
    return table;
  }

  private static PdfPCell stepHeading(int number, Step step) {
    PdfPCell heading = cell(number + ". " + step.name(), STEP);
    heading.setColspan(2);
    heading.setBorder(Rectangle.TOP);
    heading.setBorderColor(LINE);
    heading.setPaddingTop(6);
    return heading;
  }

  private PdfPTable signature() {
    PdfPTable table = table(1, 1);
    table.setSpacingBefore(28);
    table.setKeepTogether(true);
    PdfPCell note = cell("Dibuat oleh Alur dari catatan kasus ini pada " + time(minutes.writtenAt())
        + ". Sidik jari SHA-256 menunjukkan apakah sebuah berkas masih sama dengan yang dicatat di sini.", LABEL);
    note.setColspan(2);
    table.addCell(note);
    for (String role : new String[] {"Proktor", "Kepala sekolah"}) {
      PdfPCell place = cell(role + "\n\n\n\n(………………………………………)", TEXT);
      place.setPaddingTop(20);
      table.addCell(place);
    }
    return table;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSplitLate(false);
    return table;
  }

  private static void addFact(PdfPTable table, String label, String value) {
    table.addCell(cell(label, LABEL));
    table.addCell(cell(value == null || value.isBlank() ? "-" : value, TEXT));
  }

  private static PdfPCell cell(String text, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(new Chunk(printable(text), font)));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPaddingLeft(0);
    cell.setPaddingBottom(4);
    cell.setLeading(0, 1.3f);
    return cell;
  }

  /** What the typeface does not have shows as a box, not as nothing: a name must not silently lose a letter. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints().filter(c -> c == '\n' || !Character.isISOControl(c))
        .forEach(c -> printable.appendCodePoint(c == '\n' || TYPEFACE.charExists(c) ? c : '□'));
    return printable.toString();
  }

  private String time(Instant moment) {
    ZoneId zone = minutes.zone();
    return TIME.format(moment.atZone(zone)) + " " + ZONE_NAMES.getOrDefault(zone.getId(), zone.getId());
  }

  private static BaseFont typeface() {
    String name = "LiberationSans-Regular.ttf";
    try (InputStream font = BaseFont.class.getResourceAsStream("/font-fallback/" + name)) {
      return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "Halaman 2 dari 3": the total is known, and drawn into its place, when the document is closed. */
  private final class Footer extends PdfPageEventHelper {

    private PdfTemplate total;

    @Override
    public void onOpenDocument(PdfWriter writer, Document opened) {
      total = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
      PdfContentByte canvas = writer.getDirectContent();
      String number = "Halaman " + writer.getPageNumber() + " dari";
      float right = page.right() - 16;
      String what = printable(minutes.schoolName() + ", " + minutes.machineLabel());
      ColumnText footer = new ColumnText(canvas);
      footer.setSimpleColumn(new Phrase(what, SMALL), page.left(), FOOTER - 4, right - 100, FOOTER + 20, 10, Element.ALIGN_LEFT);
      footer.go();
      ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, new Phrase(number, SMALL), right, FOOTER + 10, 0);
      canvas.addTemplate(total, right + 2, FOOTER + 10);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document closed) {
      ColumnText.showTextAligned(total, Element.ALIGN_LEFT, new Phrase(String.valueOf(writer.getPageNumber() - 1), SMALL), 0, 0, 0);
    }
  }
}
