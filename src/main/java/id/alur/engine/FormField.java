package id.alur.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of an embedded form, read from the form itself, so that what a task accepts is said in one place.
 *
 * @param name the variable that it fills
 * @param type String, Boolean or Long
 * @param maxLength of a text, in characters
 * @param referenceKind what a reference in this field points to; null if the field holds none
 * @param passing whether the engine forgets its text when the form's own rules have read it: what is too personal to keep
 * @param keepsValue whether it shows the value of an earlier step; any other field is empty each time its task appears
 */
record FormField(String name, String type, int maxLength, String referenceKind, boolean passing,
    boolean keepsValue) {

  /** The engine's column for a text. */
  private static final int LONGEST_TEXT = 4000;

  private static final Pattern INPUT = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile(
      "data-reference-kind=\"([^\"]+)\".*?cam-variable-name=\"([^\"]+)\"", Pattern.DOTALL);

  /** The fields of a form by name; several radio buttons are one field. */
  static Map<String, FormField> in(String html) {
    Map<String, String> kinds = new LinkedHashMap<>();
    Matcher reference = REFERENCE.matcher(html);
    while (reference.find()) {
      kinds.put(reference.group(2), reference.group(1));
    }
    Map<String, FormField> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(html);
    while (input.find()) {
      String name = attribute(input.group(), "cam-variable-name");
      if (name != null) {
        fields.putIfAbsent(name, of(name, input.group(), kinds.get(name)));
      }
    }
    return fields;
  }

  private static FormField of(String name, String tag, String kind) {
    String type = attribute(tag, "cam-variable-type");
    String maxLength = attribute(tag, "maxlength");
    int longest = maxLength == null ? LONGEST_TEXT : Math.min(LONGEST_TEXT, Integer.parseInt(maxLength));
    return new FormField(name, type == null ? "String" : type, longest, kind, tag.contains(" data-passing"),
        tag.contains(" data-keep-value"));
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? value.group(1) : null;
  }

  /** What is wrong with {@code value} in this field; null if nothing. */
  String refusalOf(Object value) {
    if (value == null) {
      return null;
    }
    boolean fits = switch (type) {
      case "Boolean" -> value instanceof Boolean;
      case "Long" -> value instanceof Long || value instanceof Integer;
      default -> value instanceof String;
    };
    if (!fits) {
      return "Isian ini tidak dapat dibaca. Isi lagi melalui formulir.";
    }
    if (value instanceof String text && text.length() > maxLength) {
      return "Paling banyak " + maxLength + " karakter; isian Anda " + text.length() + " karakter. Persingkat isian ini.";
    }
    return value instanceof String text && !StorableText.isStorable(text)
        ? "Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang isian ini." : null;
  }
}
