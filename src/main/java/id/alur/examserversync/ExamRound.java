package id.alur.examserversync;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A round of the exam: within it a machine has one ID Server.
 *
 * @param key the same for all who mean the same round: capitals and digits with single dashes, such as "UNBK-2019"
 */
record ExamRound(String key) {

  static final String REFUSAL =
      "Tulis nama babak ujian dengan huruf dan angka, paling panjang 40 karakter, misalnya UNBK 2019.";

  private static final int LONGEST = 40;
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9]+(?:[ ._/-]+[A-Za-z0-9]+)*");
  private static final Pattern BETWEEN = Pattern.compile("[ ._/-]+");

  /** The round that {@code typed} names; empty if it names none, see {@link #REFUSAL}. */
  static Optional<ExamRound> of(String typed) {
    return Optional.ofNullable(typed).map(String::strip)
        .filter(name -> name.length() <= LONGEST && VALID.matcher(name).matches())
        .map(name -> new ExamRound(BETWEEN.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("-")));
  }
}
