package id.alur.partner.neofeeder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.alur.partner.http.Answer;
import id.alur.partner.neofeeder.Failure.Kind;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An answer of the web service. Its error_code comes as a number or as text; its data as a list, as one object, or, if
 * there is none, as anything empty.
 *
 * @param rows empty if there is a failure
 * @param failure null if there is none
 */
record Envelope(List<JsonNode> rows, Failure failure) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_QUOTE = 200;

  static Envelope failed(Failure failure) {
    return new Envelope(List.of(), failure);
  }

  static Envelope failed(Kind kind) {
    return failed(Failure.of(kind));
  }

  /** What {@code answer} says; its own words never tell {@code secrets}. */
  static Envelope of(Answer answer, Collection<String> secrets) {
    JsonNode told = read(answer);
    Integer code = code(told.path("error_code"));
    if (code == null || code == 0 && answer.status() != 200) {
      return failed(answer.status() < 500 ? Failure.of(Kind.NOT_UNDERSTOOD)
          : new Failure(Kind.SERVER_FAILED, answer.status(), ""));
    }
    return code == 0 ? ofData(told.path("data"))
        : failed(Failure.ofCode(code, PlainText.of(told.path("error_desc").asText(""), LONGEST_QUOTE, secrets)));
  }

  boolean isFailed() {
    return failure != null;
  }

  boolean isTokenRefused() {
    return isFailed() && failure.kind() == Kind.TOKEN_REFUSED;
  }

  private static JsonNode read(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static Integer code(JsonNode written) {
    String text = written.asText("").strip();
    return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  private static Envelope ofData(JsonNode data) {
    if (data.isNull() || data.isMissingNode() || data.isContainerNode() && data.isEmpty()) {
      return new Envelope(List.of(), null);
    }
    List<JsonNode> rows = data.isArray() ? StreamSupport.stream(data.spliterator(), false).toList() : List.of(data);
    return rows.stream().allMatch(JsonNode::isObject) ? new Envelope(rows, null) : failed(Kind.NOT_UNDERSTOOD);
  }
}
