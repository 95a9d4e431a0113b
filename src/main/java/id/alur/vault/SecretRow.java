package id.alur.vault;

import id.alur.vault.Keyring.Sealed;
import java.time.Instant;

/**
 * A secret as it lies in the database.
 *
 * @param sealed without bytes once destroyed
 * @param caseId the case that it belongs to; null until its form was accepted
 * @param expiresAt when nobody can claim it any more; null once a case has it
 */
record SecretRow(String id, String kind, Sealed sealed, String madeBy, String madeFor, String caseId, String unit,
    Instant createdAt, Instant expiresAt, Instant destroyedAt) {

  boolean isDestroyed() {
    return destroyedAt != null;
  }

  /** What the seal is bound to, so that the bytes open in no other row. */
  String owner() {
    return caseId == null ? unclaimedOwner(id, kind, madeBy, madeFor) : caseOwner(id, kind, caseId, unit);
  }

  static String unclaimedOwner(String id, String kind, String madeBy, String madeFor) {
    return String.join("\n", "unclaimed", id, kind, madeBy, madeFor);
  }

  static String caseOwner(String id, String kind, String caseId, String unit) {
    return String.join("\n", "case", id, kind, caseId, unit == null ? "" : unit);
  }
}
