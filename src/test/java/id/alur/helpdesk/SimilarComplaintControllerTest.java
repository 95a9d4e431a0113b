package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.People;
import id.alur.Procedure;
import id.alur.TrialProcedure;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is told of similar complaints, at the task of a made-up procedure. */
@WebTest
class SimilarComplaintControllerTest {

  private static final String SIMILAR = "/camunda/api/alur/help-desk/similar?taskId=";

  private final BasicJsonTester json = new BasicJsonTester(getClass());

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired Complaints complaints;
  @Autowired TaskService tasks;

  private String staff;
  private String caseId;
  private String taskId;

  @BeforeEach
  void aTask() {
    staff = people.member("similar-staff", Group.OPERATOR_PT, TrialProcedure.UNIT);
    caseId = procedure.start(staff, TrialProcedure.PROCESS, TrialProcedure.start()).getId();
    taskId = TrialProcedure.write(tasks, caseId).getId();
  }

  @Test
  void tellsWhoeverMayWorkOnTheTask() throws Exception {
    String email = UUID.randomUUID() + "@contoh.test";
    complain(caseId, "HD-2", email, "Nilai hilang");
    complain("earlier-" + caseId, "HD-1", email, "Nilai <b>belum</b> masuk");

    HttpResponse<String> answer = WebSession.of(staff, port).get(SIMILAR + taskId);

    assertThat(json.from(answer.body())).isEqualToJson("""
        [{"caseNumber": "HD-1", "receivedAt": "2026-11-20T03:05:00Z", "zone": "Asia/Jakarta",
          "subject": "Nilai <b>belum</b> masuk", "why": "email sama"}]""");
  }

  @Test
  void tellsNobodyElse() throws Exception {
    complain(caseId, "HD-2", "rudi@contoh.test", "Nilai hilang");
    String foreign = people.member("similar-foreign", Group.OPERATOR_PT, "001045");
    assertThat(WebSession.anonymous(port).get(SIMILAR + taskId).statusCode()).isEqualTo(401);
    assertThat(WebSession.of(foreign, port).get(SIMILAR + taskId).statusCode()).isEqualTo(404);
    assertThat(WebSession.of(foreign, port).get(SIMILAR + "none").statusCode()).isEqualTo(404);
  }

  @Test
  void knowsNothingOfACaseThatIsNoComplaint() throws Exception {
    assertThat(WebSession.of(staff, port).get(SIMILAR + taskId).statusCode()).isEqualTo(404);
  }

  private void complain(String aCase, String caseNumber, String email, String subject) {
    complaints.add(new Complaint(aCase, TrialProcedure.UNIT, caseNumber, TrackingCode.next(), ComplaintState.RECEIVED,
        HelpDeskWords.INDONESIAN, "Rudi Contoh", email, null, subject, UUID.randomUUID().toString(),
        Instant.parse("2026-11-20T03:05:00Z"), null, null));
  }
}
