package id.alur.cases;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import id.alur.cases.CaseEndings.Ending;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With a PT that need not sync by hand: the case ends at once, and whoever asked wants to know why. */
@AlurTest
class CaseEndingTest {

  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired CaseEndings endings;

  private ProcessInstance refused;

  @BeforeEach
  void aRequestThatIsNotEligible() {
    people.member("siti", Group.ADMIN_PT, "001042");
    people.member("rini", Group.ADMIN_PT, "001042");
    refused = procedure.start("siti", "sister-manual-sync", Map.of("unitCode", "001042",
        "institutionName", "Universitas Contoh", "sisterAddress", "sister.contoh.ac.id", "eligibilityCase", "none"));
  }

  @Test
  void tellsWhoStartedACaseHowItEndedAndWhy() {
    assertThat(people.as("siti", () -> endings.of(refused.getId(), "siti"))).hasValue(new Ending(
        "Tidak memenuhi syarat",
        "Tidak satu pun dari ketiga keadaan berlaku, jadi PT ini tidak perlu melakukan sinkronisasi manual."));
  }

  @Test
  void tellsNobodyWhoHadNoPartInIt() {
    assertThat(people.as("rini", () -> endings.of(refused.getId(), "rini"))).isEmpty();
  }

  @Test
  void hasNothingToTellOfACaseThatRuns() {
    ProcessInstance running = procedure.start("siti", "sister-manual-sync", Map.of("unitCode", "001042",
        "institutionName", "Universitas Contoh", "sisterAddress", "sister.contoh.ac.id",
        "eligibilityCase", "transitionBlocked", "maintenance", "ended", "eligibilityEvidence", "Tidak bisa login"));
    assertThat(people.as("siti", () -> endings.of(running.getId(), "siti"))).isEmpty();
  }
}
