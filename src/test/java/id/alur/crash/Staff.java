package id.alur.crash;

import com.fasterxml.jackson.databind.JsonNode;
import id.alur.Answer;
import id.alur.WebSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The people at one node: they start cases and do every task that they see, until the node dies or they are sent home. */
final class Staff implements AutoCloseable {

  static final String PASSWORD = "Latihan-2026!";

  /** Nobody takes what somebody else has in hands, at whichever node. */
  private static final Set<String> IN_HANDS = ConcurrentHashMap.newKeySet();

  private final Node node;
  private final int port;
  private final Duties duties;
  private final Ledger ledger;
  private final AtomicInteger newCases;
  private final CountDownLatch sentHome = new CountDownLatch(1);
  private final ExecutorService people;

  /** @param newCases how many cases they start */
  Staff(Node node, Duties duties, Ledger ledger, int newCases) {
    this.node = node;
    this.port = node.port();
    this.duties = duties;
    this.ledger = ledger;
    this.newCases = new AtomicInteger(newCases);
    this.people = Executors.newFixedThreadPool(duties.hands());
    for (int i = 0; i < duties.hands(); i++) {
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
      Map<String, WebSession> sessions = new LinkedHashMap<>();
      for (String person : duties.people()) {
        sessions.put(person, WebSession.of(person, PASSWORD, port));
      }
      while (sentHome.getCount() > 0) {
        boolean isBusy = newCases.getAndDecrement() > 0 && start(sessions.get(duties.people().get(0)));
        for (Map.Entry<String, WebSession> session : sessions.entrySet()) {
          isBusy |= doTasks(session.getValue(), session.getKey());
        }
        if (!isBusy) {
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

  private boolean start(WebSession person) throws IOException, InterruptedException {
    Answer answer = person.tell("/process-definition/key/" + duties.process() + "/submit-form",
        variables(duties.request(person, node.life())));
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
    Optional<Map<String, Object>> fields = duties.answer(person, userId, task);
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

  private static Map<String, Object> variables(Map<String, Object> fields) {
    Map<String, Object> values = new HashMap<>();
    fields.forEach((name, value) -> values.put(name, Map.of("value", value)));
    return Map.of("variables", values);
  }
}
