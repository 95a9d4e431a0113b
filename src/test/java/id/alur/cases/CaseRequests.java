package id.alur.cases;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.alur.People;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Deviations and cancellations as a person sends them, from the foot of a task form or without one. */
public final class CaseRequests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final People people;
  private final MockMvc web;

  CaseRequests(People people, CaseActionController controller) {
    this.people = people;
    this.web = MockMvcBuilders.standaloneSetup(controller).build();
  }

  /** Cancels the case of this task. */
  public Answer cancel(String userId, Task task, String reason) {
    return send(userId, task.getProcessInstanceId(), "cancellation", Map.of("taskId", task.getId(), "reason", reason));
  }

  /** Cancels a case that he started, at no task. */
  public Answer cancel(String userId, String caseId, String reason) {
    return send(userId, caseId, "cancellation", Map.of("reason", reason));
  }

  /** Reports a deviation at this task, with {@code facts} by the names that the form sends. */
  public Answer reportDeviation(String userId, Task task, Map<String, String> facts) {
    Map<String, String> body = new HashMap<>(facts);
    body.put("taskId", task.getId());
    return send(userId, task.getProcessInstanceId(), "deviations", body);
  }

  /** Reports a deviation of a case that he started, at no task. */
  public Answer reportDeviation(String userId, String caseId, Map<String, String> facts) {
    return send(userId, caseId, "deviations", facts);
  }

  private Answer send(String userId, String caseId, String what, Map<String, String> body) {
    MockHttpServletResponse response = people.as(userId, () -> web.perform(
            post("/camunda/api/alur/cases/{caseId}/{what}", caseId, what)
                .contentType(MediaType.APPLICATION_JSON).content(json(body)))
        .andReturn().getResponse());
    return new Answer(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static String json(Map<String, String> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The HTTP status, and the body as text. */
  public record Answer(int status, String body) {}
}
