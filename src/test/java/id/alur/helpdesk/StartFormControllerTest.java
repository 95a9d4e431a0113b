package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.People;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.json.JsonContentAssert;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class StartFormControllerTest {

  private static final String COMPLAINT = "/camunda/api/alur/help-desk/start-values";
  private static final String UPDATE = "/camunda/api/alur/help-desk-app-update/start-values";

  private final BasicJsonTester json = new BasicJsonTester(getClass());

  @LocalServerPort int port;
  @Autowired People people;

  @Test
  void beginsWithTheUnitOfSomebodyWhoHasOne() throws Exception {
    String person = people.member("start-one-unit", Group.STAF_PUSTIPD, "001046");
    valuesFor(person, COMPLAINT).isStrictlyEqualToJson("{\"language\": \"id\", \"unitCode\": \"001046\"}");
    valuesFor(person, UPDATE).isStrictlyEqualToJson("{\"unitCode\": \"001046\"}");
  }

  @Test
  void letsSomebodyWithSeveralUnitsChoose() throws Exception {
    String person = people.member("start-two-units", Group.STAF_PUSTIPD, "001046", "001047");
    valuesFor(person, UPDATE).isStrictlyEqualToJson("{}");
  }

  @Test
  void tellsNothingToWhoeverIsNotLoggedIn() throws Exception {
    assertThat(WebSession.anonymous(port).get(COMPLAINT).statusCode()).isEqualTo(401);
  }

  private JsonContentAssert valuesFor(String person, String form) throws Exception {
    return assertThat(json.from(WebSession.of(person, port).get(form).body()));
  }
}
