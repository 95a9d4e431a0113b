package id.alur.partner.pusatbantuan;

import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.pusatbantuan.OpenedTicket.AsSent;
import id.alur.partner.pusatbantuan.OpenedTicket.KeptOtherwise;
import id.alur.partner.pusatbantuan.Refused.Reason;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pusat Bantuan as a test wants it; without a word of the test it is not set up. Its tickets lie in a table of their own:
 * they come and go with the database of the test.
 */
@Primary
public final class StandInPusatBantuan implements PusatBantuan {

  /** The table of tickets: {@code number, reference, uploads}. */
  public static final String TICKETS = "\"alur\".stand_in_ticket";

  private static final String SENTENCE = "Pusat Bantuan tidak menjawab seperti biasa.";
  private static final long FIRST_NUMBER = 700_001;

  /** What it does with a request. */
  public enum Mood { TAKES_IT, KEEPS_IT_OTHERWISE, REFUSES_IT, IS_BUSY, TAKES_IT_WITHOUT_ANSWER, LOSES_IT, FORGOT_THE_UPLOAD }

  /** What it does with a file. */
  public enum UploadMood { TAKES_IT, REFUSES_IT, FINDS_IT_TOO_LARGE, LOSES_IT }

  private final JdbcClient jdbc;
  private final TransactionTemplate own;
  private final Clock clock;
  private boolean isConfigured;
  private boolean showsTickets;
  private Mood mood;
  private UploadMood uploadMood;
  private Duration uploadsLive;

  StandInPusatBantuan(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(transactions);
    this.clock = clock;
    jdbc.sql("create table " + TICKETS + " (number bigint primary key, reference varchar(200), uploads int)").update();
    forgetWhatWasSaid();
  }

  /** As if no test had said anything; tickets stay. */
  public void forgetWhatWasSaid() {
    isConfigured = false;
    showsTickets = false;
    mood = Mood.TAKES_IT;
    uploadMood = UploadMood.TAKES_IT;
    uploadsLive = Duration.ofHours(1);
  }

  public void isSetUp() {
    isConfigured = true;
  }

  /** It lets Alur look for tickets. */
  public void showsTickets() {
    showsTickets = true;
  }

  public void is(Mood now) {
    mood = now;
  }

  public void is(UploadMood now) {
    uploadMood = now;
  }

  public void keepsUploadsFor(Duration time) {
    uploadsLive = time;
  }

  /** How many tickets with this reference there are. */
  public int tickets(String reference) {
    return jdbc.sql("select count(*) from " + TICKETS + " where reference = ?").param(reference)
        .query(Integer.class).single();
  }

  /** Whether this is a number as it gives them to its tickets. */
  public static boolean isNumber(String number) {
    return number != null && number.matches("70\\d{4}");
  }

  @Override
  public boolean isConfigured() {
    return isConfigured;
  }

  @Override
  public boolean canFindTickets() {
    return showsTickets;
  }

  @Override
  public OpenedTicket openTicket(TicketRequest request, String idempotencyKey, Duration timeLeft) {
    return switch (mood) {
      case TAKES_IT -> new AsSent(take(request));
      case KEEPS_IT_OTHERWISE -> new KeptOtherwise(take(request), "Kategori tidak tersimpan seperti yang dikirim.");
      case REFUSES_IT -> throw new Refused(Reason.INVALID, "422", "Pusat Bantuan menolak isinya.");
      case IS_BUSY -> throw new Refused(Reason.TOO_MANY_REQUESTS, "429", SENTENCE, Duration.ofMinutes(1));
      case TAKES_IT_WITHOUT_ANSWER -> {
        take(request);
        throw new OutcomeUnknown("502", SENTENCE);
      }
      case LOSES_IT -> throw new OutcomeUnknown("time-out", SENTENCE);
      case FORGOT_THE_UPLOAD -> throw new Refused(Reason.UPLOAD_EXPIRED, "422", SENTENCE);
    };
  }

  @Override
  public Upload upload(String name, long size, InputStream content) {
    return switch (uploadMood) {
      case TAKES_IT -> new Upload("stand-in-upload", clock.instant().plus(uploadsLive));
      case REFUSES_IT -> throw new Refused(Reason.FORBIDDEN, "403", "Pusat Bantuan tidak menerima berkas ini.");
      case FINDS_IT_TOO_LARGE -> throw new Refused(Reason.FILE_TOO_LARGE, "413", "Berkas ini terlalu besar.");
      case LOSES_IT -> throw new OutcomeUnknown("time-out", SENTENCE);
    };
  }

  @Override
  public Optional<OpenedTicket> findTicket(TicketRequest request) {
    if (!showsTickets) {
      throw new OutcomeUnknown("no account", SENTENCE);
    }
    return jdbc.sql("select number from " + TICKETS + " where reference = ?").param(request.reference())
        .query(Long.class).optional().map(AsSent::new);
  }

  private long take(TicketRequest request) {
    return own.execute(transaction -> {
      long number = FIRST_NUMBER
          + jdbc.sql("select count(*) from " + TICKETS).query(Long.class).single();
      jdbc.sql("insert into " + TICKETS + " values (?, ?, ?)")
          .params(number, request.reference(), request.uploads().size()).update();
      return number;
    });
  }
}
