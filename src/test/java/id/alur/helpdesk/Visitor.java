package id.alur.helpdesk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at the public page with a browser that follows no redirect; behind a proxy, so that each has an own address. */
final class Visitor {

  private static final String BOUNDARY = "----alur-visitor";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final URI server;
  private final String address;

  private Visitor(int port, String address) {
    this.server = URI.create("http://localhost:" + port);
    this.address = address;
  }

  /** A visitor from whose address nobody has come before. */
  static Visitor ofNewAddress(int port) {
    int number = ADDRESSES.incrementAndGet();
    return new Visitor(port, "203.0." + number / 256 + "." + number % 256);
  }

  /** @param name as the browser reports it */
  record File(String name, byte[] content) {}

  /** What came back. */
  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    Document page() {
      return Jsoup.parse(http.body());
    }

    /** The value that a field of the page holds. */
    String field(String name) {
      return page().select("[name=" + name + "]").val();
    }

    String faultAt(String field) {
      return page().select("#" + field + "-fault").text();
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Posts as a form without a place for files does. */
  Answer postText(String path, Map<String, String> fields) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> body.append(name).append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Posts as a form with files does. */
  Answer post(String path, Map<String, String> fields, File... files) throws IOException, InterruptedException {
    return post(path, BodyPublishers.ofByteArray(multipart(fields, files)));
  }

  Answer post(String path, BodyPublisher multipart) throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(multipart));
  }

  static byte[] multipart(Map<String, String> fields, File... files) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
          + field.getValue() + "\r\n");
    }
    for (File file : files) {
      write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"" + file.name()
          + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
      body.write(file.content());
      write(body, "\r\n");
    }
    write(body, "--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("X-Forwarded-For", address)
        .header("Accept", "text/html");
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
  }
}
