package id.alur.oversight;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Lets only people who may open Cockpit reach any controller of this package. */
@RestControllerAdvice(basePackageClasses = CockpitAccess.class)
final class CockpitAccess {

  private final String engineName;

  CockpitAccess(@Value("${camunda.bpm.process-engine-name:default}") String engineName) {
    this.engineName = engineName;
  }

  @ModelAttribute
  void requireCockpit() {
    Authentications session = Authentications.getCurrent();
    if (session == null || !session.hasAuthenticationForProcessEngine(engineName)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    UserAuthentication user = (UserAuthentication) session.getAuthenticationForProcessEngine(engineName);
    if (!user.isAuthorizedForApp("cockpit")) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  Map<String, String> refuse(AuthorizationException missingRight) {
    return Map.of("message", "Anda belum berhak melihat prosedur ini. Mintalah hak baca kepada administrator.");
  }
}
