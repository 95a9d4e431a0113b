package id.alur.partner.pusatbantuan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.alur.partner.http.CertainlyNot;
import id.alur.partner.http.LoopbackServer;
import id.alur.partner.http.NotAllowed;
import id.alur.partner.http.CertainlyNotSent;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.Partners;
import id.alur.partner.pusatbantuan.OpenedTicket.AsSent;
import id.alur.partner.pusatbantuan.OpenedTicket.KeptOtherwise;
import id.alur.partner.pusatbantuan.PusatBantuanSettings.Authentication;
import id.alur.partner.pusatbantuan.PusatBantuanSettings.Authentication.Kind;
import id.alur.partner.pusatbantuan.PusatBantuanSettings.Field;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Mood;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Place;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator.Ticket;
import id.alur.partner.pusatbantuan.Refused.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Tickets at a Pusat Bantuan in every mood: never two for one request, and each mood has its own end. */
@Timeout(10)
class ZendeskPusatBantuanTest {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private static final Authentication ANONYMOUS = new Authentication(Kind.ANONYMOUS, null, null);
  private static final Authentication API_TOKEN =
      new Authentication(Kind.API_TOKEN, PusatBantuanSimulator.ACCOUNT, PusatBantuanSimulator.TOKEN);
  private static final Authentication OAUTH = new Authentication(Kind.OAUTH, null, PusatBantuanSimulator.TOKEN);

  private final PusatBantuanSimulator simulator = new PusatBantuanSimulator();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void sendsNothingWhenTheActHasNoTimeLeft() {
    assertThatThrownBy(() -> client(ANONYMOUS).openTicket(request("MS-0007/akses"), "kunci", Duration.ofSeconds(-1)))
        .isInstanceOf(CertainlyNotSent.class);
    assertThat(simulator.hits()).isZero();
  }

  @Test
  void opensATicketWithTheThreeValuesOfTheForm() {
    OpenedTicket ticket = client(ANONYMOUS).openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH);

    assertThat(simulator.tickets()).containsExactly(new Ticket(ticket.number(), "[MS-0007/akses] Permintaan manual sync",
        "Mohon akses manual sync.", "siti@contoh.ac.id",
        Map.of(11L, "admin_pt", 12L, "platform", 13L, "permintaan_manual_sync", 14L, "001999"), List.of()));
    assertThat(ticket).isInstanceOf(AsSent.class);
  }

  @Test
  void theProcedureMaySayWhoAsks() {
    client(ANONYMOUS).openTicket(new TicketRequest("MS-0007/akses", "Permintaan", "Mohon akses.", "001999",
        new Requester("Budi", "budi@contoh.ac.id"), List.of()), "kunci", LONG_ENOUGH);

    assertThat(simulator.tickets()).extracting(Ticket::requesterEmail).containsExactly("budi@contoh.ac.id");
  }

  @ParameterizedTest
  @CsvSource({
      "KEEPS_OTHER_VALUES, 'Peran, Kategori, Subkategori, Kode PT'",
      "KEEPS_NO_VALUES, 'Peran, Kategori, Subkategori, Kode PT'",
      "KEEPS_ANOTHER_FORM, formulir"})
  void aTicketThatWasKeptOtherwiseExistsAndSaysWhatDiffers(Mood mood, String differences) {
    simulator.mood(Place.TICKETS, mood);

    OpenedTicket ticket = client(ANONYMOUS).openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH);

    assertThat(ticket).isInstanceOfSatisfying(KeptOtherwise.class, kept -> assertThat(kept.sentence())
        .contains("Tiket #" + kept.number(), differences + " tidak tersimpan", "Jangan membuat tiket baru"));
    assertThat(simulator.tickets()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"INVALID, INVALID", "SIGN_IN_REFUSED, SIGN_IN_REFUSED", "FORBIDDEN, FORBIDDEN", "NOT_FOUND, NOT_FOUND",
      "TOO_MANY_REQUESTS, TOO_MANY_REQUESTS", "TOO_LARGE, FILE_TOO_LARGE"})
  void aRefusalIsCertainlyNotATicket(Mood mood, Reason reason) {
    simulator.mood(Place.TICKETS, mood);

    assertThat(refusalOf(request("MS-0007/akses")).reason()).isEqualTo(reason);
    assertThat(simulator.hits()).isOne();
    assertThat(simulator.tickets()).isEmpty();
  }

  @Test
  void quotesWhatPusatBantuanSaysOfAValue() {
    simulator.mood(Place.TICKETS, Mood.INVALID);

    assertThat(refusalOf(request("MS-0007/akses"))).hasMessage("pusat-bantuan: answered 422")
        .extracting(Refused::sentence).asString().contains("Description: cannot be blank", "tiket belum dibuat");
  }

  @Test
  void waitsAsLongAsAskedOrAMinute() {
    simulator.mood(Place.TICKETS, Mood.TOO_MANY_REQUESTS);
    assertThat(refusalOf(request("MS-0007/akses")).retryAfter()).contains(Duration.ofSeconds(7));

    simulator.mood(Place.TICKETS, Mood.TOO_MANY_REQUESTS_WITHOUT_TIME);
    assertThat(refusalOf(request("MS-0007/akses")).retryAfter()).contains(Duration.ofSeconds(60));
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    try (LoopbackServer other = new LoopbackServer((request, reply) -> reply.send(201, "application/json", "{}"))) {
      simulator.mood(Place.TICKETS, Mood.REDIRECTS).redirectingTo(other.uri("/"));

      assertThat(refusalOf(request("MS-0007/akses")).reason()).isEqualTo(Reason.NOT_FOUND);
      assertThat(other.hits()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TALKS_HTML", "SERVER_ERROR", "BAD_GATEWAY", "SILENT", "CUTS_BEFORE_THE_ANSWER",
      "CUTS_IN_THE_ANSWER", "DRIPS_HEAD", "DRIPS_BODY", "ANSWERS_3_GIGABYTES"})
  void whateverElseComesBackNobodyKnowsAndNothingIsRepeated(Mood mood) {
    simulator.mood(Place.TICKETS, mood);

    OutcomeUnknown failure = catchThrowableOfType(OutcomeUnknown.class,
        () -> client(ANONYMOUS).openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH));

    assertThat(failure.sentence()).contains("Mungkin sudah diproses");
    assertThat(simulator.hits()).isOne();
    assertThat(simulator.tickets()).as("it was opened all the same").hasSize(1);
  }

  @Test
  void anUnavailablePusatBantuanIsUnknownToo() {
    simulator.mood(Place.TICKETS, Mood.UNAVAILABLE);

    assertThatThrownBy(() -> client(ANONYMOUS).openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void anAddressThatIsNotOnTheListIsCertainlyNotATicket() {
    PusatBantuan client = client(settings(URI.create("http://127.0.0.1:1"), ANONYMOUS));

    assertThatThrownBy(() -> client.openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH))
        .isInstanceOf(NotAllowed.class).isInstanceOf(CertainlyNot.class);
  }

  @Test
  void handsInAFileAndThenItsTicket() {
    Upload upload = upload(client(ANONYMOUS), "{}".getBytes(UTF_8));

    client(ANONYMOUS).openTicket(request("MS-0007/jawaban", upload), "kunci", LONG_ENOUGH);

    assertThat(simulator.tickets()).extracting(Ticket::uploads).containsExactly(List.of(upload.token()));
    assertThat(upload.expiresAt()).isAfter(Instant.now().plusSeconds(1800));
    assertThat(upload).asString().doesNotContain(upload.token());
  }

  @Test
  void aFileOverTheLimitIsNotSent() {
    Refused refusal = catchThrowableOfType(Refused.class,
        () -> client(ANONYMOUS).upload("sister.json", (50L << 20) + 1, InputStream.nullInputStream()));

    assertThat(refusal.reason()).isEqualTo(Reason.FILE_TOO_LARGE);
    assertThat(refusal.sentence()).contains("paling besar 50 MB");
    assertThat(simulator.hits()).isZero();
  }

  @Test
  void aFileThatPusatBantuanFindsTooLargeHasTheSameOutcome() {
    simulator.mood(Place.UPLOADS, Mood.TOO_LARGE);

    assertThat(catchThrowableOfType(Refused.class, () -> upload(client(ANONYMOUS), new byte[100])).reason())
        .isEqualTo(Reason.FILE_TOO_LARGE);
  }

  @Test
  void anUploadThatIsTooOldIsNotSentWithATicketAndMayBeRenewed() {
    Upload old = new Upload("upload-1", Instant.now().plusMillis(100));

    assertThat(refusalOf(request("MS-0007/jawaban", old)).reason()).isEqualTo(Reason.UPLOAD_EXPIRED);
    assertThat(simulator.hits()).isZero();

    Upload renewed = upload(client(ANONYMOUS), "{}".getBytes(UTF_8));
    assertThat(client(ANONYMOUS).openTicket(request("MS-0007/jawaban", renewed), "kunci", LONG_ENOUGH)).isInstanceOf(AsSent.class);
  }

  @Test
  void anUploadThatPusatBantuanForgotMayBeRenewed() {
    simulator.mood(Place.TICKETS, Mood.FORGETS_UPLOADS);
    Upload forgotten = upload(client(ANONYMOUS), "{}".getBytes(UTF_8));

    assertThat(refusalOf(request("MS-0007/jawaban", forgotten)).reason()).isEqualTo(Reason.UPLOAD_EXPIRED);
    assertThat(simulator.tickets()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"API_TOKEN", "OAUTH"})
  void whoHasAnAccountFindsTheTicketOfAnUnknownOutcome(Kind kind) {
    PusatBantuan client = client(kind == Kind.OAUTH ? OAUTH : API_TOKEN);
    TicketRequest request = request("MS-0007/akses");
    simulator.mood(Place.TICKETS, Mood.CUTS_BEFORE_THE_ANSWER);

    assertThat(client.findTicket(request)).isEmpty();
    assertThatThrownBy(() -> client.openTicket(request, "kunci", LONG_ENOUGH)).isInstanceOf(OutcomeUnknown.class);
    assertThat(client.findTicket(request)).contains(new AsSent(simulator.tickets().get(0).number()));
    assertThat(client.findTicket(request("MS-0007/jawaban"))).isEmpty();
  }

  @Test
  void findsATicketBehindManyNewerOnes() {
    PusatBantuan client = client(OAUTH);
    long number = client.openTicket(request("MS-0007/akses"), "kunci", LONG_ENOUGH).number();
    for (int i = 0; i < 120; i++) {
      client.openTicket(request("MS-1" + i), "kunci" + i, LONG_ENOUGH);
    }

    assertThat(client.findTicket(request("MS-0007/akses"))).get().extracting(OpenedTicket::number).isEqualTo(number);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGN_IN_REFUSED", "FORBIDDEN", "NOT_FOUND", "TOO_MANY_REQUESTS", "SERVER_ERROR", "SILENT",
      "TALKS_HTML", "CUTS_BEFORE_THE_ANSWER"})
  void whoCannotAskDoesNotKnow(Mood mood) {
    simulator.mood(Place.LISTS, mood);

    assertThatThrownBy(() -> client(API_TOKEN).findTicket(request("MS-0007/akses"))).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void whoHasNoAccountCannotAsk() {
    assertThat(client(ANONYMOUS).canFindTickets()).isFalse();
    assertThatThrownBy(() -> client(ANONYMOUS).findTicket(request("MS-0007/akses"))).isInstanceOf(OutcomeUnknown.class);
    assertThat(simulator.hits()).isZero();
  }

  @Test
  void isConfiguredOnlyWithAllThatTheFormAsksFor() {
    Map<String, String> all = Map.of(
        "alur.pusat-bantuan.base-url", "https://pusat-bantuan.contoh.id",
        "alur.pusat-bantuan.peran.id", "11", "alur.pusat-bantuan.peran.value", "admin_pt",
        "alur.pusat-bantuan.kategori.id", "12", "alur.pusat-bantuan.kategori.value", "platform",
        "alur.pusat-bantuan.subkategori.id", "13", "alur.pusat-bantuan.subkategori.value", "permintaan_manual_sync",
        "alur.pusat-bantuan.authentication.kind", "api-token",
        "alur.pusat-bantuan.authentication.account", "alur@contoh.ac.id",
        "alur.pusat-bantuan.authentication.secret", "rahasia");

    assertThat(bind(all).missing()).isEmpty();
    assertThat(bind(Map.of("alur.pusat-bantuan.deadline", "5s")).missing())
        .containsExactly("base-url", "peran", "kategori", "subkategori", "requester");
    assertThat(bind(all)).asString().doesNotContain("rahasia");
    assertThat(bind(all).maxAttachment()).isEqualTo(DataSize.ofMegabytes(50));
  }

  private Refused refusalOf(TicketRequest request) {
    Refused refusal = catchThrowableOfType(Refused.class, () -> client(ANONYMOUS).openTicket(request, "kunci", LONG_ENOUGH));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static Upload upload(PusatBantuan client, byte[] content) {
    return client.upload("sister 001999.json", content.length, new ByteArrayInputStream(content));
  }

  private static TicketRequest request(String reference, Upload... uploads) {
    return new TicketRequest(reference, "Permintaan manual sync", "Mohon akses manual sync.", "001999", null,
        List.of(uploads));
  }

  private PusatBantuan client(Authentication authentication) {
    return client(settings(simulator.url(), authentication));
  }

  private PusatBantuan client(PusatBantuanSettings settings) {
    return new ZendeskPusatBantuan(Partners.onLoopback(simulator.port()), settings, Clock.systemUTC());
  }

  private static PusatBantuanSettings settings(URI url, Authentication authentication) {
    return new PusatBantuanSettings(url, 77L, new Field(11, "admin_pt"), new Field(12, "platform"),
        new Field(13, "permintaan_manual_sync"), 14L, new Requester("Siti", "siti@contoh.ac.id"),
        DataSize.ofMegabytes(50), authentication, Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  private static PusatBantuanSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("alur.pusat-bantuan", PusatBantuanSettings.class);
  }
}
