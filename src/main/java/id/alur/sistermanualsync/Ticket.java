package id.alur.sistermanualsync;

import id.alur.act.Act;
import id.alur.engine.Variable;
import id.alur.partner.pusatbantuan.Requester;
import id.alur.partner.pusatbantuan.TicketRequest;
import id.alur.partner.pusatbantuan.Upload;
import java.util.List;

/**
 * What a request to Pusat Bantuan says, and where the case keeps what came of it.
 *
 * @param number the variable for its number
 * @param remark the variable for what Pusat Bantuan keeps otherwise than it was sent, a sentence for people
 * @param reference of this act and no other: by it the ticket is found again
 */
record Ticket(Variable<String> number, Variable<String> remark, String reference, String subject, String body,
    List<Upload> uploads) {

  TicketRequest from(Requester requester, Act act) {
    return new TicketRequest(reference, subject, body, act.unit(), requester, uploads);
  }
}
