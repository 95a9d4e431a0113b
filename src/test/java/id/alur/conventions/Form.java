package id.alur.conventions;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An embedded form, read as text: the tests need its tags, not a browser. */
record Form(Path file, String html) {

  private static final String ATTRIBUTE = "([^\\s=<>\"'/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?";
  private static final Pattern ATTRIBUTES = Pattern.compile(ATTRIBUTE);
  private static final Pattern TAG = Pattern.compile("<([a-zA-Z][\\w-]*)((?:\\s+" + ATTRIBUTE + ")*)\\s*/?>");

  /** An opening tag. */
  record Tag(String name, Map<String, String> attributes, int start, int end) {

    String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  static Form read(Path file) {
    return new Form(file, House.textOf(file));
  }

  List<Tag> tags() {
    return TAG.matcher(html).results()
        .map(tag -> new Tag(tag.group(1).toLowerCase(), attributes(tag.group(2)), tag.start(), tag.end()))
        .toList();
  }

  /** The inputs that fill a variable. */
  List<Tag> fields() {
    return tags().stream().filter(tag -> tag.attributes().containsKey("cam-variable-name")).toList();
  }

  /** What stands between {@code tag} and its end. */
  String contentOf(Tag tag) {
    int close = html.indexOf("</" + tag.name(), tag.end());
    return close < 0 ? "" : html.substring(tag.end(), close);
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new TreeMap<>();
    Matcher attribute = ATTRIBUTES.matcher(text);
    while (attribute.find()) {
      attributes.put(attribute.group(1).toLowerCase(),
          firstOf(attribute.group(2), attribute.group(3), attribute.group(4)));
    }
    return attributes;
  }

  private static String firstOf(String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  String fault(String sentence, Object... values) {
    return file + ": " + sentence.formatted(values);
  }
}
