package id.alur.oversight;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class CockpitAccessTest {

  private final ProcessEngine engine = mock(ProcessEngine.class, RETURNS_DEEP_STUBS);

  @AfterEach
  void logOut() {
    Authentications.clearCurrent();
  }

  @Test
  void givesNoAnswerWhenTheEngineWouldAnswerWithoutLimits() {
    given(engine.getName()).willReturn("default");
    given(engine.getIdentityService().getCurrentAuthentication()).willReturn(null);
    logIn();

    assertThatExceptionOfType(ResponseStatusException.class)
        .isThrownBy(new CockpitAccess(engine)::requireCockpit)
        .matches(refusal -> refusal.getStatusCode() == HttpStatus.UNAUTHORIZED);
  }

  private static void logIn() {
    UserAuthentication user = new UserAuthentication(DataCheck.AUDITOR, "default");
    user.setAuthorizedApps(Set.of("cockpit"));
    Authentications session = new Authentications();
    session.addOrReplace(user);
    Authentications.setCurrent(session);
  }
}
