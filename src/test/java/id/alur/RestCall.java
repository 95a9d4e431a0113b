package id.alur;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A call of the engine's REST interface in whose path and body names in braces, such as {task}, stand for ids of a case. */
public record RestCall(String method, String path, Object body) {

  public static RestCall post(String path, Object body) {
    return new RestCall("POST", path, body);
  }

  public static RestCall put(String path, Object body) {
    return new RestCall("PUT", path, body);
  }

  public static RestCall delete(String path) {
    return new RestCall("DELETE", path, null);
  }

  /** A value as the interface wants it. */
  public static Map<String, Object> value(Object value) {
    return Map.of("value", value, "type", value.getClass().getSimpleName());
  }

  /** Sends it with {@code ids} put into all of its texts. */
  public Answer by(WebSession person, UnaryOperator<String> ids) throws IOException, InterruptedException {
    return person.tell(method, ids.apply(path).replace(" ", "%20"), filled(body, ids));
  }

  private static Object filled(Object part, UnaryOperator<String> ids) {
    if (part instanceof String text) {
      return ids.apply(text);
    }
    if (part instanceof Map<?, ?> map) {
      return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> filled(e.getValue(), ids)));
    }
    return part instanceof List<?> list ? list.stream().map(item -> filled(item, ids)).toList() : part;
  }

  @Override
  public String toString() {
    return method + " " + path + " " + body;
  }
}
