package id.alur.helpdesk;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that break things, the same in each run. */
final class HostileText {

  /** Each of them alone has broken some system. */
  static final List<String> PIECES = List.of(
      "a", "Contoh", " ", "", "\t", "\n", "\r\n", "\r", "\0", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u00a0",
      "\u00ad", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069",
      "\ufeff", "\ufffd", "\uffff", "\ud83d", "\ude00", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69", "e\u0301\u0301",
      "\u0627\u0644", "\u05d0", "\uff01", "<script>alert(1)</script>", "</textarea>", "\"><img src=x onerror=alert(1)>",
      "<!--", "]]>", "&lt;b&gt;", "&#0;", "' or 1=1 --", "\";drop table complaint;--", "${7*7}", "#{7*7}", "[[${7*7}]]",
      "__${7*7}__::.x", "{0}", "{{7*7}}", "%s%n", "%0d%0aBcc:x@contoh.test", "\r\nBcc: x@contoh.test", "\nSubject: x",
      "=?utf-8?q?x?=", "@", "x@contoh.test", "<x@contoh.test>", "\"x\"@contoh.test", "javascript:alert(1)", "../../etc",
      "=cmd|'/c calc'!A0", "\\", "\\u0000", "NaN", "null", "\u0130", "\u00df", "7KPM-3XWE");

  private final Random random;

  HostileText(long seed) {
    this.random = new Random(seed);
  }

  /** Up to nine pieces beside each other, now and then one of them often enough to reach a limit. */
  String next() {
    String text = IntStream.range(0, 1 + random.nextInt(9)).mapToObj(i -> piece()).collect(Collectors.joining());
    return random.nextInt(10) > 0 ? text : text + piece().repeat(1 + random.nextInt(4100));
  }

  Stream<String> texts(int count) {
    return Stream.generate(this::next).limit(count);
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
