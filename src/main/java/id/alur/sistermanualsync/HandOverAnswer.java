package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACCESS_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_NUMBER;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_REQUEST_REMARK;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOAD;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOADS;
import static id.alur.sistermanualsync.SisterManualSync.ANSWER_UPLOAD_EXPIRES;
import static id.alur.sistermanualsync.SisterManualSync.INSTITUTION_NAME;
import static id.alur.sistermanualsync.SisterManualSync.UPLOAD_EXPIRED;

import id.alur.act.Act;
import id.alur.act.ActOutcome;
import id.alur.act.ActOutcome.BusinessError;
import id.alur.act.ActWorker;
import id.alur.partner.pusatbantuan.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the request with the JSON that was uploaded just before to Pusat Bantuan (MS-7). */
@Component
class HandOverAnswer implements ActWorker {

  /** Where the clocks of both sides are far apart, each upload is too old at once. */
  private static final int MOST_UPLOADS = 3;

  private final Tickets tickets;
  private final SisterManualSyncSettings settings;

  HandOverAnswer(Tickets tickets, SisterManualSyncSettings settings) {
    this.tickets = tickets;
    this.settings = settings;
  }

  @Override
  public String topic() {
    return "handOverAnswer";
  }

  @Override
  public Duration deadline() {
    return settings.ticketDeadline();
  }

  @Override
  public String describe(Act act) {
    return "permintaan dengan berkas JSON untuk kode PT " + act.unit() + " ke Pusat Bantuan";
  }

  @Override
  public ActOutcome perform(Act act) {
    Upload upload = upload(act);
    ActOutcome outcome = upload.isUsableAt(act.deadlineAt())
        ? tickets.open(act, ticket(act, upload))
        : ActOutcome.businessError(UPLOAD_EXPIRED);
    return outcome instanceof BusinessError && act.find(ANSWER_UPLOADS).orElse(0L) >= MOST_UPLOADS
        ? ActOutcome.certainlyNot("Pusat Bantuan menganggap berkas yang baru diunggah sudah kedaluwarsa.")
        : outcome;
  }

  @Override
  public Optional<ActOutcome> ask(Act act) {
    return tickets.find(act, ticket(act, upload(act)));
  }

  private static Upload upload(Act act) {
    return new Upload(act.find(ANSWER_UPLOAD).orElseThrow(), Instant.parse(act.find(ANSWER_UPLOAD_EXPIRES).orElseThrow()));
  }

  private static Ticket ticket(Act act, Upload upload) {
    String institution = act.find(INSTITUTION_NAME).orElse("");
    return new Ticket(ANSWER_REQUEST_NUMBER, ANSWER_REQUEST_REMARK, act.caseNumber() + " JSON " + act.round(),
        "JSON Manual Sync " + institution,
        "Kami mengirim JSON hasil manual sync SISTER; berkasnya terlampir.\n\nKode PT: " + act.unit()
            + "\nPerguruan tinggi: " + institution
            + "\nNomor permintaan akses: " + act.find(ACCESS_REQUEST_NUMBER).orElse("-"),
        List.of(upload));
  }
}
