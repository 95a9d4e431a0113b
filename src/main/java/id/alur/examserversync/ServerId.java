package id.alur.examserversync;

import java.util.Optional;

/**
 * The ID Server that a school gets in the menu ID Sinkronisasi of the UBK web (ES-1, ES-8).
 *
 * @param value in capitals
 */
record ServerId(String value) {

  private static final int LONGEST = 40;

  /** The id that {@code typed} means; empty if it means none, see {@link #refusalOf}. */
  static Optional<ServerId> of(String typed) {
    return refusalOf(typed) == null ? Optional.of(new ServerId(MachineCode.normal(typed))) : Optional.empty();
  }

  /** What is wrong with {@code typed}, as a sentence for the proctor; null if nothing. */
  static String refusalOf(String typed) {
    return MachineCode.refusalOf(typed, "ID Server", "Salin dari menu ID Sinkronisasi di web UBK.", LONGEST);
  }
}
