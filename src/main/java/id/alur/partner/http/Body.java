package id.alur.partner.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a request carries; it is read once, as a stream, and closed by whoever opened it.
 *
 * @param length in bytes, exactly
 */
public record Body(String contentType, long length, InputStream content) {

  /** A body that is in memory anyway. */
  public static Body of(String contentType, byte[] content) {
    return new Body(contentType, content.length, new ByteArrayInputStream(content));
  }

  /** The fields of a web form. */
  public static Body form(Map<String, String> fields) {
    String encoded = fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
    return of("application/x-www-form-urlencoded", encoded.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
