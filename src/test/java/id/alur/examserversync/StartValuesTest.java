package id.alur.examserversync;

import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class StartValuesTest {

  @Autowired private StartValues values;
  @Autowired private People people;
  @Autowired private Procedure procedure;
  @Autowired private UploadedDocuments documents;

  private ExamSyncScenario scenario;
  private String proctor;

  @BeforeEach
  void aProctorWhoHasStartedNothing() {
    scenario = new ExamSyncScenario(people, procedure, documents);
    proctor = people.member("proktor-" + UUID.randomUUID(), Group.PROKTOR, "20100999");
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void beginsWithTheOnlySchoolOfTheProctorAndToday() {
    assertThat(values.of(proctor))
        .containsOnly(Map.entry("unitCode", "20100999"), Map.entry("syncDate", "2026-11-21"), Map.entry("replacement", "no"));
  }

  @Test
  void saysTodayAsItIsAtTheSchool() {
    procedure.start(proctor, ExamServerSync.PROCESS, scenario.request()); // in Jayapura, nine hours ahead
    itIs("2026-11-21T15:30:00Z");
    assertThat(values.of(proctor)).containsEntry("syncDate", "2026-11-22");
  }

  @Test
  @Sop("ES-2")
  void goesOnWithTheRoundAtTheNextMachineButNeverSuggestsTheMachine() {
    procedure.start(proctor, ExamServerSync.PROCESS, scenario.request());
    assertThat(values.of(proctor)).containsOnlyKeys("unitCode", "schoolName", "zone", "replacement",
        "examRound", "examDate", "syncDate", "syncSchedule").containsEntry("examRound", "Simulasi 1");
  }

  @Test
  void forgetsTheRoundOnceItsSyncDayIsOver() {
    procedure.start(proctor, ExamServerSync.PROCESS, scenario.request());
    pass(Duration.ofDays(1));
    assertThat(values.of(proctor)).containsOnlyKeys("unitCode", "schoolName", "zone", "replacement", "syncDate")
        .containsEntry("syncDate", "2026-11-22");
  }

  @Test
  void knowsNothingOfWhatColleaguesWrote() {
    scenario.start();
    assertThat(values.of(proctor)).doesNotContainKeys("examRound", "schoolName", "zone");
  }
}
