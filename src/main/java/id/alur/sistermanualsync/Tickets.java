package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.INITIATOR;
import static id.alur.sistermanualsync.SisterManualSync.INSTITUTION_NAME;
import static id.alur.sistermanualsync.SisterManualSync.UPLOAD_EXPIRED;

import id.alur.access.Members;
import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActOutcome.Done;
import id.alur.partner.http.CallFailed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.pusatbantuan.OpenedTicket;
import id.alur.partner.pusatbantuan.OpenedTicket.KeptOtherwise;
import id.alur.partner.pusatbantuan.PusatBantuan;
import id.alur.partner.pusatbantuan.Refused;
import id.alur.partner.pusatbantuan.Requester;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests to Pusat Bantuan as acts (MS-2, MS-7). */
@Component
class Tickets {

  private final PusatBantuan pusatBantuan;
  private final Members members;

  Tickets(PusatBantuan pusatBantuan, Members members) {
    this.pusatBantuan = pusatBantuan;
    this.members = members;
  }

  /** Opens the ticket of this act; once it exists, the case learns its number, and what was not kept as it was sent. */
  ActOutcome open(Act act, Ticket ticket) {
    try {
      return opened(pusatBantuan.openTicket(ticket.from(requester(act), act), act.key(), act.timeLeft()), ticket);
    } catch (CallFailed failure) {
      return hasForgottenTheUpload(failure) ? ActOutcome.businessError(UPLOAD_EXPIRED) : ActOutcome.of(failure);
    }
  }

  private static boolean hasForgottenTheUpload(CallFailed failure) {
    return failure instanceof Refused refused && refused.reason() == Refused.Reason.UPLOAD_EXPIRED;
  }

  /** Looks for the ticket of this act; empty if Pusat Bantuan shows none to Alur. */
  Optional<ActOutcome> find(Act act, Ticket ticket) {
    if (!pusatBantuan.canFindTickets()) {
      return Optional.empty();
    }
    try {
      return Optional.of(pusatBantuan.findTicket(ticket.from(requester(act), act))
          .<ActOutcome>map(found -> opened(found, ticket))
          .orElse(ActOutcome.certainlyNot("Permintaan ini tidak ada di Pusat Bantuan.", Duration.ZERO)));
    } catch (OutcomeUnknown failure) {
      return Optional.of(ActOutcome.unknown(failure.sentence()));
    }
  }

  private static Done opened(OpenedTicket opened, Ticket ticket) {
    Done done = ActOutcome.done().with(ticket.number(), Long.toString(opened.number()));
    return opened instanceof KeptOtherwise otherwise ? done.with(ticket.remark(), otherwise.sentence()) : done;
  }

  /** The answer goes to the Admin PT who started (MS-3); whoever has no address leaves it to the settings. */
  private Requester requester(Act act) {
    return members.addressOf(act.find(INITIATOR).orElse(null)).stream().findFirst()
        .map(address -> new Requester("Admin PT " + act.find(INSTITUTION_NAME).orElse(""), address))
        .orElse(null);
  }
}
