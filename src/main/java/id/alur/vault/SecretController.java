package id.alur.vault;

import id.alur.engine.CurrentUser;
import id.alur.engine.ReferenceKeeper.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes secrets in from forms and never hands one out; below the web apps' path, so that their login and CSRF token hold
 * here. The body is read by hand: a message converter that fails repeats it in its log line.
 */
@RestController
@RequestMapping("/camunda/api/alur/secrets")
class SecretController {

  private static final Logger log = LoggerFactory.getLogger(SecretController.class);
  private static final int MAX_BYTES = 4096;

  private final CurrentUser user;
  private final SecretKeeper keeper;
  private final Vault vault;

  SecretController(CurrentUser user, SecretKeeper keeper, Vault vault) {
    this.user = user;
    this.keeper = keeper;
    this.vault = vault;
  }

  record Stored(String id) {}

  record Message(String message) {}

  /** A text, or a username with its password as JSON; at most 4096 bytes in UTF-8. */
  @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
  @ResponseStatus(HttpStatus.CREATED)
  Stored store(@RequestParam(required = false) String taskId, @RequestParam(required = false) String processKey,
      @RequestParam String kind, HttpServletRequest request) throws IOException {
    String me = me();
    String madeFor = allowedTarget(taskId, processKey);
    if (!keeper.keeps(kind)) {
      throw new RefusedSecret(HttpStatus.BAD_REQUEST,
          "Formulir ini meminta jenis rahasia yang tidak dikenal. Hubungi pengelola.");
    }
    return new Stored(vault.store(kind, secretIn(request), me, madeFor));
  }

  @ExceptionHandler
  ResponseEntity<Message> refused(RefusedSecret refusal) {
    log.info("Refused with {}: {}", refusal.status().value(), refusal.getMessage());
    return ResponseEntity.status(refusal.status())
        .contentType(MediaType.APPLICATION_JSON).body(new Message(refusal.getMessage()));
  }

  private String me() {
    return user.id().orElseThrow(() -> new RefusedSecret(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi."));
  }

  private String allowedTarget(String taskId, String processKey) {
    if (taskId != null && processKey == null && user.mayWorkOn(taskId)) {
      return Submission.task(taskId);
    }
    if (processKey != null && taskId == null && user.mayStart(processKey)) {
      return Submission.start(processKey);
    }
    throw new RefusedSecret(HttpStatus.FORBIDDEN, "Anda tidak (lagi) berhak mengisi formulir ini. Isian belum tersimpan.");
  }

  private static String secretIn(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new RefusedSecret(HttpStatus.PAYLOAD_TOO_LARGE, "Isian ini terlalu panjang, jadi belum tersimpan. Periksa lagi.");
    }
    String secret = new String(body, StandardCharsets.UTF_8);
    boolean isJson = MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
    if (secret.isBlank() || isJson && Credentials.read(secret).isEmpty()) {
      throw new RefusedSecret(HttpStatus.UNPROCESSABLE_ENTITY, isJson
          ? "Isi username dan password, lalu kirim lagi. Belum ada yang tersimpan."
          : "Isian ini masih kosong. Isi, lalu kirim lagi.");
    }
    return secret;
  }
}
