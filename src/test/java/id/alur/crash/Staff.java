package id.alur.crash;

import static id.alur.WebSession.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.Answer;
import id.alur.WebSession;
import id.alur.crash.Partners.Kind;
import id.alur.partner.sister.SisterAutosyncSimulator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The people at one node: they start cases and do every task that they see, until the node dies or they are sent home.
 * Whoever must decide about an act looks at the partner, as a careful person does.
 */
final class Staff implements AutoCloseable {

  private static final int PEOPLE = 3;
  static final String PASSWORD = "Latihan-2026!";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody takes what somebody else has in hands, at whichever node. */
  private static final Set<String> IN_HANDS = ConcurrentHashMap.newKeySet();

  private final int port;
  private final Partners partners;
  private final Ledger ledger;
  private final AtomicInteger newCases;
  private final CountDownLatch sentHome = new CountDownLatch(1);
  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

  /** @param newCases how many cases they start */
  Staff(Node node, Partners partners, Ledger ledger, int newCases) {
    this.port = node.port();
    this.partners = partners;
    this.ledger = ledger;
    this.newCases = new AtomicInteger(newCases);
    for (int i = 0; i < PEOPLE; i++) {
      people.execute(this::work);
    }
  }

  /** Sends them home; what the node answers from now on nobody hears. */
  @Override
  public void close() throws InterruptedException {
    sentHome.countDown();
    people.shutdownNow();
    if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("somebody still waits for an answer");
    }
  }

  private void work() {
    try {
      WebSession siti = WebSession.of("siti", PASSWORD, port);
      WebSession dewi = WebSession.of("dewi", PASSWORD, port);
      while (sentHome.getCount() > 0) {
        boolean isNew = newCases.getAndDecrement() > 0 && start(siti);
        boolean isDone = doTasks(siti, "siti") | doTasks(dewi, "dewi");
        if (!isNew && !isDone) {
          sentHome.await(100, TimeUnit.MILLISECONDS);
        }
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      // the node died; if it did not, the cases that nobody goes on with show it, and this says why
      ledger.refused("somebody left", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean start(WebSession siti) throws IOException, InterruptedException {
    HttpResponse<String> letter = siti.post(
        "/camunda/api/alur/documents?processKey=sister-manual-sync&kind=evidence&name=surat.pdf",
        "application/octet-stream", BodyPublishers.ofString("%PDF-1.7 surat tim pusat"));
    Answer answer = siti.tell("/process-definition/key/sister-manual-sync/submit-form", variables(Map.of(
        "unitCode", "001999",
        "institutionName", "Universitas Contoh Nusantara",
        "sisterAddress", partners.sister().url().toString(),
        "eligibilityCase", "identifiedByCentralTeam",
        "noticeHeld", "yes",
        "noticeDocument", JSON.readTree(letter.body()).path("id").asText())));
    if (answer.isSuccess()) {
      ledger.started(answer.json().path("id").asText());
    } else {
      ledger.refused("start", answer.message());
    }
    return answer.isSuccess();
  }

  /** Whether something was done. */
  private boolean doTasks(WebSession person, String userId) throws IOException, InterruptedException {
    boolean isDone = false;
    for (JsonNode task : person.ask("/task?maxResults=50&sortBy=created&sortOrder=asc").json()) {
      String id = task.path("id").asText();
      if (IN_HANDS.add(id)) {
        try {
          isDone |= complete(person, userId, task);
        } finally {
          IN_HANDS.remove(id);
        }
      }
    }
    return isDone;
  }

  private boolean complete(WebSession person, String userId, JsonNode task) throws IOException, InterruptedException {
    Optional<Map<String, Object>> fields = answer(person, userId, task);
    if (fields.isEmpty()) {
      return false;
    }
    String path = "/task/" + task.path("id").asText();
    if (task.path("assignee").isNull()) {
      person.tell(path + "/claim", Map.of("userId", userId));
    }
    Answer answer = person.tell(path + "/submit-form", variables(fields.get()));
    if (answer.isSuccess()) {
      ledger.completed(task.path("id").asText());
    } else {
      ledger.refused(task.path("taskDefinitionKey").asText(), answer.message());
    }
    return answer.isSuccess();
  }

  /** What the form is filled in with; empty if this person leaves the task alone. */
  private Optional<Map<String, Object>> answer(WebSession person, String userId, JsonNode task)
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

  private static Map<String, Object> variables(Map<String, Object> fields) {
    Map<String, Object> values = new HashMap<>();
    fields.forEach((name, value) -> values.put(name, Map.of("value", value)));
    return Map.of("variables", values);
  }
}
