package id.alur;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.access.Group;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the web apps' own defaults and our settings together give to a browser. */
@WebTest
class WebSecurityTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  @LocalServerPort int port;
  @Autowired People people;

  @Test
  void hidesTheSessionFromScriptsAndFromOtherSites() throws Exception {
    String cookie = cookie("JSESSIONID");
    assertThat(cookie).contains("HttpOnly").containsOnlyOnce("SameSite=Lax");
  }

  @Test
  void givesTheTokenOnlyToOurOwnPages() throws Exception {
    assertThat(cookie("XSRF-TOKEN")).containsOnlyOnce("SameSite=Strict");
  }

  @Test
  void refusesWhatComesWithoutTheToken() throws Exception {
    WebSession admin = WebSession.of("admin", port);
    HttpRequest post = HttpRequest.newBuilder(uri("/camunda/api/engine/engine/default/task/count"))
        .header("Cookie", admin.cookieHeader()).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}")).build();
    assertThat(send(post).statusCode()).isEqualTo(403);
  }

  @Test
  void letsNoOtherPageFrameTasklist() throws Exception {
    HttpResponse<String> page = send(HttpRequest.newBuilder(uri(TASKLIST)).build());
    assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
        policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void tellsStrangersOnlyThatItIsUp() throws Exception {
    assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/metrics", "/actuator/loggers",
      "/actuator/mappings", "/engine-rest", "/engine-rest/engine", "/engine-rest/user", "/h2-console", "/h2-console/"})
  void hasNoOtherDoor(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/api/engine/engine/default/task", "/camunda/api/alur/cases/1/cancellation", "/nowhere"})
  void tellsNothingOfItsInsideWhenARequestIsBroken(String path) throws Exception {
    WebSession staff = WebSession.of(people.member("security-nina", Group.OPERATOR_PT, TrialProcedure.UNIT), port);
    HttpResponse<String> answer = staff.post(path, "application/json", BodyPublishers.ofString("{\"broken\": "));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("\tat ", "\\tat ", "\"trace\"", "org.springframework", "id.alur");
  }

  private String cookie(String name) throws Exception {
    List<String> cookies = get(TASKLIST).headers().allValues("Set-Cookie");
    return cookies.stream().filter(cookie -> cookie.startsWith(name + "=")).findFirst()
        .orElseThrow(() -> new AssertionError("No cookie " + name + " among " + cookies));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "application/json, text/html").build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
