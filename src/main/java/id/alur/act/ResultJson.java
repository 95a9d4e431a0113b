package id.alur.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.act.ActOutcome.BusinessError;
import id.alur.act.ActOutcome.Done;
import id.alur.act.ActOutcome.Result;
import java.util.Map;

/** A result as the journal keeps it, and back. */
final class ResultJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private ResultJson() {}

  static String write(Result result) {
    String error = result instanceof BusinessError refused ? refused.code() : null;
    try {
      return JSON.writeValueAsString(new Stored(error, result.variables()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Result read(String json) {
    try {
      Stored stored = JSON.readValue(json, Stored.class);
      return stored.error() == null ? new Done(stored.variables()) : new BusinessError(stored.error(), stored.variables());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The journal holds a result that cannot be read", e);
    }
  }

  private record Stored(String error, Map<String, Object> variables) {}
}
