package id.alur.partner.sister;

import id.alur.partner.http.Answer;
import id.alur.partner.http.AnswerHead;
import id.alur.partner.http.Body;
import id.alur.partner.http.Call;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.PartnerHttp;
import id.alur.partner.http.Session;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** /autosync over HTTP. It goes only where the PT's own settings say, never where an answer points to. */
@Component
final class HttpSisterAutosync implements SisterAutosync {

  private static final String NAME = "sister";
  private static final int BEGINNING = 8192;
  private static final int PAGE_BYTES = 256 * 1024;
  private static final Pattern ASKS_FOR_PASSWORD = Pattern.compile("(?i)type\\s*=\\s*[\"']?password");

  private final PartnerHttp http;

  HttpSisterAutosync(PartnerHttp http) {
    this.http = http;
  }

  @Override
  public void signIn(SignIn signIn, JsonConsumer consumer) {
    switch (signIn.way().kind()) {
      case BASIC -> new Attempt(signIn, consumer).byBasic();
      case FORM_POST -> new Attempt(signIn, consumer).byForm();
    }
  }

  private enum Came { JSON, REFUSAL, LOGIN_FORM, REDIRECT }

  /** One sign-in: its cookies and its time belong to it alone. */
  private final class Attempt {

    private final SignIn signIn;
    private final JsonConsumer consumer;
    private final Session session = new Session();
    private final long end;

    Attempt(SignIn signIn, JsonConsumer consumer) {
      this.signIn = signIn;
      this.consumer = consumer;
      this.end = System.nanoTime() + signIn.deadline().toNanos();
    }

    void byBasic() {
      String both = signIn.username() + ":" + signIn.password();
      String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
      switch (take(autosync().header("Authorization", "Basic " + encoded))) {
        case JSON -> { }
        case REFUSAL -> throw new WrongPassword("refused");
        case LOGIN_FORM, REDIRECT -> throw new NotAutosync("does not ask for Basic");
      }
    }

    void byForm() {
      openForm();
      Came came = take(Call.post(NAME, at(signIn.way().path()), Body.form(Map.of(
          signIn.way().usernameField(), signIn.username(), signIn.way().passwordField(), signIn.password()))));
      if (came == Came.REDIRECT) {
        came = take(autosync());
      }
      if (came != Came.JSON) {
        throw new WrongPassword("asks again");
      }
    }

    /** The form hands out the cookies that the sign-in must come with. */
    private void openForm() {
      try {
        Answer form = http.send(timed(autosync()));
        if (form.status() != 200) {
          throw new NotAutosync("the form answered " + form.status());
        }
      } catch (OutcomeUnknown e) {
        throw new NotAutosync("the form did not come: " + e.getMessage());
      }
    }

    private Came take(Call call) {
      return http.exchange(timed(call), signIn.maxBytes(), this::read);
    }

    private Came read(AnswerHead head, InputStream body) throws IOException {
      return switch (head.status()) {
        case 200 -> readContent(body);
        case 401, 403 -> Came.REFUSAL;
        case 301, 302, 303 -> Came.REDIRECT;
        default -> {
          if (head.status() < 500 && head.status() >= 300) {
            throw new NotAutosync("answered " + head.status());
          }
          throw unknown("answered " + head.status());
        }
      };
    }

    private Came readContent(InputStream body) throws IOException {
      BufferedInputStream content = new BufferedInputStream(body, BEGINNING);
      if (!isPage(content)) {
        consumer.accept(content);
        return Came.JSON;
      }
      String page = new String(content.readNBytes(PAGE_BYTES), StandardCharsets.UTF_8);
      if (ASKS_FOR_PASSWORD.matcher(page).find()) {
        return Came.LOGIN_FORM;
      }
      throw unknown("answered a web page");
    }

    private static boolean isPage(BufferedInputStream content) throws IOException {
      content.mark(BEGINNING);
      String beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      content.reset();
      // old programs name JSON text/html too
      return beginning.stripLeading().startsWith("<");
    }

    private Call autosync() {
      return Call.get(NAME, at("/autosync"));
    }

    private URI at(String path) {
      return URI.create(signIn.base().toString().replaceFirst("/+$", "") + path);
    }

    private Call timed(Call call) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      return call.in(session).within(left).silentFor(left);
    }
  }

  private static OutcomeUnknown unknown(String message) {
    return new OutcomeUnknown("sister: " + message, "SISTER menerima username dan password, tetapi jawabannya bukan JSON, "
        + "jadi tidak pasti apakah data sudah tersinkron. Buka SISTER dengan tangan, lalu catat hasilnya di sini.");
  }
}
