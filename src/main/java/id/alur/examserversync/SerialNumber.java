package id.alur.examserversync;

import java.util.Optional;

/**
 * The serial number (SN) of a machine, as its dashboard shows it (ES-8 to ES-10).
 *
 * @param value in capitals
 */
record SerialNumber(String value) {

  private static final int LONGEST = 64;

  /** The number that {@code typed} means; empty if it means none, see {@link #refusalOf}. */
  static Optional<SerialNumber> of(String typed) {
    return refusalOf(typed) == null ? Optional.of(new SerialNumber(MachineCode.normal(typed))) : Optional.empty();
  }

  /** What is wrong with {@code typed}, as a sentence for the proctor; null if nothing. */
  static String refusalOf(String typed) {
    return MachineCode.refusalOf(typed, "Nomor seri (SN)", "Salin dari dashboard CBTSync di layar server.", LONGEST);
  }
}
