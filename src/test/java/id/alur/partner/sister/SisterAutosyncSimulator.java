package id.alur.partner.sister;

import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.LoopbackServer.Reply;
import id.alur.partner.http.LoopbackServer.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A PT's SISTER with /autosync, on loopback. INVENTED: nobody has published how /autosync signs in, nor what its JSON
 * holds. Known is only that it asks for username and password, takes time, and then shows JSON.
 *
 * <p>It knows both ways: a form at GET /autosync, with a cookie, whose POST answers or redirects back; and Basic.
 */
public final class SisterAutosyncSimulator implements AutoCloseable {

  /** One that it knows; it knows those too that begin so and go on after a hyphen. */
  public static final String USERNAME = "pt-001999";

  public static final String PASSWORD = "sandi percobaan & ä";

  private static final String LOGIN_PAGE = """
      <!DOCTYPE html><form method="post"><input name="username"><input type="password" name="password">
      <button>Sign In</button></form>""";

  /** How it answers to a sign-in with the right username and password. */
  public enum Mood {
    KIND,
    /** The form's POST redirects to /autosync, as many programs do. */
    REDIRECTS_BACK,
    /** The form's POST redirects to another host. */
    REDIRECTS_AWAY,
    /** After {@link #pause}. */
    SLOW,
    WRONG_PASSWORD_BY_STATUS,
    NOT_FOUND,
    SERVER_ERROR,
    /** 200 with a page that is no form. */
    MAINTENANCE_PAGE,
    SILENT,
    CUTS_BEFORE_THE_ANSWER,
    CUTS_IN_THE_ANSWER,
    DRIPS_BODY
  }

  private final LoopbackServer server;
  private final Queue<String> signIns = new ConcurrentLinkedQueue<>();
  private final String cookie = "sister=" + UUID.randomUUID();
  private volatile boolean signedIn;
  private final AtomicReference<Mood> next = new AtomicReference<>();
  private volatile Mood mood = Mood.KIND;
  private volatile long answerBytes = 1000;
  private volatile Duration pause = Duration.ofSeconds(2);
  private volatile URI awayTo = URI.create("http://127.0.0.2/");

  public SisterAutosyncSimulator() {
    this(0);
  }

  public SisterAutosyncSimulator(int port) {
    server = new LoopbackServer(port, this::answer);
  }

  /** A process of its own, at the port that is its only argument; {@code POST /simulator/mood/<mood>} steers it. */
  public static void main(String[] arguments) throws InterruptedException {
    try (SisterAutosyncSimulator simulator = new SisterAutosyncSimulator(Integer.parseInt(arguments[0]))) {
      System.out.println("SISTER is simulated at " + simulator.url());
      new CountDownLatch(1).await();
    }
  }

  public URI url() {
    return server.uri("");
  }

  public int port() {
    return server.port();
  }

  /** How often somebody tried to sign in, with whatever password. */
  public int signIns() {
    return signIns.size();
  }

  /** How often somebody tried to sign in with this username, by the form. */
  public long signInsOf(String username) {
    return signIns.stream().filter(username::equals).count();
  }

  public SisterAutosyncSimulator mood(Mood mood) {
    this.mood = mood;
    return this;
  }

  /** The mood of the next answer alone. */
  public void next(Mood once) {
    next.set(once);
  }

  /** Whether the answer that {@link #next} is meant for has not begun. */
  public boolean awaitsNext() {
    return next.get() != null;
  }

  /** The size of its JSON. */
  public SisterAutosyncSimulator answering(long bytes) {
    this.answerBytes = bytes;
    return this;
  }

  /** How long {@link Mood#SLOW} takes; 2 s unless said. */
  public SisterAutosyncSimulator pause(Duration pause) {
    this.pause = pause;
    return this;
  }

  /** Where {@link Mood#REDIRECTS_AWAY} leads to. */
  public SisterAutosyncSimulator redirectingTo(URI target) {
    this.awayTo = target;
    return this;
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(Request request, Reply reply) throws IOException, InterruptedException {
    if (request.path().startsWith("/simulator/mood/")) {
      mood = Mood.valueOf(request.path().replaceFirst(".*/", ""));
      reply.send(200, "text/plain", "");
    } else if (!request.path().equals("/autosync")) {
      reply.send(404, "text/html", "<html>Not Found</html>");
    } else if (request.method().equals("POST")) {
      Map<String, String> form = fields(request.text());
      signIns.add(form.getOrDefault("username", ""));
      boolean isRight = isRight(form) && cookie.equals(request.headers().get("Cookie"));
      answerTo(isRight, reply, true);
    } else if (request.headers().containsKey("Authorization")) {
      signIns.add("");
      boolean isRight = request.headers().get("Authorization").equals("Basic " + Base64.getEncoder()
          .encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
      answerTo(isRight, reply, false);
    } else if (signedIn && cookie.equals(request.headers().get("Cookie"))) {
      sendJson(reply);
    } else if (mood == Mood.NOT_FOUND) {
      reply.send(404, "text/html", "<html>Not Found</html>");
    } else {
      reply.send(200, "text/html", LOGIN_PAGE, "Set-Cookie: " + cookie + "; Path=/; HttpOnly");
    }
  }

  private void answerTo(boolean isRight, Reply reply, boolean byForm) throws IOException, InterruptedException {
    if (!isRight && byForm) {
      reply.send(200, "text/html", LOGIN_PAGE);
    } else if (!isRight || mood == Mood.WRONG_PASSWORD_BY_STATUS) {
      reply.send(401, "text/html", "<html>Unauthorized</html>");
    } else {
      answerInMood(reply);
    }
  }

  private void answerInMood(Reply reply) throws IOException, InterruptedException {
    Mood once = next.getAndSet(null);
    switch (once == null ? mood : once) {
      case REDIRECTS_BACK -> {
        signedIn = true;
        reply.send(302, "text/html", "", "Location: /autosync");
      }
      case REDIRECTS_AWAY -> reply.send(302, "text/html", "", "Location: " + awayTo);
      case SLOW -> {
        reply.pause(pause);
        sendJson(reply);
      }
      case SERVER_ERROR -> reply.send(500, "text/html", "<html>Internal Server Error</html>");
      case MAINTENANCE_PAGE -> reply.send(200, "text/html", "<html>Sedang dalam pemeliharaan</html>");
      case NOT_FOUND -> reply.send(404, "text/html", "<html>Not Found</html>");
      case SILENT -> reply.keepSilent();
      case CUTS_BEFORE_THE_ANSWER -> reply.cut();
      case CUTS_IN_THE_ANSWER -> {
        reply.head(200, "Content-Length: 500");
        reply.write("\r\n[\"a");
      }
      case DRIPS_BODY -> {
        reply.head(200);
        reply.write("\r\n[\"a");
        reply.drip('a');
      }
      default -> sendJson(reply);
    }
  }

  private void sendJson(Reply reply) throws IOException {
    reply.head(200, "Content-Type: application/json", "Content-Length: " + answerBytes);
    reply.write("\r\n");
    reply.json(answerBytes);
  }

  private static boolean isRight(Map<String, String> form) {
    String username = form.getOrDefault("username", "");
    return form.size() == 2 && (username.equals(USERNAME) || username.startsWith(USERNAME + "-"))
        && PASSWORD.equals(form.get("password"));
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&")).map(field -> field.split("=", 2)).filter(field -> field.length == 2)
        .collect(Collectors.toMap(field -> decode(field[0]), field -> decode(field[1])));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
