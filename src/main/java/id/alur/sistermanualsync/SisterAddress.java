package id.alur.sistermanualsync;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PT's own SISTER, as typed or copied, in its one proper form (MS-4).
 *
 * <p>It may be a domain or an IP address, with http, https or nothing in front, with a port, with or without a trailing
 * /autosync. The source writes {@code https:/192.xx.xx.x/autosync} with a single slash: that is mended.
 *
 * @param base such as {@code https://sister.contoh.ac.id}, without a trailing slash
 */
record SisterAddress(String base) {

  private static final Pattern SCHEME = Pattern.compile("(?i)(https?):/{1,2}(?!/)(.*)");
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+-]*:(?!\\d+(/|$)).*");
  private static final Pattern REST = Pattern.compile("(\\[[0-9a-f:.]+]|[^/:\\[\\]]+)(?::(\\d{1,5}))?(?:/(?:autosync/?)?)?");
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** Where the Admin PT signs in. */
  String signInLink() {
    return base + "/autosync";
  }

  /** The address that {@code typed} means; empty if it means none, see {@link #refusalOf}. */
  static Optional<SisterAddress> of(String typed) {
    return refusalOf(typed) == null ? Optional.of(new SisterAddress(normal(typed))) : Optional.empty();
  }

  /** What is wrong with {@code typed}, as a sentence for the person who typed it; null if nothing. */
  static String refusalOf(String typed) {
    if (typed == null || typed.isBlank()) {
      return "Isi alamat SISTER PT Anda, misalnya https://sister.contoh.ac.id";
    }
    if (typed.codePoints().anyMatch(SisterAddress::isInvisible)) {
      return "Alamat mengandung spasi atau karakter yang tidak terlihat. Hapus isian ini, lalu ketik ulang alamatnya.";
    }
    if (typed.contains("@")) {
      return "Jangan menulis username atau password di dalam alamat. Tulis alamatnya saja, misalnya https://sister.contoh.ac.id";
    }
    if (!SCHEME.matcher(typed).matches() && OTHER_SCHEME.matcher(typed).matches()) {
      return "Alamat SISTER harus diawali http:// atau https://";
    }
    return normal(typed) == null
        ? "Alamat ini tidak dapat dipakai. Tulis domain atau alamat IP, bila perlu dengan port 1–65535, tanpa bagian lain "
            + "di belakangnya selain /autosync. Contoh: https://sister.contoh.ac.id atau https://192.0.2.10"
        : null;
  }

  private static String normal(String typed) {
    Matcher withScheme = SCHEME.matcher(typed);
    boolean hasScheme = withScheme.matches();
    String scheme = hasScheme ? withScheme.group(1).toLowerCase(Locale.ROOT) : "https";
    Matcher rest = REST.matcher((hasScheme ? withScheme.group(2) : typed).toLowerCase(Locale.ROOT));
    if (!rest.matches()) {
      return null;
    }
    String host = host(rest.group(1));
    String port = port(rest.group(2));
    return host == null || port == null ? null : scheme + "://" + host + port;
  }

  private static String host(String typed) {
    if (typed.startsWith("[")) {
      return isIpv6(typed) ? typed : null;
    }
    if (IPV4.matcher(typed).matches()) {
      return typed;
    }
    try {
      String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES);
      return DOMAIN.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException notADomain) {
      return null;
    }
  }

  private static boolean isIpv6(String bracketed) {
    try {
      return URI.create("http://" + bracketed).getHost() != null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static String port(String digits) {
    if (digits == null) {
      return "";
    }
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= 65_535 ? ":" + port : null;
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character) || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
