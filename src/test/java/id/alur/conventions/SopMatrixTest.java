package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static id.alur.conventions.PlantedFault.inDecision;
import static id.alur.conventions.PlantedFault.inFile;
import static id.alur.conventions.PlantedFault.inModel;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.alur.conventions.SopMatrix.Claim;
import id.alur.conventions.SopMatrix.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of an SOP is claimed by a model and by a test, and nothing else is claimed. */
class SopMatrixTest {

  /** Where the catalog comes from; a clone alone has only the copy. */
  private static final Path ORIGINAL = Path.of("../shared/sop/catalog.tsv");

  @TestFactory
  Stream<DynamicTest> everyLineIsClaimedByAModel() {
    return holds(
        procedure -> unclaimed(procedure, SopMatrix.of(procedure).claimsByModels(procedure))
            .map(line -> procedure.slug()
                + ": no element claims %s (%s): write camunda:property name=\"sop\" on the one that carries it out"
                .formatted(line.id(), line.demand())),
        inModel("value=\"BL-1 BL-2\"", "value=\"BL-1\"", "BL-2"),
        inDecision("sop: BL-3", "", "BL-3"));
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsClaimedByATest() {
    return holds(
        procedure -> unclaimed(procedure, SopMatrix.of(procedure).claimsByTests())
            .map(line -> procedure.slug() + ": no test claims %s (%s): write @Sop(\"%s\") on the one that proves it"
                .formatted(line.id(), line.demand(), line.id())),
        inFile("catalog.tsv", "BL-3\tguard", "BL-4\tstep\tsample\tBring it back\nBL-3\tguard", "BL-4"));
  }

  private static Stream<Line> unclaimed(Procedure procedure, List<Claim> claims) {
    return SopMatrix.of(procedure).linesOf(procedure)
        .filter(line -> claims.stream().noneMatch(claim -> claim.id().equals(line.id())));
  }

  @TestFactory
  Stream<DynamicTest> noModelClaimsALineThatDoesNotExist() {
    return holds(
        procedure -> SopMatrix.of(procedure).claimsByModels(procedure).stream()
            .filter(claim -> !SopMatrix.of(procedure).knows(procedure.house(), claim.id()))
            .map(claim -> "%s claims %s, which the catalog does not have: mend the id"
                .formatted(claim.claimant(), claim.id())),
        inModel("value=\"BL-1 BL-2\"", "value=\"BL-1 BL-2 BL-22\"", "userTask_checkCard claims BL-22"),
        inDecision("sop: BL-3", "sop: BL-33", "book-loan-permission.rule_valid claims BL-33"));
  }

  @Test
  void noTestClaimsALineThatDoesNotExist() {
    assertThat(unknown(SopMatrix.SAMPLE, House.SAMPLE)).extracting(Claim::claimant)
        .containsExactly("ClaimsTooMuch.aLineThatDoesNotExist");
    assertThat(unknown(SopMatrix.ALUR, House.ALUR)).as("claims to mend").isEmpty();
  }

  private static Stream<Claim> unknown(SopMatrix matrix, House house) {
    return matrix.claimsByTests().stream().filter(claim -> !matrix.knows(house, claim.id()));
  }

  @TestFactory
  Stream<DynamicTest> everyProcedureHasLinesInTheCatalog() {
    return holds(
        procedure -> Stream.of(procedure).filter(p -> SopMatrix.of(p).linesOf(p).findAny().isEmpty())
            .map(p -> p.slug() + " has no line in the catalog: tell SopMatrix what its ids begin with"),
        inFile("catalog.tsv", "BL-", "CL-", "book-loan"));
  }

  @Test
  void theCatalogIsACopyOfTheOriginal() {
    assumeThat(ORIGINAL).as("the original catalog beside the clone").exists();
    assertThat(Path.of(SopMatrix.ALUR.catalog())).as("copy the original here").hasSameTextualContentAs(ORIGINAL);
  }

  @Test
  void theMatrixIsPrinted() throws IOException {
    String matrix = House.ALUR.procedures().stream().map(SopMatrix.ALUR::print).collect(joining());
    Files.writeString(Path.of("target/sop-matrix.txt"), matrix);
    System.out.println("\nSOP matrix (target/sop-matrix.txt)\n" + matrix);
    assertThat(SopMatrix.SAMPLE.print(House.SAMPLE.procedures().get(0)).lines().toList()).contains(
        "BL-3   guard       The card is valid",
        "       elements: book-loan-permission.rule_valid",
        "       tests:    BookLoanScenarios.anInvalidCardIsRefused");
  }
}
