package id.alur.partner.neofeeder;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom to look for, as typed by a person and brought into its one proper form. Only letters, digits and the signs of
 * names and numbers are in it: Feeder's filter is a piece of SQL.
 *
 * @param value a number (3 to 24 characters) or a name (3 to 100)
 * @throws IllegalArgumentException if it is not that
 */
public record Search(By by, String value) {

  /** What a person is looked for by. */
  public enum By {
    /** A NIM, NIDN, NUPTK or NIP. */
    NUMBER("(?=.*[0-9])[0-9A-Z./-]{3,24}"),
    /** The name or a part of it. */
    NAME("(?=.*\\p{L})[\\p{L}\\p{M}.,' -]{3,100}");

    private final Pattern shape;

    By(String shape) {
      this.shape = Pattern.compile(shape);
    }

    private boolean fits(String value) {
      return shape.matcher(value).matches();
    }
  }

  private static final Pattern LABEL = Pattern.compile("(?i)^\\s*(nim|nidn|nuptk|nip)[\\s:.]+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ`´]");

  public Search {
    if (!by.fits(value)) {
      throw new IllegalArgumentException("nobody can be looked for by this " + by);
    }
  }

  /** What {@code typed} means; empty if it is neither a number nor a name. */
  public static Optional<Search> of(String typed) {
    String visible = LABEL.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceFirst("");
    String number = SPACES.matcher(visible).replaceAll("").toUpperCase(Locale.ROOT);
    if (By.NUMBER.fits(number)) {
      return Optional.of(new Search(By.NUMBER, number));
    }
    String name = SPACES.matcher(APOSTROPHES.matcher(visible).replaceAll("'")).replaceAll(" ").strip();
    return By.NAME.fits(name) ? Optional.of(new Search(By.NAME, name)) : Optional.empty();
  }

  /** Without the value, which is personal. */
  @Override
  public String toString() {
    return "search by " + by;
  }
}
