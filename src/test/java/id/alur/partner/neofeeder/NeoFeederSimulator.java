package id.alur.partner.neofeeder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.LoopbackServer.Reply;
import id.alur.partner.http.LoopbackServer.Request;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PT's Neo Feeder with its web service, on loopback. Functions, columns and codes are those that clients of others
 * show; nobody has published its HTTP status on errors, so it is 200 as they expect.
 */
public final class NeoFeederSimulator implements AutoCloseable {

  public static final String UNIT = "001999";
  public static final String USERNAME = "operator-feeder";
  public static final String PASSWORD = "sandi \"Feeder\" & ä";

  /** A student who waits to be synced; her name holds what SQL quotes with. */
  public static final String STUDENT_NUMBER = "2024.10.0077";

  public static final String STUDENT_NAME = "SITI NUR'AINI";

  /** Two registrations have this number. */
  public static final String DOUBLE_NUMBER = "2023100078";

  public static final String LECTURER_NUMBER = "0006059499";

  /** How it answers to one act, or to all. */
  public enum Mood {
    KIND, CODE_AS_TEXT, ONE_OBJECT_AS_DATA, NULL_AS_DATA, OBJECT_WITHOUT_FIELDS_AS_DATA, NO_DATA, TEXTS_AS_DATA,
    /** Rows that were not asked for. */
    IGNORES_FILTERS,
    REFUSES_EVERY_TOKEN, OUTDATED, WITHOUT_FUNCTIONS,
    /** Code 106 as text, null as data and its own words, see {@link #saying}. */
    REFUSES,
    TALKS_HTML, TALKS_OTHER_JSON, EMPTY_ANSWER, BROKEN_JSON, NOT_FOUND, REDIRECTS, BAD_GATEWAY, BAD_GATEWAY_WITH_JSON,
    SILENT, CUTS_BEFORE_THE_ANSWER, CUTS_IN_THE_ANSWER, DRIPS_HEAD, DRIPS_BODY, ANSWERS_3_GIGABYTES
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVERY_ACT = "";

  /** What the database behind it would take for exactly one condition. */
  private static final Pattern CONDITION = Pattern.compile("(\\w+) (=|ilike) '((?:[^']|'')*)'");

  private static final List<Map<String, Object>> PROFILE = List.of(
      Map.of("kode_perguruan_tinggi", UNIT + "  ", "nama_perguruan_tinggi", "Universitas Contoh"));
  private static final List<Map<String, Object>> STUDENTS = List.of(
      student(STUDENT_NUMBER, STUDENT_NAME, "AKTIF", "2024/2025 Ganjil", "belum sync"),
      student(DOUBLE_NUMBER, "BUDI SANTOSO", "AKTIF", "2023/2024 Genap", "sudah sync"),
      student(DOUBLE_NUMBER, "BUDI SANTOSA", "Lulus", "2023/2024 Ganjil", "sudah sync"));
  private static final List<Map<String, Object>> LECTURERS = List.of(Map.of("nidn", LECTURER_NUMBER, "nuptk", " ",
      "nama_dosen", "WAYAN CONTOH", "tanggal_lahir", "06-05-1994", "nama_status_aktif", "Aktif"));

  private final LoopbackServer server;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Queue<JsonNode> questions = new ConcurrentLinkedQueue<>();
  private final Map<String, Mood> moods = new ConcurrentHashMap<>();
  private volatile String words = "Hanya Admin PT";

  public NeoFeederSimulator() {
    this(0);
  }

  public NeoFeederSimulator(int port) {
    server = new LoopbackServer(port, this::answer);
  }

  /** A process of its own, at the port that is its only argument. */
  public static void main(String[] arguments) throws InterruptedException {
    try (NeoFeederSimulator simulator = new NeoFeederSimulator(Integer.parseInt(arguments[0]))) {
      System.out.println("Neo Feeder is simulated at " + simulator.url());
      new CountDownLatch(1).await();
    }
  }

  /** Without a path, as an operator would write it. */
  public URI url() {
    return server.uri("");
  }

  public int port() {
    return server.port();
  }

  public NeoFeederSimulator mood(Mood mood) {
    return mood(EVERY_ACT, mood);
  }

  /** The mood when asked for this act alone, such as {@code GetToken}. */
  public NeoFeederSimulator mood(String act, Mood mood) {
    moods.put(act, mood);
    return this;
  }

  /** What it says when it {@link Mood#REFUSES}; {@code %s} is replaced by the question, credentials included. */
  public NeoFeederSimulator saying(String words) {
    this.words = words;
    return this;
  }

  /** All tokens expire. */
  public void forgetTokens() {
    tokens.clear();
  }

  /** The acts that it was asked for, in order. */
  public List<String> acts() {
    return questions.stream().map(question -> question.path("act").asText()).toList();
  }

  /** The filters that came with them, empty ones left out. */
  public List<String> filters() {
    return questions.stream().map(question -> question.path("filter").asText("")).filter(filter -> !filter.isEmpty())
        .toList();
  }

  /** The tokens that came with the questions. */
  public Set<String> tokensSeen() {
    return questions.stream().map(question -> question.path("token").asText("")).filter(token -> !token.isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(Request request, Reply reply) throws IOException, InterruptedException {
    if (!request.path().equals("/ws/live2.php") || !request.method().equals("POST")) {
      reply.send(404, "text/html", "<html>Not Found</html>");
      return;
    }
    JsonNode question = JSON.readTree(request.text());
    questions.add(question);
    Mood mood = moods.getOrDefault(question.path("act").asText(), moods.getOrDefault(EVERY_ACT, Mood.KIND));
    switch (mood) {
      case TALKS_HTML -> reply.send(200, "text/html", "<!DOCTYPE html><title>Neo Feeder</title><p>Masuk");
      case TALKS_OTHER_JSON -> send(reply, Map.of("status", "ok", "data", List.of()));
      case EMPTY_ANSWER -> reply.send(200, "application/json", "");
      case BROKEN_JSON -> reply.send(200, "application/json", "{\"error_code\":0,\"data\":[{\"nim\"");
      case NOT_FOUND -> reply.send(404, "text/html", "<html>Not Found</html>");
      case REDIRECTS -> reply.send(302, "text/html", "", "Location: http://127.0.0.2/");
      case BAD_GATEWAY -> reply.send(502, "text/html", "<html>Bad Gateway</html>");
      case BAD_GATEWAY_WITH_JSON -> reply.send(502, "application/json", "{\"error_code\":0,\"data\":[]}");
      case SILENT -> reply.keepSilent();
      case CUTS_BEFORE_THE_ANSWER -> reply.cut();
      case CUTS_IN_THE_ANSWER -> begin(reply, "Content-Length: 500");
      case DRIPS_HEAD -> {
        reply.head(200);
        reply.drip('a');
      }
      case DRIPS_BODY -> {
        begin(reply);
        reply.drip(' ');
      }
      case ANSWERS_3_GIGABYTES -> {
        reply.head(200);
        reply.write("\r\n");
        reply.json(3L << 30);
      }
      case OUTDATED -> refuse(reply, 104, "Web service expired");
      case WITHOUT_FUNCTIONS -> refuse(reply, 13, "Fungsi tidak tersedia");
      case REFUSES -> send(reply, envelope("106", words.replace("%s", question.toString()), null));
      default -> obey(question, mood, reply);
    }
  }

  private void obey(JsonNode question, Mood mood, Reply reply) throws IOException {
    if (question.path("act").asText().equals("GetToken")) {
      signIn(question, mood, reply);
    } else if (mood == Mood.REFUSES_EVERY_TOKEN || !tokens.contains(question.path("token").asText())) {
      refuse(reply, 100, "Invalid Token. Token tidak ada atau token sudah expired.");
    } else {
      sendRows(question, mood, reply);
    }
  }

  private void signIn(JsonNode question, Mood mood, Reply reply) throws IOException {
    if (!question.path("username").asText().equals(USERNAME) || !question.path("password").asText().equals(PASSWORD)) {
      refuse(reply, 12, "Username/password salah");
    } else if (mood == Mood.NULL_AS_DATA) {
      send(reply, envelope(0, "", null));
    } else {
      String token = "eyJhbGciOiJIUzI1NiJ9." + UUID.randomUUID();
      tokens.add(token);
      send(reply, envelope(mood == Mood.CODE_AS_TEXT ? "0" : 0, "", Map.of("token", token)));
    }
  }

  private static void sendRows(JsonNode question, Mood mood, Reply reply) throws IOException {
    List<Map<String, Object>> all = switch (question.path("act").asText()) {
      case "GetProfilPT" -> PROFILE;
      case "GetListMahasiswa" -> STUDENTS;
      case "GetListDosen" -> LECTURERS;
      default -> List.of();
    };
    String filter = question.path("filter").asText();
    Matcher condition = CONDITION.matcher(filter);
    if (!filter.isEmpty() && !condition.matches()) {
      refuse(reply, 103, "Kesalahan SQL");
      return;
    }
    List<Map<String, Object>> rows = filter.isEmpty() || mood == Mood.IGNORES_FILTERS ? all
        : all.stream().filter(row -> holds(condition, row)).toList();
    send(reply, switch (mood) {
      case CODE_AS_TEXT -> envelope("0", "", rows);
      case ONE_OBJECT_AS_DATA -> envelope(0, "", rows.get(0));
      case NULL_AS_DATA -> envelope(0, "", null);
      case OBJECT_WITHOUT_FIELDS_AS_DATA -> envelope(0, "", Map.of());
      case NO_DATA -> Map.of("error_code", 0);
      case TEXTS_AS_DATA -> envelope(0, "", List.of("bukan baris"));
      default -> envelope(0, "", rows);
    });
  }

  private static boolean holds(Matcher condition, Map<String, Object> row) {
    String found = String.valueOf(row.get(condition.group(1)));
    String wanted = condition.group(3).replace("''", "'");
    return condition.group(2).equals("=") ? found.equals(wanted)
        : found.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT).replace("%", ""));
  }

  private static void refuse(Reply reply, int code, String description) throws IOException {
    send(reply, envelope(code, description, List.of()));
  }

  private static void begin(Reply reply, String... headers) throws IOException {
    reply.head(200, headers);
    reply.write("\r\n{\"error_code\":0,\"data\":[");
  }

  private static void send(Reply reply, Object content) throws IOException {
    reply.send(200, "text/html; charset=UTF-8", JSON.writeValueAsString(content));
  }

  private static Map<String, Object> envelope(Object code, String description, Object data) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("error_code", code);
    envelope.put("error_desc", description);
    envelope.put("data", data);
    return envelope;
  }

  private static Map<String, Object> student(String number, String name, String status, String period, String sync) {
    return Map.of("nim", number, "nama_mahasiswa", name, "nama_status_mahasiswa", status, "nama_program_studi",
        "S1 Informatika", "nama_periode_masuk", period, "status_sync", sync);
  }
}
