package id.alur.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OversightTest
class CasesTest {

  @Autowired DataCheck dataCheck;
  @Autowired Cases cases;

  @AfterEach
  void letTheClockRun() {
    ClockUtil.reset();
  }

  @Test
  void tellsWhatARunningCaseIs() {
    String id = dataCheck.start("RUN-1");

    CaseSummary found = only("RUN-1");

    assertThat(found.id()).isEqualTo(id);
    assertThat(found.procedure()).isEqualTo("data-check");
    assertThat(found.procedureName()).isEqualTo("Pemeriksaan data");
    assertThat(found.unit()).isEqualTo(DataCheck.UNIT);
    assertThat(found.startedBy()).isEqualTo(DataCheck.STAFF);
    assertThat(found.state()).isEqualTo(CaseSummary.State.RUNNING);
    assertThat(found.start()).isEqualTo(dataCheck.history(id).getStartTime().toInstant());
    assertThat(found.end()).isNull();
    assertThat(found.outcome()).isNull();
  }

  @Test
  void namesTheEndThatWasReached() {
    dataCheck.check(dataCheck.start("END-1"), Map.of("clean", true));
    dataCheck.start("END-2", DataCheck.STAFF, "hearsay");

    assertThat(only("END-1").state()).isEqualTo(CaseSummary.State.FINISHED);
    assertThat(only("END-1").outcome()).isEqualTo("Data tersinkron");
    assertThat(only("END-1").end()).isNotNull();
    assertThat(only("END-2").outcome()).isEqualTo("Tidak layak");
  }

  @Test
  void tellsACancelledCaseFromAFinishedOne() {
    dataCheck.cancel(dataCheck.start("STOP-1"), Map.of("reason", "Salah kode PT"));
    dataCheck.deleteAsAdministrator(dataCheck.start("STOP-2"), "Uji coba");

    assertThat(only("STOP-1").state()).isEqualTo(CaseSummary.State.CANCELLED);
    assertThat(only("STOP-1").outcome()).isEqualTo("Dibatalkan");
    assertThat(only("STOP-2").state()).isEqualTo(CaseSummary.State.CANCELLED);
    assertThat(only("STOP-2").outcome()).isEqualTo("Uji coba");
  }

  @Test
  void listsOnlyWhatTheFilterAsksFor() {
    dataCheck.check(dataCheck.start("FILTER-1"), Map.of("clean", true));
    dataCheck.start("FILTER-2");

    assertThat(keys(new CaseFilter(null, null, "FILTER-"))).containsExactly("FILTER-2", "FILTER-1");
    assertThat(keys(new CaseFilter(null, true, "FILTER-"))).containsExactly("FILTER-2");
    assertThat(keys(new CaseFilter(null, false, "FILTER-"))).containsExactly("FILTER-1");
    assertThat(keys(new CaseFilter("data-check", null, "FILTER-"))).hasSize(2);
    assertThat(keys(new CaseFilter("another-procedure", null, "FILTER-"))).isEmpty();
  }

  @Test
  void takesSignsInABusinessKeyLiterally() {
    dataCheck.start("SIGN_1");
    dataCheck.start("SIGNS1");
    dataCheck.start("SIGN%1");
    dataCheck.start("SIGN\\1");

    assertThat(keys(new CaseFilter(null, null, "SIGN_"))).containsExactly("SIGN_1");
    assertThat(keys(new CaseFilter(null, null, "SIGN%"))).containsExactly("SIGN%1");
    assertThat(keys(new CaseFilter(null, null, "SIGN\\"))).containsExactly("SIGN\\1");
  }

  @Test
  void keepsItsPlaceWhileNewCasesStart() {
    List<String> started = IntStream.range(0, 60).mapToObj(i -> "PLACE-" + i).peek(dataCheck::start).toList();
    CaseFilter filter = new CaseFilter(null, null, "PLACE-");

    CasePage first = page(filter, null);
    dataCheck.start("PLACE-new");
    CasePage second = page(filter, first.next());

    assertThat(first.cases()).hasSize(50);
    assertThat(second.next()).isNull();
    assertThat(keys(first, second))
        .containsExactlyInAnyOrderElementsOf(started).startsWith("PLACE-59").endsWith("PLACE-0");
  }

  @Test
  void losesAndRepeatsNoneOfTheCasesThatStartInTheSameMillisecond() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T03:00:00Z")));
    List<String> started = IntStream.range(0, 55).mapToObj(i -> "TIE-" + i).peek(dataCheck::start).toList();
    CaseFilter filter = new CaseFilter(null, null, "TIE-");

    CasePage first = page(filter, null);
    CasePage second = page(filter, first.next());

    assertThat(second.cases()).hasSize(5);
    assertThat(keys(first, second)).containsExactlyInAnyOrderElementsOf(started);
  }

  @Test
  void saysThatAFullPageIsTheLastOneWhenNothingFollows() {
    IntStream.range(0, 50).forEach(i -> dataCheck.start("FULL-" + i));

    assertThat(page(new CaseFilter(null, null, "FULL-"), null).next()).isNull();
  }

  @Test
  void hidesTheCasesOfAForeignUnitInListAndById() {
    String id = dataCheck.start("UNIT-1");

    assertThat(dataCheck.as(DataCheck.FOREIGN_AUDITOR, () -> cases.list(CaseFilter.ALL, null).cases()))
        .noneMatch(found -> found.id().equals(id));
    assertThat(dataCheck.as(DataCheck.FOREIGN_AUDITOR, () -> cases.find(id))).isEmpty();
    assertThat(dataCheck.as(DataCheck.AUDITOR, () -> cases.find(id))).isPresent();
  }

  @Test
  void hidesTheCasesWhoseHistoryAPersonMayNotRead() {
    String id = dataCheck.start("RIGHT-1");

    assertThat(dataCheck.as(DataCheck.STAFF, () -> cases.list(CaseFilter.ALL, null).cases())).isEmpty();
    assertThat(dataCheck.as(DataCheck.STAFF, () -> cases.find(id))).isEmpty();
  }

  @Test
  void readsBackThePositionItWroteAndNothingElse() {
    Position position = new Position(Instant.parse("2026-03-02T03:00:00.120Z"), "3e12153a-e615");

    assertThat(Position.parse(position.token())).isEqualTo(position);
    assertThatIllegalArgumentException().isThrownBy(() -> Position.parse("yesterday_3e12153a"));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.parse("2026-03-02T03:00:00Z"));
  }

  private CaseSummary only(String businessKey) {
    List<CaseSummary> found = page(new CaseFilter(null, null, businessKey), null).cases();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<String> keys(CaseFilter filter) {
    return keys(page(filter, null));
  }

  private static List<String> keys(CasePage... pages) {
    return Stream.of(pages).flatMap(page -> page.cases().stream()).map(CaseSummary::businessKey).toList();
  }

  private CasePage page(CaseFilter filter, Position after) {
    return dataCheck.as(DataCheck.AUDITOR, () -> cases.list(filter, after));
  }
}
