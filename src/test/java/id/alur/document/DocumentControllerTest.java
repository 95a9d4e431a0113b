package id.alur.document;

import static id.alur.WebSession.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.jayway.jsonpath.JsonPath;
import id.alur.WebSession;
import id.alur.engine.ReferenceKeeper.Submission;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over HTTP, with the web apps' filters: siti and dewi work for unit 001001, rudi for 002002. */
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = {
    "alur.data=target/document-controller-test",
    "spring.datasource.url=jdbc:h2:mem:documents;DB_CLOSE_DELAY=-1",
    "camunda.bpm.admin-user.password=" + DocumentControllerTest.PASSWORD})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentControllerTest {

  static final String PASSWORD = "Percobaan-2026!";
  private static final byte[] PDF = "%PDF-1.7 surat tugas".getBytes(StandardCharsets.US_ASCII);

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired DocumentKeeper keeper;
  @Autowired DocumentTable table;
  @Autowired DocumentFolder folder;

  private Task task;

  @BeforeAll
  void peopleAndProcess() {
    repository.createDeployment().tenantId("001001").addModelInstance("letters.bpmn",
        Bpmn.createExecutableProcess("letters").camundaHistoryTimeToLiveString("P1826D").startEvent()
            .userTask("userTask_write").camundaCandidateGroups("staff").userTask("userTask_check").endEvent().done()).deploy();
    identity.saveGroup(identity.newGroup("staff"));
    grant(Resources.PROCESS_DEFINITION, "letters", Permissions.READ, Permissions.CREATE_INSTANCE);
    grant(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    Stream.of("001001", "002002").forEach(unit -> identity.saveTenant(identity.newTenant(unit)));
    person("siti", "001001");
    person("dewi", "001001");
    person("rudi", "002002");
  }

  @BeforeEach
  void aTask() {
    String caseId = runtime.startProcessInstanceByKey("letters").getId();
    task = tasks.createTaskQuery().processInstanceId(caseId).singleResult();
  }

  @Test
  void answersWhatMayBeUploadedForATask() throws Exception {
    HttpResponse<String> answer = login("siti").get(permission(forTask()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(
        "{\"maxBytes\":20971520,\"nameEndings\":[\".pdf\",\".png\",\".jpg\",\".jpeg\"]}");
  }

  @Test
  void storesADocumentForATask() throws Exception {
    HttpResponse<String> answer = upload(login("siti"), forTask(), "surat tugas.pdf", PDF);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(JsonPath.<String>read(answer.body(), "$.name")).isEqualTo("surat tugas.pdf");
    assertThat(JsonPath.<Integer>read(answer.body(), "$.size")).isEqualTo(PDF.length);
    assertThat(JsonPath.<String>read(answer.body(), "$.sha256")).matches("[0-9a-f]{64}");
  }

  @Test
  void storesADocumentForAStart() throws Exception {
    assertThat(upload(login("siti"), "processKey=letters", "surat.pdf", PDF).statusCode()).isEqualTo(201);
  }

  @Test
  void asksWhoIsNotLoggedInToLogIn() throws Exception {
    assertThat(WebSession.anonymous(port).get(permission(forTask())).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesAnUploadWithoutTheSessionsToken() throws Exception {
    WebSession siti = login("siti");
    assertThat(rawUpload(siti, "wrong", PDF, PDF.length, forTask())).startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesATaskThatAColleagueTook() throws Exception {
    tasks.setAssignee(task.getId(), "dewi");
    HttpResponse<String> answer = upload(login("siti"), forTask(), "surat.pdf", PDF);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(JsonPath.<String>read(answer.body(), "$.message")).contains("tidak (lagi) berhak");
  }

  @Test
  void refusesATaskOrAStartOfAnotherUnit() throws Exception {
    WebSession rudi = login("rudi");
    assertThat(rudi.get(permission(forTask())).statusCode()).isEqualTo(403);
    assertThat(rudi.get(permission("processKey=letters")).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesAnUploadForNothing() throws Exception {
    assertThat(login("siti").get(permission("")).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesAKindThatNobodyDeclared() throws Exception {
    assertThat(login("siti").get("/camunda/api/alur/documents/permission?kind=virus&" + forTask()).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAPictureThatIsAWebPage() throws Exception {
    HttpResponse<String> answer = upload(login("siti"), forTask(), "bukti.png", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(JsonPath.<String>read(answer.body(), "$.message")).startsWith("Isi berkas ini bukan PDF, PNG, atau JPG.");
  }

  @Test
  void refusesAFileLargerThanItSays() throws Exception {
    HttpResponse<String> answer = login("siti").post(uploadPath(forTask(), "surat.pdf") + "&size=3",
        "application/octet-stream", BodyPublishers.ofByteArrays(List.of(PDF)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JsonPath.<String>read(answer.body(), "$.message")).contains("tidak sampai utuh");
  }

  @Test
  void refusesAFileThatDeclaresMoreThanItsKindAllows() throws Exception {
    String answer = rawUpload(login("siti"), null, PDF, 21 << 20, forTask());
    assertThat(answer).startsWith("HTTP/1.1 413").contains("lebih besar dari 20 MB");
  }

  @Test
  void keepsNothingOfAnUploadWhoseLineWasCut() throws Exception {
    WebSession siti = login("siti");
    long before = files();
    try (Socket line = new Socket("localhost", port)) {
      write(line, siti, siti.csrfToken(), PDF, 10_000_000, forTask());
      Awaitility.await().until(() -> files() == before + 1);
    }
    Awaitility.await().until(() -> files() == before);
  }

  @Test
  void handsOutTheFileToAllWhoMaySeeTheCase() throws Exception {
    String id = uploadedAndAdopted();

    HttpResponse<String> file = login("dewi").get("/camunda/api/alur/documents/" + id);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
    assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(
        value -> assertThat(value).startsWith("attachment;").contains("surat"));
    assertThat(login("dewi").get("/camunda/api/alur/documents/" + id + "/info").body()).contains("\"erased\":false");
  }

  @Test
  void hidesADocumentFromAnotherUnit() throws Exception {
    String id = uploadedAndAdopted();
    WebSession rudi = login("rudi");
    assertThat(rudi.get("/camunda/api/alur/documents/" + id).statusCode()).isEqualTo(404);
    assertThat(rudi.get("/camunda/api/alur/documents/" + id + "/info").statusCode()).isEqualTo(404);
  }

  @Test
  void hidesADocumentFromColleaguesUntilTheFormIsAccepted() throws Exception {
    String id = JsonPath.read(upload(login("siti"), forTask(), "surat.pdf", PDF).body(), "$.id");
    assertThat(login("dewi").get("/camunda/api/alur/documents/" + id).statusCode()).isEqualTo(404);
    assertThat(login("siti").get("/camunda/api/alur/documents/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatAFileIsErasedAndStillTellsItsHash() throws Exception {
    String id = uploadedAndAdopted();
    keeper.caseEnded(task.getProcessInstanceId(), Clock.systemUTC().instant().minus(Duration.ofDays(91)));
    table.markErased(id, Clock.systemUTC().instant());

    WebSession siti = login("siti");
    assertThat(siti.get("/camunda/api/alur/documents/" + id).statusCode()).isEqualTo(410);
    assertThat(siti.get("/camunda/api/alur/documents/" + id + "/info").body())
        .contains("\"erased\":true", "\"sha256\":\"" + sha256(PDF));
  }

  private String uploadedAndAdopted() throws Exception {
    String id = JsonPath.read(upload(login("siti"), forTask(), "surat.pdf", PDF).body(), "$.id");
    keeper.adopt("letterDocument", "evidence", id,
        new Submission("siti", Submission.task(task.getId()), task.getProcessInstanceId(), "001001"));
    return id;
  }

  private WebSession login(String userId) throws Exception {
    return WebSession.of(userId, PASSWORD, port);
  }

  private String forTask() {
    return "taskId=" + task.getId();
  }

  private static String permission(String target) {
    return "/camunda/api/alur/documents/permission?kind=evidence&" + target;
  }

  private static String uploadPath(String target, String name) {
    return "/camunda/api/alur/documents?kind=evidence&name=" + encode(name) + "&" + target;
  }

  private static HttpResponse<String> upload(WebSession session, String target, String name, byte[] content) throws Exception {
    return session.post(uploadPath(target, name), "application/octet-stream", BodyPublishers.ofByteArray(content));
  }

  private String rawUpload(WebSession session, String token, byte[] content, long declared, String target) throws IOException {
    try (Socket line = new Socket("localhost", port)) {
      line.setSoTimeout(10_000);
      write(line, session, token == null ? session.csrfToken() : token, content, declared, target);
      byte[] answer = new byte[4096];
      int length = line.getInputStream().readNBytes(answer, 0, 15);
      while (line.getInputStream().available() > 0 && length < answer.length) {
        length += line.getInputStream().read(answer, length, answer.length - length);
      }
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }

  private static void write(Socket line, WebSession session, String token, byte[] content, long declared, String target)
      throws IOException {
    OutputStream out = line.getOutputStream();
    out.write(("POST " + uploadPath(target, "surat.pdf") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/octet-stream\r\nX-XSRF-TOKEN: " + token + "\r\nCookie: " + session.cookieHeader()
        + "\r\nContent-Length: " + declared + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    out.flush();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder.file("."))) {
      return files.count();
    }
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private void person(String id, String unit) {
    User user = identity.newUser(id);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(id, "staff");
    identity.createTenantUserMembership(unit, id);
  }

  private void grant(Resource resource, String id, Permission... permissions) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId("staff");
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
