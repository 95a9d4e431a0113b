package id.alur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.engine.RejectedInput;
import java.net.http.HttpResponse;

/** An answer of the engine's REST interface. */
public record Answer(int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body());
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + body, e);
    }
  }

  /** Whether the case was moved or changed, or what was asked for was shown. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether this is a refusal of ours, with sentences that a person understands. */
  public boolean isRejectedInput() {
    return json().path("code").asInt() == RejectedInput.CODE;
  }

  /** What went wrong; empty if nothing did. */
  public String message() {
    return isSuccess() ? "" : json().path("message").asText();
  }
}
