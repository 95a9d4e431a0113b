package id.alur.sistermanualsync;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.Procedure.refusalsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** siti is Admin PT of 001042, pusat answers for Pusat Bantuan. Tuesday 24 November 2026 is a day with a window. */
@AlurTest
class SisterManualSyncProcessTest {

  private static final String WINDOW_OPEN = "2026-11-24T03:00:00Z";
  private static final String WINDOW_SHUT = "2026-11-24T08:00:00Z";
  private static final String ANSWER = "{\"data\":[1]}";

  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;

  private String siti;
  private String pusat;

  @BeforeEach
  void people() {
    siti = people.member("siti", Group.ADMIN_PT, "001042");
    pusat = people.member("pusat", Group.PUSAT_BANTUAN);
    itIs(WINDOW_OPEN);
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void leadsFromTheRequestToSyncedData() {
    ProcessInstance sync = startEligible();
    procedure.submit(siti, sync, "userTask_requestAccess", accessRequested());
    procedure.submit(siti, sync, "userTask_receiveCredentials", Map.of("credentialsOutcome", "received"));
    procedure.submit(siti, sync, "userTask_signIn", signedIn(sync));
    procedure.submit(siti, sync, "userTask_sendAnswer", Map.of("answerRequestNumber", "#123789"));
    procedure.submit(pusat, sync, "userTask_recordVerdict", Map.of("verdict", "processed"));
    assertThat(endOf(sync)).isEqualTo("endEvent_dataSynced");
  }

  private ProcessInstance startEligible() {
    return procedure.start(siti, SisterManualSync.PROCESS, request());
  }

  private Map<String, Object> request() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("unitCode", "001042");
    fields.put("institutionName", "Universitas Contoh");
    fields.put("sisterAddress", "https:/192.0.2.10/autosync");
    fields.put("eligibilityCase", "identifiedByCentralTeam");
    fields.put("noticeHeld", "yes");
    fields.put("noticeDocument", documents.evidenceForStart(siti, SisterManualSync.PROCESS));
    return fields;
  }

  private static Map<String, Object> accessRequested() {
    return Map.of("accessRequestNumber", "#123456", "sisterAddress", "https://192.0.2.10");
  }

  private Map<String, Object> signedIn(ProcessInstance sync) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("signInOutcome", "signedIn");
    fields.put("prohibitionsKept", true);
    fields.put("answerDocument", documents.forTask(siti, procedure.taskOf(sync, "userTask_signIn").getId(),
        "sister-answer", "autosync.json", ANSWER));
    return fields;
  }

  private String endOf(ProcessInstance sync) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(sync.getId()).activityType("noneEndEvent")
        .orderPartiallyByOccurrence().desc().list().get(0).getActivityId();
  }
}
