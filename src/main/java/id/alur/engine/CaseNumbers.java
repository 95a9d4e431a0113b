package id.alur.engine;

import java.security.SecureRandom;

/** Gives each case a number that people can read to each other on the telephone. */
public final class CaseNumbers {

  /** Without letters and digits that look or sound alike. */
  private static final String ALPHABET = "ACDEFHJKMNPRTWXY3479";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 6;

  private CaseNumbers() {}

  /** Such as {@code MS-001042-K7PRMA}: the procedure, the unit, and six random characters. */
  public static String next(String prefix, String unit) {
    StringBuilder number = new StringBuilder(prefix).append('-').append(unit).append('-');
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> number.append(ALPHABET.charAt(i)));
    return number.toString();
  }
}
