package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.WebSession;
import id.alur.WebTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: as long as the group of administrators is empty, anybody could make himself one. */
@WebTest
class FirstAdministratorTest {

  private static final String NEWCOMER = "penyusup";
  private static final String ACCOUNT = """
      {"profile": {"id": "penyusup", "firstName": "Tamu", "lastName": "Undangan", "email": "p@contoh.test"},
       "credentials": {"password": "Percobaan-2026!"}}
      """;

  @LocalServerPort int port;
  @Autowired IdentityService identity;

  @BeforeEach
  void noAdministratorIsLeft() {
    identity.deleteMembership("admin", Groups.CAMUNDA_ADMIN);
  }

  @AfterEach
  void administratorIsBack() {
    identity.deleteUser(NEWCOMER);
    identity.createMembership("admin", Groups.CAMUNDA_ADMIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/camunda/api/admin/setup/default/user/create",
      "/camunda/api/admin/setup/default/user/create/",
      "/camunda/api/admin/setup/default/user/create;a=b",
      "/camunda/api/admin/setup;a=b/default/user/create",
      "/camunda/api/admin;a=b/setup/default/user/create",
      "/camunda/api/admin//setup/default/user/create",
      "/camunda//api/admin/setup//default/user/create",
      "/camunda/api/admin/%73etup/default/user/create",
      "/camunda/api/%61dmin/setup/default/user/%63reate",
      "/camunda/api/admin/./setup/default/user/create",
      "/camunda/api/admin/auth/../setup/default/user/create",
      "/camunda/api/admin/auth/%2e%2e/setup/default/user/create",
      "/camunda/api/admin/auth/..;/setup/default/user/create",
      "/camunda/api/engine/../admin/setup/default/user/create",
      "/camunda/api/cockpit/setup/default/user/create",
      "/camunda/api/tasklist/setup/default/user/create",
      "/camunda/api/welcome/setup/default/user/create"})
  void makesNobodyAdministrator(String path) throws Exception {
    HttpResponse<String> answer =
        WebSession.anonymous(port).post(path, "application/json", BodyPublishers.ofString(ACCOUNT));
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(identity.createUserQuery().userId(NEWCOMER).count()).isZero();
  }
}
