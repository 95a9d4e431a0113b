package id.alur.partner.pusatbantuan;

import java.util.List;

/**
 * What to ask of Pusat Bantuan.
 *
 * @param reference of the act, of no other one; it stands in the subject, so that the ticket can be found again
 * @param unitCode the kode PT
 * @param requester null: the one in the settings
 */
public record TicketRequest(String reference, String subject, String body, String unitCode, Requester requester,
    List<Upload> uploads) {

  public TicketRequest {
    if (reference.isBlank() || subject.isBlank() || body.isBlank()) {
      throw new IllegalArgumentException("a request has a reference, a subject and a body");
    }
    uploads = List.copyOf(uploads);
  }

  String subjectWithReference() {
    return "[" + reference + "] " + subject;
  }

  /** The reference alone. */
  @Override
  public String toString() {
    return reference;
  }
}
