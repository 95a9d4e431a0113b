package id.alur;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A person at the web apps, as their scripts talk to the server: session cookie and CSRF token. */
public final class WebSession {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
  private final URI server;

  private WebSession(int port) {
    this.server = URI.create("http://localhost:" + port);
  }

  /** A session in which nobody is logged in. */
  public static WebSession anonymous(int port) throws IOException, InterruptedException {
    WebSession session = new WebSession(port);
    session.get("/camunda/app/tasklist/default/");
    return session;
  }

  /** A session of a user who logged in to Tasklist. */
  public static WebSession of(String userId, String password, int port) throws IOException, InterruptedException {
    WebSession session = anonymous(port);
    String form = "username=" + encode(userId) + "&password=" + encode(password);
    HttpResponse<String> answer = session.send(session.request("/camunda/api/admin/auth/user/default/login/tasklist")
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 200) {
      throw new AssertionError("Login of " + userId + " answered " + answer.statusCode() + ": " + answer.body());
    }
    session.get("/camunda/app/tasklist/default/"); // logging in made a new session, which hands out its token here
    return session;
  }

  /** A session of one of the {@link People} who logged in to Tasklist. */
  public static WebSession of(String userId, int port) throws IOException, InterruptedException {
    return of(userId, People.PASSWORD, port);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Posts with the CSRF token. */
  public HttpResponse<String> post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  /** Asks the engine's REST interface of the web apps. */
  public Answer ask(String path) throws IOException, InterruptedException {
    return Answer.of(get(ENGINE + path));
  }

  /** Tells the engine's REST interface of the web apps {@code body}, as JSON. */
  public Answer tell(String path, Object body) throws IOException, InterruptedException {
    return tell("POST", path, body);
  }

  /** As {@link #tell(String, Object)}, with another HTTP method. */
  public Answer tell(String method, String path, Object body) throws IOException, InterruptedException {
    return Answer.of(send(request(ENGINE + path).header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))));
  }

  /** The Cookie header of this session, for requests on a bare socket. */
  public String cookieHeader() {
    return String.join("; ", cookies.getCookieStore().getCookies().stream().map(HttpCookie::toString).toList());
  }

  public String csrfToken() {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElse("");
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60)).header("X-XSRF-TOKEN", csrfToken());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
