package id.alur.partner.pusatbantuan;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.alur.partner.http.Answer;
import id.alur.partner.http.Body;
import id.alur.partner.http.Call;
import id.alur.partner.http.CallFailed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.http.PartnerHttp;
import id.alur.partner.pusatbantuan.Refused.Reason;
import id.alur.partner.pusatbantuan.Wire.Comment;
import id.alur.partner.pusatbantuan.Wire.CustomField;
import id.alur.partner.pusatbantuan.Wire.KeptRequest;
import id.alur.partner.pusatbantuan.Wire.KeptUpload;
import id.alur.partner.pusatbantuan.Wire.NewRequest;
import id.alur.partner.pusatbantuan.Wire.OneRequest;
import id.alur.partner.pusatbantuan.Wire.OneUpload;
import id.alur.partner.pusatbantuan.Wire.RequestPage;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pusat Bantuan over HTTP. */
@Component
final class ZendeskPusatBantuan implements PusatBantuan {

  private static final Logger log = LoggerFactory.getLogger(ZendeskPusatBantuan.class);

  private static final String NAME = "pusat-bantuan";
  private static final Duration UPLOAD_LIVES_AT_LEAST = Duration.ofMinutes(60);
  private static final int TICKETS_PER_PAGE = 100;
  private static final int MOST_PAGES = 20;

  private final PartnerHttp http;
  private final PusatBantuanSettings settings;
  private final Clock clock;
  private final Refusals refusals;

  ZendeskPusatBantuan(PartnerHttp http, PusatBantuanSettings settings, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.refusals = new Refusals(settings.maxAttachment(), clock);
    if (!settings.isAbsent() && !isConfigured()) {
      log.warn("alur.pusat-bantuan belum lengkap, jadi tiket dibuat dengan tangan. Yang belum diatur: {}",
          String.join(", ", settings.missing()));
    }
  }

  @Override
  public boolean isConfigured() {
    return settings.missing().isEmpty();
  }

  @Override
  public boolean canFindTickets() {
    return isConfigured() && !settings.authentication().isAnonymous();
  }

  @Override
  public OpenedTicket openTicket(TicketRequest request, String idempotencyKey, Duration timeLeft) {
    Duration deadline = timeLeft.compareTo(settings.deadline()) < 0 ? timeLeft : settings.deadline();
    Instant sentAtTheLatest = clock.instant().plus(deadline);
    if (!request.uploads().stream().allMatch(upload -> upload.isUsableAt(sentAtTheLatest))) {
      throw Refusals.uploadExpired("an upload is too old");
    }
    Answer answer = http.send(authorized(Call.post(NAME, uri("/api/v2/requests.json"), json(newRequest(request))))
        .header("Idempotency-Key", idempotencyKey).within(deadline));
    if (answer.status() != 201) {
      throw refusals.of(answer);
    }
    return compared(request, Wire.read(answer, OneRequest.class).map(OneRequest::request).filter(kept -> kept.id() != null)
        .orElseThrow(() -> Refusals.unknown("201 without a number")));
  }

  @Override
  public Upload upload(String name, long size, InputStream content) {
    if (size > settings.maxAttachment().toBytes()) {
      throw refusals.fileTooLarge("the file has " + size + " bytes");
    }
    URI uri = uri("/api/v2/uploads.json?filename=" + encode(name));
    Answer answer = http.send(authorized(Call.post(NAME, uri, new Body("application/binary", size, content)))
        .within(settings.uploadDeadline()));
    if (answer.status() != 201) {
      throw refusals.of(answer);
    }
    KeptUpload kept = Wire.read(answer, OneUpload.class).map(OneUpload::upload).filter(upload -> upload.token() != null)
        .orElseThrow(() -> Refusals.unknown("201 without a token"));
    if (kept.attachment() != null && kept.attachment().size() != null && kept.attachment().size() != size) {
      throw new Refused(Reason.OTHER, "kept " + kept.attachment().size() + " of " + size + " bytes",
          "Berkas tidak sampai utuh di Pusat Bantuan, jadi belum dipakai. Unggah berkasnya lagi.");
    }
    return new Upload(kept.token(),
        kept.expiresAt() == null ? clock.instant().plus(UPLOAD_LIVES_AT_LEAST) : kept.expiresAt());
  }

  /** Lists instead of searching: Zendesk's search knows a new ticket only after minutes. */
  @Override
  public Optional<OpenedTicket> findTicket(TicketRequest request) {
    if (!canFindTickets()) {
      throw cannotTell("no account");
    }
    for (int page = 1; page <= MOST_PAGES; page++) {
      RequestPage tickets = newestTickets(page);
      Optional<KeptRequest> found = tickets.requests().stream()
          .filter(ticket -> ticket.id() != null && ticket.subject() != null
              && ticket.subject().contains("[" + request.reference() + "]"))
          .findFirst();
      if (found.isPresent() || tickets.nextPage() == null) {
        return found.map(ticket -> compared(request, ticket));
      }
    }
    throw cannotTell("too many tickets");
  }

  private RequestPage newestTickets(int page) {
    URI uri = uri("/api/v2/requests.json?sort_by=created_at&sort_order=desc&per_page=" + TICKETS_PER_PAGE + "&page=" + page);
    try {
      Answer answer = http.send(authorized(Call.get(NAME, uri)).within(settings.deadline()));
      return Optional.of(answer).filter(list -> list.status() == 200).flatMap(list -> Wire.read(list, RequestPage.class))
          .filter(list -> list.requests() != null).orElseThrow(() -> cannotTell("answered " + answer.status()));
    } catch (CallFailed e) {
      throw cannotTell(e.getMessage());
    }
  }

  private NewRequest newRequest(TicketRequest request) {
    List<String> tokens = request.uploads().stream().map(Upload::token).toList();
    return new NewRequest(new NewRequest.Content(requesterOf(request), request.subjectWithReference(),
        new Comment(request.body(), tokens.isEmpty() ? null : tokens), List.copyOf(fieldsOf(request).values()),
        settings.ticketFormId()));
  }

  private Map<String, CustomField> fieldsOf(TicketRequest request) {
    Map<String, CustomField> fields = new LinkedHashMap<>();
    fields.put("Peran", settings.peran().filled());
    fields.put("Kategori", settings.kategori().filled());
    fields.put("Subkategori", settings.subkategori().filled());
    if (settings.kodePtField() != null) {
      fields.put("Kode PT", new CustomField(settings.kodePtField(), request.unitCode()));
    }
    return fields;
  }

  private Requester requesterOf(TicketRequest request) {
    if (!settings.authentication().isAnonymous()) {
      return null;
    }
    return request.requester() == null ? settings.requester() : request.requester();
  }

  private OpenedTicket compared(TicketRequest request, KeptRequest kept) {
    List<String> differences = new ArrayList<>();
    fieldsOf(request).forEach((name, sent) -> {
      if (!sent.value().equals(keptValue(kept, sent.id()))) {
        differences.add(name);
      }
    });
    if (settings.ticketFormId() != null && kept.ticketFormId() != null
        && !settings.ticketFormId().equals(kept.ticketFormId())) {
      differences.add("formulir");
    }
    return differences.isEmpty() ? new OpenedTicket.AsSent(kept.id())
        : new OpenedTicket.KeptOtherwise(kept.id(), "Tiket #" + kept.id() + " sudah ada di Pusat Bantuan, tetapi "
            + String.join(", ", differences) + " tidak tersimpan seperti yang dikirim. Jangan membuat tiket baru: "
            + "beri tahu Pusat Bantuan lewat tiket itu.");
  }

  private static String keptValue(KeptRequest kept, long id) {
    return kept.customFields() == null ? null : kept.customFields().stream()
        .filter(field -> field.id() == id && field.value() != null)
        .map(field -> field.value().toString()).findFirst().orElse(null);
  }

  private static OutcomeUnknown cannotTell(String message) {
    return new OutcomeUnknown(NAME + ": cannot tell whether the ticket exists: " + message, "Alur tidak dapat memastikan "
        + "apakah tiketnya sudah ada di Pusat Bantuan. Periksa email konfirmasinya, lalu catat hasilnya di sini.");
  }

  private Call authorized(Call call) {
    settings.authentication().header().ifPresent(value -> call.header("Authorization", value));
    return call.header("Accept", "application/json");
  }

  private URI uri(String path) {
    return URI.create(settings.baseUrl().toString().replaceFirst("/+$", "") + path);
  }

  private static Body json(Object content) {
    try {
      return Body.of("application/json", Wire.JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records of texts and numbers can be written", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
