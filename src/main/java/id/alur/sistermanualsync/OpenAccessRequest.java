package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_REMARK;
import static id.alur.sistermanualsync.SisterManualSync.INSTITUTION_NAME;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActWorker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks Pusat Bantuan for username and password (MS-1, MS-2). */
@Component
class OpenAccessRequest implements ActWorker {

  private final Tickets tickets;
  private final SisterManualSyncSettings settings;

  OpenAccessRequest(Tickets tickets, SisterManualSyncSettings settings) {
    this.tickets = tickets;
    this.settings = settings;
  }

  @Override
  public String topic() {
    return "openAccessRequest";
  }

  @Override
  public Duration deadline() {
    return settings.ticketDeadline();
  }

  @Override
  public String describe(Act act) {
    return "permintaan akses manual sync untuk kode PT " + act.unit() + " ke Pusat Bantuan";
  }

  @Override
  public ActOutcome perform(Act act) {
    return tickets.open(act, ticket(act));
  }

  @Override
  public Optional<ActOutcome> ask(Act act) {
    return tickets.find(act, ticket(act));
  }

  private static Ticket ticket(Act act) {
    String institution = act.find(INSTITUTION_NAME).orElse("");
    return new Ticket(ACCESS_REQUEST_NUMBER, ACCESS_REQUEST_REMARK, act.caseNumber() + " akses " + act.round(),
        "Permintaan Manual Sync " + institution,
        "Kami meminta username dan password untuk manual sync SISTER.\n\nKode PT: " + act.unit()
            + "\nPerguruan tinggi: " + institution,
        List.of());
  }
}
