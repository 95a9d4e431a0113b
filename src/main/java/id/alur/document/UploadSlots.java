package id.alur.document;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a person upload a few files at the same time, so that nobody fills the node. */
@Component
class UploadSlots {

  private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();
  private final int perPerson;

  UploadSlots(DocumentSettings settings) {
    this.perPerson = settings.uploadsPerPerson();
  }

  /** Takes a slot until it is closed. */
  Slot take(String userId) {
    if (running.merge(userId, 1, Integer::sum) > perPerson) {
      release(userId);
      throw new RefusedUpload(HttpStatus.TOO_MANY_REQUESTS, "Anda sedang mengunggah " + perPerson
          + " berkas. Tunggu sampai salah satunya selesai, lalu coba lagi.");
    }
    return () -> release(userId);
  }

  private void release(String userId) {
    running.computeIfPresent(userId, (user, count) -> count == 1 ? null : count - 1);
  }

  interface Slot extends AutoCloseable {
    @Override
    void close();
  }
}
