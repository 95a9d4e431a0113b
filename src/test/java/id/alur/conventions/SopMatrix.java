package id.alur.conventions;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import id.alur.Sop;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.platform.commons.annotation.Testable;

/**
 * Which element of a model and which test claims each line of the SOPs.
 *
 * @param catalog the file with the lines, below the folder of the house
 * @param prefixes what the ids of a procedure's lines begin with, by slug
 * @param tests the classes in which tests claim lines
 */
record SopMatrix(String catalog, Map<String, String> prefixes, JavaClasses tests) {

  static final SopMatrix ALUR = new SopMatrix("src/test/resources/sop/catalog.tsv",
      Map.of("sister-manual-sync", "MS", "sevima-sister", "SV", "exam-server-sync", "ES", "help-desk", "HD",
          "dapodik-sync-button", "DP"),
      House.TESTS);

  static final SopMatrix SAMPLE = new SopMatrix("catalog.tsv", Map.of("book-loan", "BL"), House.SAMPLE.code());

  private static final Pattern ID = Pattern.compile("\\b[A-Z]{2}-[A-Z0-9]+\\b");

  /** A line of the catalog. */
  record Line(String id, String kind, String demand) {}

  /** Who claims the line with this id. */
  record Claim(String id, String claimant) {}

  static SopMatrix of(Procedure procedure) {
    return procedure.house().rootPackage().equals(House.SAMPLE.rootPackage()) ? SAMPLE : ALUR;
  }

  List<Line> lines(House house) {
    return House.textOf(house.folder().resolve(catalog)).lines().skip(1)
        .map(line -> line.split("\t")).map(cells -> new Line(cells[0], cells[1], cells[3])).toList();
  }

  Stream<Line> linesOf(Procedure procedure) {
    String prefix = prefixes.get(procedure.slug()) + "-";
    return lines(procedure.house()).stream().filter(line -> line.id().startsWith(prefix));
  }

  boolean knows(House house, String id) {
    return lines(house).stream().anyMatch(line -> line.id().equals(id));
  }

  List<Claim> claimsByModels(Procedure procedure) {
    Stream<Claim> elements = procedure.processes().stream().flatMap(model -> model.all(CamundaProperty.class)
        .filter(property -> "sop".equals(property.getCamundaName()))
        .flatMap(property -> Arrays.stream(property.getCamundaValue().split("\\s+")).filter(not(String::isEmpty))
            .map(id -> new Claim(id, ownerOf(property)))));
    Stream<Claim> rules = procedure.decisions().stream().flatMap(model -> model.all(Rule.class)
        .filter(rule -> rule.getDescription() != null)
        .flatMap(rule -> idsIn(rule.getDescription().getTextContent())
            .map(id -> new Claim(id, model.stem() + "." + rule.getId()))));
    return Stream.concat(elements, rules).toList();
  }

  /** Claims by methods that are no test do not count. */
  List<Claim> claimsByTests() {
    Stream<Claim> types = tests.stream().filter(type -> type.isAnnotatedWith(Sop.class))
        .flatMap(type -> claims(type.getAnnotationOfType(Sop.class), nameOf(type)));
    Stream<Claim> methods = tests.stream().flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Sop.class) && isTest(method))
        .flatMap(method -> claims(method.getAnnotationOfType(Sop.class),
            nameOf(method.getOwner()) + "." + method.getName()));
    return Stream.concat(types, methods).toList();
  }

  /** The lines of a procedure, each with its demand, its elements and its tests. */
  String print(Procedure procedure) {
    List<Claim> byModels = claimsByModels(procedure);
    List<Claim> byTests = claimsByTests();
    return linesOf(procedure)
        .map(line -> "%-6s %-11s %s%n       elements: %s%n       tests:    %s%n".formatted(
            line.id(), line.kind(), line.demand(), claimants(byModels, line), claimants(byTests, line)))
        .collect(joining());
  }

  private static String claimants(List<Claim> claims, Line line) {
    return claims.stream().filter(claim -> claim.id().equals(line.id())).map(Claim::claimant).sorted()
        .collect(joining(", "));
  }

  private static Stream<String> idsIn(String description) {
    return ID.matcher(description).results().map(MatchResult::group);
  }

  private static Stream<Claim> claims(Sop sop, String claimant) {
    return Arrays.stream(sop.value()).map(id -> new Claim(id, claimant));
  }

  private static boolean isTest(JavaMethod method) {
    return method.isMetaAnnotatedWith(Testable.class);
  }

  private static String nameOf(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }

  /** property, properties, extensionElements, element */
  private static String ownerOf(CamundaProperty property) {
    ModelElementInstance owner = property.getParentElement().getParentElement().getParentElement();
    return owner.getAttributeValue("id");
  }
}
