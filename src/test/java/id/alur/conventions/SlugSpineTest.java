package id.alur.conventions;

import static id.alur.conventions.Convention.holds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One slug per procedure: its folders, the stem of its files, its process id, its Java package. */
class SlugSpineTest {

  @Test
  void theConventionsFindTheProceduresOfAlur() {
    assertThat(House.ALUR.procedures())
        .as("procedures below processes/ and forms/: without one, no convention is tested").isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aProcedureHasAFolderOfModelsAndAFolderOfForms() {
    return holds(
        procedure -> Stream.of(procedure.modelFolder(), procedure.formFolder())
            .filter(folder -> !Files.isDirectory(folder))
            .map(folder -> folder + " is missing: create it, or rename its twin, so that both are called "
                + procedure.slug()),
        PlantedFault.moving("forms/book-loan", "forms/bookloan", "forms/book-loan is missing"),
        PlantedFault.moving("processes/book-loan", "processes/loan", "processes/book-loan is missing"));
  }

  @TestFactory
  Stream<DynamicTest> theMainModelIsNamedAfterTheProcedure() {
    return holds(
        procedure -> Stream.of(procedure.modelFolder().resolve(procedure.slug() + ".bpmn"))
            .filter(file -> !Files.isRegularFile(file))
            .map(file -> file + " is missing: name the model of the whole procedure so"),
        PlantedFault.moving("processes/book-loan/book-loan.bpmn", "processes/book-loan/book-loan-main.bpmn",
            "book-loan.bpmn is missing"));
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsNamedAfterTheProcedure() {
    return holds(SlugSpineTest::misnamedFiles,
        PlantedFault.moving("processes/book-loan/book-loan-permission.dmn", "processes/book-loan/permission.dmn",
            "permission.dmn"),
        PlantedFault.moving("forms/book-loan/book-loan-start.html", "forms/book-loan/book-loan-Start.html",
            "book-loan-Start.html"));
  }

  private static Stream<String> misnamedFiles(Procedure procedure) {
    String part = "(-[a-z0-9]+)+";
    return Stream.concat(
        misnamed(procedure.modelFolder(), procedure.slug() + "(\\.bpmn|" + part + "\\.(bpmn|dmn))"),
        misnamed(procedure.formFolder(), procedure.slug() + part + "\\.html"));
  }

  private static Stream<String> misnamed(Path folder, String pattern) {
    return House.files(folder).stream()
        .filter(file -> !file.getFileName().toString().matches(pattern))
        .map(file -> file + " is misnamed: in this folder names look like " + pattern);
  }

  @TestFactory
  Stream<DynamicTest> theIdOfAModelIsTheStemOfItsFile() {
    return holds(SlugSpineTest::misnamedModels,
        PlantedFault.inModel("<bpmn:process id=\"book-loan\"", "<bpmn:process id=\"bookLoan\"", "bookLoan"),
        PlantedFault.inDecision("<decision id=\"book-loan-permission\"", "<decision id=\"permission\"", "permission"));
  }

  private static Stream<String> misnamedModels(Procedure procedure) {
    Stream<String> processes = procedure.processes().stream()
        .filter(model -> !idsOf(model).equals(List.of(model.stem())))
        .map(model -> model.fault("holds the processes %s: let it hold one, with the id %s", idsOf(model),
            model.stem()));
    Stream<String> decisions = procedure.decisions().stream()
        .filter(model -> !idsOf(model).contains(model.stem()))
        .map(model -> model.fault("holds the decisions %s: give the one that is asked for the id %s", idsOf(model),
            model.stem()));
    return Stream.concat(processes, decisions);
  }

  private static List<String> idsOf(ProcessModel model) {
    return model.all(Process.class).map(Process::getId).toList();
  }

  private static List<String> idsOf(DecisionModel model) {
    return model.all(Decision.class).map(Decision::getId).toList();
  }

  @TestFactory
  Stream<DynamicTest> theJavaPackageIsTheSlugWithoutHyphens() {
    return holds(
        procedure -> Stream.of(procedure)
            .filter(p -> p.classes().isEmpty())
            .map(p -> "There is no class in " + p.packageName() + ": name the package of " + p.slug() + " so"),
        new PlantedFault("a procedure without a package", "sample.bookhire", folder -> {
          Files.move(folder.resolve("processes/book-loan"), folder.resolve("processes/book-hire"));
          Files.move(folder.resolve("forms/book-loan"), folder.resolve("forms/book-hire"));
        }));
  }
}
