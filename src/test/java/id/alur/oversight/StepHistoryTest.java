package id.alur.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OversightTest
class StepHistoryTest {

  private static final String REFERENCE = "7d9f1c52-0b0e-4a86-9a55-3f1f0a6c2e11";

  @Autowired DataCheck dataCheck;
  @Autowired Cases cases;
  @Autowired StepHistory history;

  @Test
  void tellsEveryRoundOfALoopInOrder() {
    String id = dataCheck.start("LOOP");
    dataCheck.check(id, Map.of("clean", false));
    dataCheck.check(id, Map.of("clean", true));

    assertThat(steps(id)).extracting(Step::name, Step::wayTaken).containsExactly(
        tuple("Permintaan masuk", null),
        tuple("Tentukan kelayakan", null),
        tuple("Layak?", "Ya"),
        tuple("Periksa data", null),
        tuple("Hitung temuan", null),
        tuple("Data bersih?", "Tidak"),
        tuple("Periksa data", null),
        tuple("Hitung temuan", null),
        tuple("Data bersih?", "Ya"),
        tuple("Data tersinkron", null));
  }

  @Test
  void carriesTheSopLinesOfTheModelAndOfTheRulesThatMatched() {
    String eligible = dataCheck.start("SOP-1");
    String notEligible = dataCheck.start("SOP-2", DataCheck.STAFF, "hearsay");

    assertThat(step(eligible, "userTask_check").sop()).containsExactly("TS-1", "TS-2");
    assertThat(step(eligible, "gateway_eligible").sop()).containsExactly("TS-G");
    assertThat(step(eligible, "businessRuleTask_eligibility").sop()).containsExactly("TS-E1");
    assertThat(step(notEligible, "businessRuleTask_eligibility").sop()).containsExactly("TS-E1", "TS-E2");
    assertThat(step(eligible, "startEvent_requested").sop()).isEmpty();
  }

  @Test
  void namesWhoStartedAndWhoCompleted() {
    String id = dataCheck.start("PERSON");
    dataCheck.check(id, Map.of("clean", true));

    assertThat(step(id, "startEvent_requested").person()).isEqualTo(DataCheck.STAFF);
    assertThat(step(id, "userTask_check").person()).isEqualTo(DataCheck.STAFF);
    assertThat(step(id, "serviceTask_count").person()).isNull();
  }

  @Test
  void showsWhatEachStepEntered() {
    String id = dataCheck.start("ANSWER");
    dataCheck.check(id, Map.of("clean", false, "document", REFERENCE));
    dataCheck.check(id, Map.of("clean", true));

    assertThat(step(id, "startEvent_requested").answers())
        .containsExactlyInAnyOrder(new Step.Answer("unitCode", DataCheck.UNIT), new Step.Answer("reason", "noticed"),
            new Step.Answer("checker", DataCheck.STAFF));
    assertThat(step(id, "businessRuleTask_eligibility").answers()).containsExactly(new Step.Answer("eligible", true));
    List<Step> checks = steps(id).stream().filter(step -> step.elementId().equals("userTask_check")).toList();
    assertThat(checks.get(0).answers())
        .containsExactlyInAnyOrder(new Step.Answer("clean", false), new Step.Answer("document", "7d9f1c52…"));
    assertThat(checks.get(1).answers()).containsExactly(new Step.Answer("clean", true));
  }

  @Test
  void tellsARunningStepFromACompletedAndACancelledOne() {
    String id = dataCheck.start("STATE");

    assertThat(step(id, "startEvent_requested").state()).isEqualTo(Step.State.COMPLETED);
    assertThat(step(id, "userTask_check").state()).isEqualTo(Step.State.RUNNING);
    assertThat(step(id, "userTask_check").end()).isNull();
    assertThat(step(id, "userTask_check").person()).isEqualTo(DataCheck.STAFF);

    dataCheck.cancel(id, Map.of("reason", "Salah kode PT"));

    assertThat(step(id, "userTask_check").state()).isEqualTo(Step.State.CANCELLED);
    assertThat(step(id, "userTask_check").end()).isNotNull();
    assertThat(step(id, "userTask_check").durationMillis()).isNotNegative();
  }

  @Test
  void showsDeviationsAndCancellationAsStepsOfTheirOwn() {
    String id = dataCheck.start("DEVIATION");
    dataCheck.reportDeviation(id, Map.of("what", "Lewat telepon", "reportedBy", "siti"));
    dataCheck.reportDeviation(id, Map.of("what", "Di luar jadwal", "reportedBy", "dewi"));
    dataCheck.cancel(id, Map.of("reason", "Salah kode PT", "reportedBy", "siti"));

    assertThat(steps(id)).extracting(Step::name, Step::person).endsWith(
        tuple("Periksa data", "siti"),
        tuple("Penyimpangan dilaporkan", "siti"),
        tuple("Penyimpangan dilaporkan", "dewi"),
        tuple("Pembatalan", "siti"));
    assertThat(steps(id)).filteredOn(step -> step.elementId().equals("subProcess_deviation"))
        .extracting(step -> answer(step, "what")).containsExactly("Lewat telepon", "Di luar jadwal");
    assertThat(answer(step(id, "subProcess_cancel"), "reason")).isEqualTo("Salah kode PT");
    assertThat(answer(step(id, "startEvent_requested"), "reason")).isEqualTo("noticed");
  }

  @Test
  void keepsTheWordsOfTheVersionThatTheCaseFollows() {
    String old = dataCheck.start("VERSION-1");
    dataCheck.deployWithCheckNamed("Telaah data");
    String young = dataCheck.start("VERSION-2");

    assertThat(step(old, "userTask_check").name()).isEqualTo("Periksa data");
    assertThat(step(young, "userTask_check").name()).isEqualTo("Telaah data");
    dataCheck.deployWithCheckNamed("Periksa data");
  }

  private static Object answer(Step step, String name) {
    return step.answers().stream().filter(a -> a.name().equals(name)).findFirst().map(Step.Answer::value).orElse(null);
  }

  private Step step(String caseId, String elementId) {
    return steps(caseId).stream().filter(step -> step.elementId().equals(elementId)).findFirst().orElseThrow();
  }

  private List<Step> steps(String caseId) {
    return dataCheck.as(DataCheck.AUDITOR, () -> history.of(cases.find(caseId).orElseThrow()));
  }
}
