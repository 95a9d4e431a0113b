package id.alur.examserversync;

import java.util.Locale;
import java.util.regex.Pattern;

/** Codes that tell machines apart: nobody has published their format, so letters, digits and dashes are all that is asked. */
final class MachineCode {

  private static final Pattern VALID = Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9-]+");

  private MachineCode() {}

  /** Without white space around it, in capitals: people copy it either way. */
  static String normal(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  /** What is wrong with {@code typed} as the code called {@code name}, as a sentence for people; null if nothing. */
  static String refusalOf(String typed, String name, String whereItStands, int longest) {
    if (typed == null || typed.isBlank()) {
      return "Isi " + name + ". " + whereItStands;
    }
    String code = typed.strip();
    if (code.codePoints().anyMatch(MachineCode::isInvisible)) {
      return name + " mengandung spasi atau karakter yang tidak terlihat. Hapus isian ini, lalu ketik ulang.";
    }
    if (!VALID.matcher(code).matches()) {
      return name + " hanya terdiri atas huruf, angka, dan tanda hubung (-). " + whereItStands;
    }
    return code.length() > longest
        ? name + " paling panjang " + longest + " karakter; isian Anda " + code.length() + ". " + whereItStands
        : null;
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character) || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
