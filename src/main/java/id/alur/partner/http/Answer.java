package id.alur.partner.http;

import java.nio.charset.StandardCharsets;

/** A whole answer in memory, whatever its status says. */
public record Answer(AnswerHead head, byte[] body) {

  public int status() {
    return head.status();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Without the body, which may hold what is personal. */
  @Override
  public String toString() {
    return head + " (" + body.length + " bytes)";
  }
}
