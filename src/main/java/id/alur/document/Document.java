package id.alur.document;

import java.time.Instant;

/**
 * What is known of a file.
 *
 * @param madeBy the person who uploaded it, or Alur itself
 * @param madeFor the task or start whose form it was uploaded in, or the case that Alur took it in for
 * @param caseId the case that it became part of; null until the form was accepted
 * @param eraseAt when the file may go; null while its case runs
 * @param erasedAt when the file went; null while it is there
 */
record Document(String id, String kind, String name, long size, String sha256, String unit, String madeBy, String madeFor,
    String caseId, Instant createdAt, Instant eraseAt, Instant erasedAt) {

  boolean isErased() {
    return erasedAt != null;
  }
}
