package id.alur.crash;

import static id.alur.WebSession.encode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.WebSession;
import id.alur.crash.Partners.Kind;
import id.alur.partner.sister.SisterAutosyncSimulator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Siti works for a PT, dewi at Pusat Bantuan; whoever must decide about an act looks at the partner, as a careful person does. */
final class ManualSyncDuties implements Duties {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Partners partners;

  ManualSyncDuties(Partners partners) {
    this.partners = partners;
  }

  @Override
  public String process() {
    return "sister-manual-sync";
  }

  @Override
  public List<String> people() {
    return List.of("siti", "dewi");
  }

  @Override
  public int hands() {
    return 3;
  }

  @Override
  public Set<Point> points() {
    return Point.OF_MANUAL_SYNC;
  }

  @Override
  public List<String> settings(int life) {
    return List.of();
  }

  @Override
  public Map<String, Object> request(WebSession siti, int life) throws IOException, InterruptedException {
    HttpResponse<String> letter = siti.post(
        "/camunda/api/alur/documents?processKey=sister-manual-sync&kind=evidence&name=surat.pdf",
        "application/octet-stream", BodyPublishers.ofString("%PDF-1.7 surat tim pusat"));
    return Map.of(
        "unitCode", "001999",
        "institutionName", "Universitas Contoh Nusantara",
        "sisterAddress", partners.sister().url().toString(),
        "eligibilityCase", "identifiedByCentralTeam",
        "noticeHeld", "yes",
        "noticeDocument", JSON.readTree(letter.body()).path("id").asText());
  }

  /** No request reached Pusat Bantuan twice, and nobody was signed in twice. */
  @Override
  public void check(Rows rows) throws SQLException {
    for (String number : rows.of(CASE_NUMBERS)) {
      if (partners.signInsOf(number) > 1 || Stream.of(Kind.values()).anyMatch(kind -> partners.arrived(number, kind) > 1)) {
        fail("Twice: %s; what the journal says: %s", number, actsOf(rows, number));
      }
    }
  }

  private static List<String> actsOf(Rows rows, String caseNumber) throws SQLException {
    return rows.of("select concat(activity_id, ' ', round, ' ', state, ' ', outcome, ' ', started_at, ' ', node)"
        + " from \"alur\".act_journal where case_id = (select id_ from act_hi_procinst where business_key_ = '"
        + caseNumber + "')");
  }

  @Override
  public Optional<Map<String, Object>> answer(WebSession person, String userId, JsonNode task)
      throws IOException, InterruptedException {
    String step = task.path("taskDefinitionKey").asText();
    if (userId.equals("dewi") != step.equals("userTask_recordVerdict")) {
      return Optional.empty();
    }
    String taskId = task.path("id").asText();
    String caseNumber = task.path("name").asText().replaceFirst(".* · ", "");
    return switch (step) {
      case "userTask_receiveCredentials" -> Optional.of(Map.of("credentialsOutcome", "received",
          "sisterAddress", partners.sister().url().toString(),
          "credentials", storeCredentials(person, taskId, caseNumber)));
      case "userTask_waitForWindow" -> Optional.of(Map.of("outsideWindowReason", "diminta tim pusat"));
      case "userTask_confirmAccessRequest" -> Optional.of(decision(partners.sent(caseNumber, Kind.ACCESS)));
      case "userTask_confirmHandOver" -> Optional.of(decision(partners.sent(caseNumber, Kind.ANSWER)));
      case "userTask_confirmSignIn" -> Optional.of(Map.of("actEvidence", "dilihat di SISTER",
          "actDecision", partners.signInsOf(caseNumber) > 0 ? "happened" : "didNotHappen"));
      case "userTask_requestAccess" -> Optional.of(Map.of(
          "accessRequestNumber", partners.openByHand(caseNumber, Kind.ACCESS)));
      case "userTask_signIn" -> Optional.of(Map.of("signInOutcome", "signedIn", "prohibitionsKept", true,
          "answerDocument", upload(person, taskId)));
      case "userTask_sendAnswer" -> Optional.of(Map.of(
          "answerRequestNumber", partners.openByHand(caseNumber, Kind.ANSWER)));
      case "userTask_recordVerdict" -> Optional.of(Map.of("verdict", "processed"));
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> decision(List<Long> tickets) {
    return tickets.isEmpty()
        ? Map.of("actDecision", "didNotHappen", "actEvidence", "tidak ada di Pusat Bantuan")
        : Map.of("actDecision", "happened", "actEvidence", "terlihat di Pusat Bantuan", "actReference", "#" + tickets.get(0));
  }

  private static String storeCredentials(WebSession person, String taskId, String caseNumber)
      throws IOException, InterruptedException {
    String credentials = JSON.writeValueAsString(Map.of(
        "username", Partners.username(caseNumber), "password", SisterAutosyncSimulator.PASSWORD));
    HttpResponse<String> stored = person.post("/camunda/api/alur/secrets?taskId=" + encode(taskId) + "&kind=secret-sister",
        "application/json", BodyPublishers.ofString(credentials));
    return JSON.readTree(stored.body()).path("id").asText();
  }

  private static String upload(WebSession person, String taskId) throws IOException, InterruptedException {
    HttpResponse<String> stored = person.post("/camunda/api/alur/documents?taskId=" + encode(taskId)
        + "&kind=sister-answer&name=autosync.json", "application/octet-stream", BodyPublishers.ofString("[\"data\"]"));
    return JSON.readTree(stored.body()).path("id").asText();
  }
}
