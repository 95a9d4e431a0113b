package id.alur.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The endpoints as a browser meets them, behind the web apps' own login. */
@OversightTest
class CaseControllerTest {

  private static final String CASES = "/camunda/api/alur/oversight/cases";

  @Autowired DataCheck dataCheck;
  @Autowired ProcessEngine engine;
  @LocalServerPort int port;

  private final BasicJsonTester json = new BasicJsonTester(getClass());
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  private String caseId;

  @BeforeEach
  void makeThisEngineTheOneThatTheWebAppsAsk() {
    // they look it up by its name, which other tests' engines in this JVM share
    ProcessEngines.registerProcessEngine(engine);
  }

  @BeforeEach
  void runACase() {
    caseId = dataCheck.start("HTTP");
    dataCheck.check(caseId, Map.of("clean", true));
  }

  @Test
  void showsAnAuditorTheListAndOneCase() throws Exception {
    logIn(DataCheck.AUDITOR, "cockpit");

    HttpResponse<String> list = get(CASES + "?running=false&businessKey=HTTP&procedure=data-check");
    HttpResponse<String> one = get(CASES + "/" + caseId);

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(json.from(list.body())).extractingJsonPathArrayValue("$.cases[*].id").contains(caseId);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(json.from(one.body())).extractingJsonPathStringValue("$.summary.start").endsWith("Z");
    assertThat(json.from(one.body())).extractingJsonPathStringValue("$.steps[3].name").isEqualTo("Periksa data");
    assertThat(json.from(one.body())).extractingJsonPathArrayValue("$.steps[3].sop").containsExactly("TS-1", "TS-2");
  }

  @Test
  void takesEmptyControlsOfThePageAsNoFilter() throws Exception {
    logIn(DataCheck.AUDITOR, "cockpit");

    assertThat(get(CASES + "?running=&businessKey=&procedure=").body()).contains(caseId);
  }

  @Test
  void refusesAPositionThatItDidNotWrite() throws Exception {
    logIn(DataCheck.AUDITOR, "cockpit");

    assertThat(get(CASES + "?after=51").statusCode()).isEqualTo(400);
  }

  @Test
  void asksForALogin() throws Exception {
    assertThat(get(CASES).statusCode()).isEqualTo(401);
    assertThat(get(CASES + "/" + caseId).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesStaffWhoMayNotOpenCockpit() throws Exception {
    logIn(DataCheck.STAFF, "tasklist");

    assertThat(get(CASES).statusCode()).isEqualTo(403);
    assertThat(get(CASES + "/" + caseId).statusCode()).isEqualTo(403);
  }

  @Test
  void knowsNothingOfAForeignUnit() throws Exception {
    logIn(DataCheck.FOREIGN_AUDITOR, "cockpit");

    assertThat(get(CASES).body()).doesNotContain(caseId);
    assertThat(get(CASES + "/" + caseId).statusCode()).isEqualTo(404);
  }

  @Test
  void servesEveryFileOfThePlugin() throws Exception {
    Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:plugin-webapp/alur/app/*");
    assertThat(files).isNotEmpty();
    for (Resource file : files) {
      HttpResponse<String> served = get("/camunda/api/cockpit/plugin/alur/static/app/" + file.getFilename());
      assertThat(served.body()).as(file.getFilename()).isEqualTo(file.getContentAsString(StandardCharsets.UTF_8));
    }
  }

  private void logIn(String userId, String app) throws IOException, InterruptedException {
    get("/camunda/app/" + app + "/default/");
    String form = "username=" + userId + "&password=" + DataCheck.PASSWORD;
    HttpRequest login = HttpRequest.newBuilder(at("/camunda/api/admin/auth/user/default/login/" + app))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
    assertThat(browser.send(login, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name)).findFirst().map(HttpCookie::getValue).orElseThrow();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
