package id.alur.examserversync;

import id.alur.engine.CurrentUser;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the start form what it begins with. Shares Tasklist's login. */
@RestController
class StartValuesController {

  private final StartValues values;
  private final CurrentUser currentUser;

  StartValuesController(StartValues values, CurrentUser currentUser) {
    this.values = values;
    this.currentUser = currentUser;
  }

  @GetMapping("/camunda/api/alur/" + ExamServerSync.PROCESS + "/start-values")
  ResponseEntity<Map<String, String>> startValues() {
    return currentUser.id().map(person -> ResponseEntity.ok(values.of(person)))
        .orElse(ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
  }
}
