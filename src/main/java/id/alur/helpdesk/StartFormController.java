package id.alur.helpdesk;

import id.alur.engine.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the start forms what they begin with: whoever has one unit types no code. Shares Tasklist's login. */
@RestController
class StartFormController {

  private final IdentityService identity;
  private final CurrentUser currentUser;

  StartFormController(IdentityService identity, CurrentUser currentUser) {
    this.identity = identity;
    this.currentUser = currentUser;
  }

  @GetMapping("/camunda/api/alur/" + HelpDesk.PROCESS + "/start-values")
  ResponseEntity<Map<String, String>> ofComplaint() {
    return withUnit(Map.of(HelpDesk.LANGUAGE.name(), HelpDeskWords.INDONESIAN.getLanguage()));
  }

  @GetMapping("/camunda/api/alur/" + AppUpdate.PROCESS + "/start-values")
  ResponseEntity<Map<String, String>> ofUpdate() {
    return withUnit(Map.of());
  }

  private ResponseEntity<Map<String, String>> withUnit(Map<String, String> values) {
    return currentUser.id().map(person -> ResponseEntity.ok(withUnitOf(person, values)))
        .orElse(ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
  }

  private Map<String, String> withUnitOf(String person, Map<String, String> values) {
    List<Tenant> units = identity.createTenantQuery().userMember(person).listPage(0, 2);
    Map<String, String> all = new HashMap<>(values);
    if (units.size() == 1) {
      all.put(HelpDesk.UNIT_CODE.name(), units.get(0).getId());
    }
    return all;
  }
}
