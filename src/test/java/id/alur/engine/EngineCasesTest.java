package id.alur.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.AlurTest;
import id.alur.People;
import id.alur.Procedure;
import id.alur.access.Group;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlurTest
class EngineCasesTest {

  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired OpenCases cases;

  @Test
  void knowsWhichCasesHaveNotEnded() {
    people.member("siti", Group.ADMIN_PT, "001042");
    String ended = start("none");
    String open = start("transitionBlocked");

    assertThat(cases.among(List.of(ended, open, "no-case"))).containsExactly(open);
  }

  private String start(String eligibilityCase) {
    return procedure.start("siti", "sister-manual-sync", Map.of("unitCode", "001042",
        "institutionName", "Universitas Contoh", "sisterAddress", "sister.contoh.ac.id",
        "eligibilityCase", eligibilityCase, "maintenance", "ended", "eligibilityEvidence", "Tidak bisa login")).getId();
  }
}
