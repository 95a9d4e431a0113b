package id.alur.examserversync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Participants of an exam as a CSV file lists them: by number, by name, or both. It is read, compared and forgotten.
 *
 * @param numbers in the file's order; empty if the file has no such column
 * @param names likewise
 */
record ParticipantList(List<String> numbers, List<String> names) {

  private static final int LARGEST = 1024 * 1024;
  private static final Set<String> NUMBER_TITLES = Set.of("nomor peserta", "no peserta", "nomor ujian", "no ujian",
      "nomor ujian peserta", "username", "nopes", "nomor peserta ujian", "no peserta ujian");
  private static final Set<String> NAME_TITLES = Set.of("nama", "nama peserta", "nama siswa", "nama lengkap", "peserta",
      "siswa", "name");
  private static final String AS_CSV = " Simpan daftar sebagai CSV, lalu pilih lagi.";

  ParticipantList {
    numbers = List.copyOf(numbers);
    names = List.copyOf(names);
  }

  /**
   * Reads a file with commas, semicolons or tabs, with or without titles, as Excel and other programs write it.
   *
   * @param csv not closed here; read up to 1 MB
   * @throws UnreadableParticipants if it is no such file
   * @throws IOException if it cannot be read at all
   */
  static ParticipantList read(InputStream csv) throws IOException, UnreadableParticipants {
    byte[] content = csv.readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      throw new UnreadableParticipants("Daftar peserta paling besar 1 MB. Pilih berkas CSV yang berisi peserta sekolah ini saja.");
    }
    List<List<String>> rows = rows(textOf(content));
    if (rows.isEmpty()) {
      throw new UnreadableParticipants("Berkas ini tidak berisi peserta." + AS_CSV);
    }
    return hasTitles(rows.get(0)) ? withTitles(rows) : withoutTitles(rows);
  }

  private static String textOf(byte[] content) throws UnreadableParticipants {
    String text = decode(content).replaceFirst("^\\uFEFF", "");
    if (text.startsWith("PK") || text.startsWith("%PDF") || text.codePoints().anyMatch(ParticipantList::isBinary)) {
      throw new UnreadableParticipants("Berkas ini bukan CSV, mungkin buku kerja Excel atau PDF." + AS_CSV);
    }
    if (text.stripLeading().startsWith("<")) {
      throw new UnreadableParticipants("Berkas ini laman web (HTML), bukan CSV." + AS_CSV);
    }
    return text;
  }

  private static boolean isBinary(int character) {
    return Character.isISOControl(character) && !Character.isWhitespace(character);
  }

  /** Excel in Indonesia writes CSV in UTF-8 with a byte order mark, UTF-16, or the code page of Windows. */
  private static String decode(byte[] content) {
    if (content.length >= 2 && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe
        || content[0] == (byte) 0xfe && content[1] == (byte) 0xff)) {
      return new String(content, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(content, Charset.forName("windows-1252"));
    }
  }

  private static List<List<String>> rows(String text) throws IOException, UnreadableParticipants {
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiterOf(text)).setIgnoreSurroundingSpaces(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.stream().map(ParticipantList::cells).filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty()))
          .toList();
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw new UnreadableParticipants("Susunan CSV ini rusak, mungkin ada tanda kutip yang tidak ditutup." + AS_CSV);
    }
  }

  private static char delimiterOf(String text) {
    String beginning = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    return beginning.indexOf(';') >= 0 ? ';' : beginning.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private static List<String> cells(CSVRecord row) {
    return row.stream().map(cell -> cell.replaceAll("[\\p{Cf}]", "").replaceAll("[\\s\\p{Z}]+", " ").strip()).toList();
  }

  private static boolean hasTitles(List<String> row) {
    return column(row, NUMBER_TITLES).isPresent() || column(row, NAME_TITLES).isPresent();
  }

  private static ParticipantList withTitles(List<List<String>> rows) throws UnreadableParticipants {
    List<List<String>> participants = rows.subList(1, rows.size());
    if (participants.isEmpty()) {
      throw new UnreadableParticipants("Berkas ini hanya berisi baris judul, tanpa peserta. Pilih daftar yang sudah berisi.");
    }
    return new ParticipantList(
        column(rows.get(0), NUMBER_TITLES).map(column -> cellsOf(participants, column)).orElse(List.of()),
        column(rows.get(0), NAME_TITLES).map(column -> cellsOf(participants, column)).orElse(List.of()));
  }

  /** A single column is what it is; of several the one with names is taken, never a running number. */
  private static ParticipantList withoutTitles(List<List<String>> rows) throws UnreadableParticipants {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 1) {
      List<String> only = cellsOf(rows, 0);
      return isNames(only) ? new ParticipantList(List.of(), only) : new ParticipantList(only, List.of());
    }
    List<List<String>> names = IntStream.range(0, columns).mapToObj(column -> cellsOf(rows, column))
        .filter(ParticipantList::isNames).toList();
    if (names.size() != 1) {
      throw new UnreadableParticipants("Tidak jelas kolom mana yang berisi peserta. Tambahkan baris judul dengan \"Nomor "
          + "Peserta\" atau \"Nama\", lalu pilih lagi.");
    }
    return new ParticipantList(List.of(), names.get(0));
  }

  private static Optional<Integer> column(List<String> titles, Set<String> wanted) {
    return IntStream.range(0, titles.size()).boxed()
        .filter(i -> wanted.contains(titles.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip())).findFirst();
  }

  private static List<String> cellsOf(List<List<String>> rows, int column) {
    return rows.stream().map(row -> column < row.size() ? row.get(column) : null).filter(Objects::nonNull)
        .filter(cell -> !cell.isEmpty()).toList();
  }

  /** Names hold no digits, and more letters than L and P do. */
  private static boolean isNames(List<String> cells) {
    return cells.stream().filter(ParticipantList::isName).count() * 2 > cells.size();
  }

  private static boolean isName(String cell) {
    return cell.codePoints().noneMatch(Character::isDigit) && cell.codePoints().filter(Character::isLetter).count() > 2;
  }
}
