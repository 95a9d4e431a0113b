package id.alur.document;

import id.alur.document.DocumentStore.Announcement;
import id.alur.engine.CurrentUser;
import id.alur.engine.ReferenceKeeper.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Upload and download for forms; below the web apps' path, so that their login, CSRF token and headers (nosniff) hold here. */
@RestController
@RequestMapping("/camunda/api/alur/documents")
class DocumentController {

  private static final Logger log = LoggerFactory.getLogger(DocumentController.class);

  private final CurrentUser user;
  private final DocumentStore store;
  private final DocumentTable table;
  private final DocumentFolder folder;

  DocumentController(CurrentUser user, DocumentStore store, DocumentTable table, DocumentFolder folder) {
    this.user = user;
    this.store = store;
    this.table = table;
    this.folder = folder;
  }

  record Permission(long maxBytes, List<String> nameEndings) {}

  record Stored(String id, String name, long size, String sha256) {}

  record Info(String name, long size, String sha256, boolean erased) {}

  record Message(String message) {}

  /** A small question before a long upload: is the session alive, may this person, and how large may the file be? */
  @GetMapping("/permission")
  Permission permission(@RequestParam(required = false) String taskId, @RequestParam(required = false) String processKey,
      @RequestParam String kind) {
    allowedTarget(taskId, processKey);
    DocumentKind known = knownKind(kind);
    return new Permission(known.maxBytes(), known.nameEndings());
  }

  /** {@code size}: the file's length as the browser knows it; without it the request's own declared length counts. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Stored upload(@RequestParam(required = false) String taskId, @RequestParam(required = false) String processKey,
      @RequestParam String kind, @RequestParam String name, @RequestParam(required = false) Long size,
      HttpServletRequest request) throws IOException {
    String madeFor = allowedTarget(taskId, processKey);
    long announcedSize = size == null ? request.getContentLengthLong() : size;
    Document document = store.store(
        new Announcement(knownKind(kind), FileName.clean(name), announcedSize, me(), madeFor), request.getInputStream());
    return new Stored(document.id(), document.name(), document.size(), document.sha256());
  }

  @GetMapping("/{id}/info")
  Info info(@PathVariable String id) {
    Document document = visible(id);
    return new Info(document.name(), document.size(), document.sha256(), document.isErased());
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> download(@PathVariable String id) {
    Document document = visible(id);
    if (document.isErased()) {
      throw new RefusedUpload(HttpStatus.GONE, "Berkas ini sudah dihapus karena masa simpannya lewat.");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(document.name(), StandardCharsets.UTF_8).build().toString())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(new FileSystemResource(folder.file(document.id())));
  }

  @ExceptionHandler
  ResponseEntity<Message> refused(RefusedUpload refusal) {
    log.info("Refused with {}: {}", refusal.status().value(), refusal.getMessage());
    return ResponseEntity.status(refusal.status())
        .contentType(MediaType.APPLICATION_JSON).body(new Message(refusal.getMessage()));
  }

  private String me() {
    return user.id().orElseThrow(() -> new RefusedUpload(HttpStatus.UNAUTHORIZED, "Sesi Anda sudah berakhir. Masuk lagi."));
  }

  private String allowedTarget(String taskId, String processKey) {
    me();
    if (taskId != null && processKey == null && user.mayWorkOn(taskId)) {
      return Submission.task(taskId);
    }
    if (processKey != null && taskId == null && user.mayStart(processKey)) {
      return Submission.start(processKey);
    }
    throw new RefusedUpload(HttpStatus.FORBIDDEN, "Anda tidak (lagi) berhak mengunggah berkas untuk formulir ini.");
  }

  private DocumentKind knownKind(String id) {
    return store.kind(id).orElseThrow(
        () -> new RefusedUpload(HttpStatus.BAD_REQUEST, "Formulir ini meminta jenis berkas yang tidak dikenal. Hubungi pengelola."));
  }

  /** What somebody may not see does not exist for them. */
  private Document visible(String id) {
    String me = me();
    return table.find(id)
        .filter(document -> document.madeBy().equals(me)
            || document.caseId() != null && user.maySeeCase(document.caseId()))
        .orElseThrow(() -> new RefusedUpload(HttpStatus.NOT_FOUND, "Berkas ini tidak ada."));
  }
}
