package id.alur.oversight;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Lets only people who may open Cockpit reach any controller of this package. */
@RestControllerAdvice(basePackageClasses = CockpitAccess.class)
final class CockpitAccess {

  private final ProcessEngine engine;

  CockpitAccess(ProcessEngine engine) {
    this.engine = engine;
  }

  @ModelAttribute
  void requireCockpit() {
    UserAuthentication user = user();
    if (user == null || !isTheEnginesUser(user)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    if (!user.isAuthorizedForApp("cockpit")) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private UserAuthentication user() {
    Authentications session = Authentications.getCurrent();
    return session == null ? null : (UserAuthentication) session.getAuthenticationForProcessEngine(engine.getName());
  }

  /** The engine shows everything to a thread that has no user: better no answer than one without limits. */
  private boolean isTheEnginesUser(UserAuthentication user) {
    Authentication current = engine.getIdentityService().getCurrentAuthentication();
    return current != null && user.getIdentityId().equals(current.getUserId());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.FORBIDDEN)
  Map<String, String> refuse(AuthorizationException missingRight) {
    return Map.of("message", "Anda belum berhak melihat prosedur ini. Mintalah hak baca kepada administrator.");
  }
}
