package id.alur.partner.neofeeder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.partner.http.Body;
import id.alur.partner.http.Call;
import id.alur.partner.http.CertainlyNot;
import id.alur.partner.http.NotAllowed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.PartnerHttp;
import id.alur.partner.neofeeder.Failure.Kind;
import id.alur.partner.neofeeder.NeoFeederSettings.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Neo Feeder's web service over HTTP. Tokens are kept in memory only, and until Feeder refuses them: it does not say
 * how long they live.
 */
@Component
final class HttpNeoFeeder implements NeoFeeder {

  private static final String NAME = "neo-feeder";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROWS = 10;
  private static final int LONGEST_FACT = 60;

  private final PartnerHttp http;
  private final NeoFeederSettings settings;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  HttpNeoFeeder(PartnerHttp http, NeoFeederSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  @Override
  public Reply<Profile> readProfile(String unit, Duration timeLeft) {
    return ask(unit, timeLeft, "GetProfilPT", null,
        row -> new Profile(row.path("kode_perguruan_tinggi").asText("").strip()));
  }

  @Override
  public Reply<Student> findStudents(String unit, Search search, Duration timeLeft) {
    return ask(unit, timeLeft, "GetListMahasiswa", Filter.ofStudents(search), HttpNeoFeeder::student);
  }

  @Override
  public Reply<Lecturer> findLecturers(String unit, Search search, Duration timeLeft) {
    return ask(unit, timeLeft, "GetListDosen", Filter.ofLecturers(search),
        row -> new Lecturer(fact(row, "nama_status_aktif")));
  }

  private static Student student(JsonNode row) {
    return new Student(fact(row, "nama_status_mahasiswa"), fact(row, "nama_program_studi"),
        fact(row, "nama_periode_masuk"), fact(row, "id_periode_keluar"),
        fact(row, "status_sync").toLowerCase(Locale.ROOT).contains("belum"));
  }

  private static String fact(JsonNode row, String column) {
    return PlainText.of(row.path(column).asText(""), LONGEST_FACT, List.of());
  }

  /** @param filter null: all rows are asked for */
  private <T> Reply<T> ask(String unit, Duration timeLeft, String function, Filter filter, Function<JsonNode, T> read) {
    Account account = settings.units().get(unit);
    if (account == null) {
      return new Reply.Failed<>(Failure.of(Kind.NOT_CONFIGURED));
    }
    Envelope answer = new Conversation(unit, account, timeLeft, filter).ask(function);
    if (answer.isFailed()) {
      return new Reply.Failed<>(answer.failure());
    }
    if (answer.rows().isEmpty()) {
      return new Reply.NothingFound<>();
    }
    List<T> found = answer.rows().stream().filter(row -> filter == null || filter.fits(row)).limit(MOST_ROWS)
        .map(read).toList();
    return found.isEmpty() ? new Reply.Failed<>(Failure.of(Kind.NOT_UNDERSTOOD)) : new Reply.Found<>(found);
  }

  /** One question, with all that has to be said for it, within its time. */
  private final class Conversation {

    private final String unit;
    private final Account account;
    private final Filter filter;
    private final long end;

    Conversation(String unit, Account account, Duration timeLeft, Filter filter) {
      this.unit = unit;
      this.account = account;
      this.filter = filter;
      this.end = System.nanoTime() + timeLeft.toNanos();
    }

    /** A token may have expired since it was last used: asked once again, with a new one. */
    Envelope ask(String function) {
      Envelope answer = askOnce(function);
      return answer.isTokenRefused() ? askOnce(function) : answer;
    }

    private Envelope askOnce(String function) {
      Token token = tokens.get(unit);
      return token == null ? signInAndAsk(function) : askWith(token, function);
    }

    private Envelope signInAndAsk(String function) {
      Envelope signedIn = post(Map.of(
          "act", "GetToken", "username", account.username(), "password", account.password()));
      if (signedIn.isFailed()) {
        return signedIn;
      }
      Token token = Token.in(signedIn);
      if (token == null) {
        return Envelope.failed(Kind.NOT_UNDERSTOOD);
      }
      tokens.put(unit, token);
      return askWith(token, function);
    }

    private Envelope askWith(Token token, String function) {
      Envelope answer = post(question(function, token));
      if (answer.isTokenRefused()) {
        tokens.remove(unit, token);
      }
      return answer;
    }

    private Map<String, String> question(String function, Token token) {
      Map<String, String> question = new LinkedHashMap<>();
      question.put("act", function);
      question.put("token", token.value());
      question.put("filter", filter == null ? "" : filter.sql());
      question.put("order", "");
      question.put("limit", Integer.toString(MOST_ROWS));
      question.put("offset", "0");
      return question;
    }

    private Envelope post(Map<String, String> content) {
      if (isTimeOver()) {
        return Envelope.failed(Kind.NO_ANSWER);
      }
      try {
        Call call = Call.post(NAME, account.url(), json(content)).header("Accept", "application/json").within(left());
        return Envelope.of(http.send(call), secrets(content));
      } catch (NotAllowed refused) {
        return Envelope.failed(Kind.NOT_ALLOWED);
      } catch (CertainlyNot notSent) {
        return Envelope.failed(isTimeOver() ? Kind.NO_ANSWER : Kind.NOT_CONNECTED);
      } catch (OutcomeUnknown noWholeAnswer) {
        return Envelope.failed(Kind.NO_ANSWER);
      }
    }

    private boolean isTimeOver() {
      return left().isNegative();
    }

    private Duration left() {
      return Duration.ofNanos(end - System.nanoTime());
    }

    /** What Feeder might repeat in its own words. */
    private List<String> secrets(Map<String, String> content) {
      List<String> secrets = new ArrayList<>(List.of(account.username(), account.password()));
      Stream.of(content.get("token"), filter == null ? null : filter.search().value())
          .filter(Objects::nonNull).forEach(secrets::add);
      return secrets;
    }
  }

  private static Body json(Map<String, String> content) {
    try {
      return Body.of("application/json", JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written", e);
    }
  }

  /** What signing in gave; it prints as {@code ***}. */
  private record Token(String value) {

    /** Null if there is none in the answer. */
    static Token in(Envelope signedIn) {
      return signedIn.rows().stream().map(row -> row.path("token").asText("")).filter(value -> !value.isBlank())
          .findFirst().map(Token::new).orElse(null);
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
