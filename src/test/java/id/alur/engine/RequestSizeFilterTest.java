package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.WebSession;
import id.alur.WebTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class RequestSizeFilterTest {

  private static final String START = "/camunda/api/engine/engine/default/process-definition/key/trial/submit-form";
  private static final byte[] TOO_LARGE = new byte[21 << 20];

  @LocalServerPort int port;

  private WebSession admin;

  @BeforeEach
  void login() throws Exception {
    admin = WebSession.of("admin", port);
  }

  @Test
  void refusesARequestThatIsLargerThanAnyFormWithASentence() throws Exception {
    HttpResponse<String> answer = admin.post(START, "application/json", BodyPublishers.ofByteArray(TOO_LARGE));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new ObjectMapper().readTree(answer.body()).path("code").asInt()).isEqualTo(RejectedInput.CODE);
    assertThat(new ObjectMapper().readTree(answer.body()).path("message").asText()).startsWith("form: Isian Anda terlalu besar");
    assertThat(admin.ask("/task/count").status()).as("the session goes on").isEqualTo(200);
  }

  @Test
  void refusesARequestThatDoesNotSayHowLargeItIs() throws Exception {
    BodyPublisher unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes()));
    assertThat(admin.post(START, "application/json", unannounced).statusCode()).isEqualTo(411);
  }

  @Test
  void holdsForWhoIsNotLoggedInToo() throws Exception {
    HttpResponse<String> answer = WebSession.anonymous(port).post("/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded", BodyPublishers.ofByteArray(TOO_LARGE));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void leavesUploadsToTheirOwnLimits() throws Exception {
    HttpResponse<String> answer = admin.post("/camunda/api/alur/documents?kind=sister-answer&name=a.json&processKey=trial",
        "application/octet-stream", BodyPublishers.ofByteArray(TOO_LARGE));
    assertThat(answer.body()).doesNotContain("Isian Anda terlalu besar");
  }
}
