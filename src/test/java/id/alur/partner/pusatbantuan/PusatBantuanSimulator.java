package id.alur.partner.pusatbantuan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.LoopbackServer.Reply;
import id.alur.partner.http.LoopbackServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Zendesk's Requests and Uploads interface on loopback, in the mood that a test wants.
 *
 * <p>As documented: paths, required fields, 201 and its body, 422 and its body, 401 for a list without an account, uploads
 * answered as text/plain, lists newest first. Invented, because nobody has published it: how a forgotten upload and a file
 * over the limit are refused, and the ids of Pusat Bantuan's form.
 */
public final class PusatBantuanSimulator implements AutoCloseable {

  /** Where a mood holds. */
  public enum Place { TICKETS, UPLOADS, LISTS }

  /** How it answers; except where said otherwise it has done what it was asked for before. */
  public enum Mood {
    KIND,
    /** After {@link #pause}. */
    SLOW,
    /** 201, with a value of its own in each custom field. */
    KEEPS_OTHER_VALUES,
    /** 201, without the custom fields. */
    KEEPS_NO_VALUES,
    /** 201, under another form. */
    KEEPS_ANOTHER_FORM,
    /** 201, and a body that is no JSON. */
    TALKS_HTML,
    SERVER_ERROR,
    BAD_GATEWAY,
    SILENT,
    CUTS_BEFORE_THE_ANSWER,
    CUTS_IN_THE_ANSWER,
    DRIPS_HEAD,
    DRIPS_BODY,
    ANSWERS_3_GIGABYTES,
    /** Nothing done, like all below: 503. */
    UNAVAILABLE,
    INVALID,
    SIGN_IN_REFUSED,
    FORBIDDEN,
    NOT_FOUND,
    /** 429, with Retry-After: 7. */
    TOO_MANY_REQUESTS,
    /** 429, without Retry-After. */
    TOO_MANY_REQUESTS_WITHOUT_TIME,
    TOO_LARGE,
    FORGETS_UPLOADS,
    /** 307 to another host. */
    REDIRECTS
  }

  /** A ticket that it has. */
  public record Ticket(long number, String subject, String body, String requesterEmail, Map<Long, String> fields,
      List<String> uploads) {}

  /** The e-mail address of the only account that it knows. */
  public static final String ACCOUNT = "alur@contoh.ac.id";

  /** That account's API token, and OAuth token too. */
  public static final String TOKEN = "token-percobaan";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PER_PAGE = 100;

  private final LoopbackServer server;
  private final Map<Place, Mood> moods = Collections.synchronizedMap(new EnumMap<>(Place.class));
  private final List<Ticket> tickets = new CopyOnWriteArrayList<>();
  private final Set<String> uploads = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong(1000);
  private volatile Duration pause = Duration.ofSeconds(2);
  private volatile Duration uploadsLive = Duration.ofMinutes(60);
  private volatile URI redirectTarget = URI.create("http://127.0.0.2/");

  public PusatBantuanSimulator() {
    this(0);
  }

  public PusatBantuanSimulator(int port) {
    server = new LoopbackServer(port, this::answer);
  }

  /**
   * A process of its own, at the port that is its only argument. It is steered by {@code POST
   * /simulator/mood/<place>/<mood>} and asked by {@code GET /simulator/tickets}.
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (PusatBantuanSimulator simulator = new PusatBantuanSimulator(Integer.parseInt(arguments[0]))) {
      System.out.println("Pusat Bantuan is simulated at " + simulator.url());
      new CountDownLatch(1).await();
    }
  }

  public URI url() {
    return server.uri("");
  }

  public int port() {
    return server.port();
  }

  /** How many requests came in, whatever became of them. */
  public int hits() {
    return server.hits();
  }

  public List<Ticket> tickets() {
    return List.copyOf(tickets);
  }

  public PusatBantuanSimulator mood(Place place, Mood mood) {
    moods.put(place, mood);
    return this;
  }

  /** How long {@link Mood#SLOW} takes; 2 s unless said. */
  public PusatBantuanSimulator pause(Duration pause) {
    this.pause = pause;
    return this;
  }

  /** How long a file waits for its ticket; an hour of the machine's time unless said. */
  public PusatBantuanSimulator keepingUploadsFor(Duration time) {
    this.uploadsLive = time;
    return this;
  }

  /** Where {@link Mood#REDIRECTS} leads to. */
  public PusatBantuanSimulator redirectingTo(URI target) {
    this.redirectTarget = target;
    return this;
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(Request request, Reply reply) throws IOException, InterruptedException {
    String route = request.method() + " " + request.path().replaceFirst("\\.json$", "");
    if (route.startsWith("POST /simulator/mood/")) {
      String[] parts = request.path().split("/");
      mood(Place.valueOf(parts[3]), Mood.valueOf(parts[4]));
      reply.send(200, "text/plain", "");
      return;
    }
    switch (route) {
      case "GET /simulator/tickets" -> reply.send(200, "application/json", JSON.writeValueAsString(tickets));
      case "POST /api/v2/requests" -> answer(Place.TICKETS, request, reply);
      case "POST /api/v2/uploads" -> answer(Place.UPLOADS, request, reply);
      case "GET /api/v2/requests" -> answer(Place.LISTS, request, reply);
      default -> reply.send(404, "application/json", "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}");
    }
  }

  private void answer(Place place, Request request, Reply reply) throws IOException, InterruptedException {
    Mood mood = moods.getOrDefault(place, Mood.KIND);
    if (refused(mood, request, reply)) {
      return;
    }
    Done done = switch (place) {
      case TICKETS -> openTicket(request, mood);
      case UPLOADS -> upload(request);
      case LISTS -> list(request);
    };
    if (done.status >= 300) {
      reply.send(done.status, "application/json", done.body.toString());
    } else {
      tell(done, mood, reply);
    }
  }

  private record Done(int status, String contentType, JsonNode body) {}

  private boolean refused(Mood mood, Request request, Reply reply) throws IOException {
    if (mood.compareTo(Mood.UNAVAILABLE) < 0 || mood == Mood.FORGETS_UPLOADS) {
      return false;
    }
    request.body().transferTo(OutputStream.nullOutputStream());
    switch (mood) {
      case UNAVAILABLE -> reply.send(503, "text/html", "<html>Service unavailable</html>", "Retry-After: 120");
      case INVALID -> reply.send(422, "application/json", invalid("base", "Description: cannot be blank", "BlankValue").toString());
      case SIGN_IN_REFUSED -> reply.send(401, "application/json", "{\"error\":\"Couldn't authenticate you\"}");
      case FORBIDDEN -> reply.send(403, "application/json",
          "{\"error\":{\"title\":\"Forbidden\",\"message\":\"You do not have access to this page.\"}}");
      case NOT_FOUND -> reply.send(404, "application/json", "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}");
      case TOO_MANY_REQUESTS -> reply.send(429, "application/json", "{\"error\":\"TooManyRequests\"}", "Retry-After: 7");
      case TOO_MANY_REQUESTS_WITHOUT_TIME -> reply.send(429, "text/plain", "Number of allowed API requests exceeded");
      case TOO_LARGE -> reply.send(413, "text/html", "<html>Request Entity Too Large</html>");
      case REDIRECTS -> reply.send(307, "text/html", "", "Location: " + redirectTarget);
      default -> throw new IllegalStateException("no refusal: " + mood);
    }
    return true;
  }

  private void tell(Done done, Mood mood, Reply reply) throws IOException, InterruptedException {
    switch (mood) {
      case SLOW -> {
        reply.pause(pause);
        reply.send(done.status, done.contentType, done.body.toString());
      }
      case TALKS_HTML -> reply.send(done.status, "text/html", "<html>Terima kasih</html>");
      case SERVER_ERROR -> reply.send(500, "text/html", "<html>Internal Server Error</html>");
      case BAD_GATEWAY -> reply.send(502, "text/html", "<html>Bad Gateway</html>");
      case SILENT -> reply.keepSilent();
      case CUTS_BEFORE_THE_ANSWER -> reply.cut();
      case CUTS_IN_THE_ANSWER -> {
        reply.head(done.status, "Content-Length: 500");
        reply.write("\r\n{\"request\":{\"id\":1");
      }
      case DRIPS_HEAD -> {
        reply.head(done.status, "X-Drip: ");
        reply.drip('a');
      }
      case DRIPS_BODY -> {
        reply.head(done.status, "Content-Type: application/json");
        reply.write("\r\n");
        reply.drip(' ');
      }
      case ANSWERS_3_GIGABYTES -> {
        reply.head(done.status, "Content-Type: application/json");
        reply.write("\r\n");
        reply.json(3L << 30);
      }
      default -> reply.send(done.status, done.contentType, done.body.toString());
    }
  }

  private Done openTicket(Request request, Mood mood) throws IOException {
    JsonNode sent = JSON.readTree(request.body()).path("request");
    if (sent.path("subject").asText().isBlank() || sent.path("comment").path("body").asText().isBlank()) {
      return new Done(422, "", invalid("base", "Description: cannot be blank", "BlankValue"));
    }
    if (!isSignedIn(request) && sent.path("requester").path("email").asText().isBlank()) {
      return new Done(422, "", invalid("requester", "Requester: Email: cannot be blank", "BlankValue"));
    }
    List<String> files = texts(sent.path("comment").path("uploads"));
    if (mood == Mood.FORGETS_UPLOADS) {
      uploads.clear();
    }
    if (!uploads.containsAll(files)) {
      return new Done(422, "", invalid("uploads", "Uploads: invalid token", "InvalidValue"));
    }
    Ticket ticket = new Ticket(numbers.incrementAndGet(), sent.path("subject").asText(),
        sent.path("comment").path("body").asText(), sent.path("requester").path("email").asText(), fields(sent), files);
    tickets.add(ticket);
    ObjectNode kept = told(ticket, mood);
    kept.put("ticket_form_id", mood == Mood.KEEPS_ANOTHER_FORM ? 999 : sent.path("ticket_form_id").asLong());
    return new Done(201, "application/json", JSON.createObjectNode().set("request", kept));
  }

  private Done upload(Request request) throws IOException {
    long size = request.body().transferTo(OutputStream.nullOutputStream());
    String token = "upload-" + numbers.incrementAndGet();
    uploads.add(token);
    ObjectNode upload = JSON.createObjectNode().put("token", token)
        .put("expires_at", Instant.now().plus(uploadsLive).truncatedTo(ChronoUnit.SECONDS).toString());
    upload.putObject("attachment").put("id", numbers.incrementAndGet()).put("size", size);
    return new Done(201, "text/plain", JSON.createObjectNode().set("upload", upload));
  }

  private Done list(Request request) {
    if (!isSignedIn(request)) {
      return new Done(401, "", JSON.createObjectNode().put("error", "Couldn't authenticate you"));
    }
    int page = Integer.parseInt(request.target().replaceFirst(".*[?&]page=(\\d+).*", "$1"));
    ArrayNode requests = JSON.createArrayNode();
    IntStream.range((page - 1) * PER_PAGE, Math.min(page * PER_PAGE, tickets.size()))
        .mapToObj(index -> tickets.get(tickets.size() - 1 - index))
        .forEach(ticket -> requests.add(told(ticket, Mood.KIND)));
    ObjectNode body = JSON.createObjectNode().put("count", tickets.size());
    body.set("requests", requests);
    body.put("next_page", page * PER_PAGE < tickets.size() ? url() + "/api/v2/requests.json?page=" + (page + 1) : null);
    return new Done(200, "application/json", body);
  }

  private static ObjectNode told(Ticket ticket, Mood mood) {
    ObjectNode told = JSON.createObjectNode().put("id", ticket.number).put("status", "new").put("subject", ticket.subject);
    if (mood != Mood.KEEPS_NO_VALUES) {
      ArrayNode fields = told.putArray("custom_fields");
      ticket.fields.forEach((id, value) -> fields.addObject().put("id", id)
          .put("value", mood == Mood.KEEPS_OTHER_VALUES ? null : value));
    }
    return told;
  }

  private static ObjectNode invalid(String field, String description, String error) {
    ObjectNode invalid = JSON.createObjectNode().put("error", "RecordInvalid").put("description", "Record validation errors");
    invalid.putObject("details").putArray(field).addObject().put("description", description).put("error", error);
    return invalid;
  }

  private static Map<Long, String> fields(JsonNode sent) {
    Map<Long, String> fields = new ConcurrentHashMap<>();
    sent.path("custom_fields").forEach(field -> fields.put(field.path("id").asLong(), field.path("value").asText()));
    return fields;
  }

  private static List<String> texts(JsonNode array) {
    return JSON.convertValue(array.isArray() ? array : JSON.createArrayNode(),
        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  private static boolean isSignedIn(Request request) {
    String basic = Base64.getEncoder().encodeToString((ACCOUNT + "/token:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    return List.of("Basic " + basic, "Bearer " + TOKEN).contains(request.headers().getOrDefault("Authorization", ""));
  }
}
