package id.alur.helpdesk;

import java.util.Arrays;
import java.util.Optional;

/** Why Feeder and the integrator may need an update (HD-P6, HD-P7). */
enum UpdateCause {
  /** Feeder itself says so: error code 104. */
  FEEDER_OUTDATED("feederOutdated", "Feeder menjawab bahwa layanannya kedaluwarsa (kode 104)"),
  /** Feeder answers otherwise than the version that Alur knows: error code 13. */
  VERSION_CHANGED("versionChanged", "Feeder menjawab seperti versi lain dari yang dikenal Alur"),
  /** Somebody says that the central application has changed. */
  PERSON("person", "Laporan petugas"),
  /** It is time to look. */
  REGULAR_CHECK("regularCheck", "Pemeriksaan berkala sudah waktunya");

  private final String id;
  private final String words;

  UpdateCause(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** As variables call it. */
  String id() {
    return id;
  }

  /**
   * For people.
   *
   * @param detail what else is known; may be null
   */
  String tell(String detail) {
    return detail == null ? words : words + ": " + detail;
  }

  /** The cause of this id; empty if there is none, or {@code id} is null. */
  static Optional<UpdateCause> of(String id) {
    return Arrays.stream(values()).filter(cause -> cause.id.equals(id)).findFirst();
  }
}
