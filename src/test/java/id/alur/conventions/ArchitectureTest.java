package id.alur.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.alur.engine.InModel;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may know whom, and what no code of the house does. Each rule is broken once in the package sample. */
class ArchitectureTest {

  private static final int LONGEST_DELEGATE = 30;

  /** Public types of procedures that more than a model's expressions need, each with the reason. */
  private static final Map<String, String> PUBLIC_TYPES = Map.of();

  @TestFactory
  Stream<DynamicTest> everyPackageIsOneOfTheHouseOrOfAProcedure() {
    return holds(
        house -> classes().should(satisfy(
            "lie in a package of the house, or in that of a procedure (slug without hyphens)",
            type -> {
              String name = house.procedurePackageOf(type);
              return name.isEmpty() || house.procedures().stream()
                  .anyMatch(p -> p.slug().replace("-", "").equals(name));
            })),
        "sample.toolloan.ToolLoan");
  }

  @TestFactory
  Stream<DynamicTest> proceduresDoNotKnowEachOther() {
    return holds(
        house -> classes().should(satisfy("know no other procedure: join them by a call activity or a message",
            type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> house.procedurePackageOf(dependency.getTargetClass()))
                .allMatch(known -> known.isEmpty() || house.procedurePackageOf(type).isEmpty()
                    || known.equals(house.procedurePackageOf(type))))),
        "sample.roomloan.KnowsAnotherProcedure");
  }

  @TestFactory
  Stream<DynamicTest> whatTheHouseOffersKnowsNoProcedure() {
    return holds(
        house -> noClasses().that()
            .resideInAnyPackage(house.packages("engine", "partner", "vault", "document", "calendar", "notice"))
            .should().dependOnClassesThat(inProcedures(house)),
        "sample.calendar.KnowsAProcedure");
  }

  @TestFactory
  Stream<DynamicTest> onlyWhatTouchesTheEngineKnowsCamunda() {
    return holds(
        house -> noClasses()
            .that(not(resideInAnyPackage(house.packages("engine", "act", "access", "cases", "oversight"))))
            .and(not(touchingTheEngine(house)))
            .should().dependOnClassesThat().resideInAPackage("org.camunda..")
            .because("rules are pure: Camunda stays in engine, act, access, cases, oversight, the controller of "
                + "documents, and in delegates, workers, listeners and facades of procedures, which are Spring beans"),
        "sample.toolloan.RuleThatKnowsTheEngine");
  }

  @TestFactory
  Stream<DynamicTest> onlyOnePackageCallsOut() {
    return holds(
        house -> noClasses().that().resideOutsideOfPackages(house.packages("partner.http"))
            .should().dependOnClassesThat().haveNameMatching(
                "java\\.net\\.http\\..*|java\\.net\\.(Http)?URLConnection|java\\.net\\.Socket|javax\\.net\\.ssl\\..*"
                    + "|org\\.springframework\\.(web\\.client|http\\.client|boot\\.web\\.client)\\..*"
                    + "|org\\.apache\\.(hc|http)\\..*|okhttp3\\..*|jakarta\\.ws\\.rs\\.client\\..*")
            .because("partner.http is the one hardened way to call out"),
        "sample.toolloan.CallsOut");
  }

  @TestFactory
  Stream<DynamicTest> theTypesOfAProcedureArePackagePrivate() {
    return holds(
        house -> noClasses().that(inProcedures(house)).and().areTopLevelClasses()
            .and(describe("are not listed with a reason", type -> !PUBLIC_TYPES.containsKey(type.getName())))
            .and(not(calledByExpressions()))
            .should().bePublic()
            .because("nobody outside needs them: drop \"public\", or list the type with its reason in "
                + "ArchitectureTest"),
        "sample.toolloan.ToolLoan");
  }

  @TestFactory
  Stream<DynamicTest> packagesFormNoCycle() {
    return holds(house -> slices().matching(house.rootPackage() + ".(**)").should().beFreeOfCycles(),
        "sample.calendar.KnowsAProcedure");
  }

  @TestFactory
  Stream<DynamicTest> everyPackageSaysWhatItIsFor() {
    return holds(
        house -> classes().that().resideOutsideOfPackage(house.rootPackage())
            .should(satisfy("have a package-info.java with one sentence in their package",
                type -> Files.isRegularFile(folderOf(house, type).resolve("package-info.java")))),
        "sample.toolloan.ToolLoan");
  }

  @TestFactory
  Stream<DynamicTest> delegatesAreShort() {
    return holds(
        house -> classes().that(inProcedures(house)).and().areAssignableTo(JavaDelegate.class)
            .should(satisfy("be at most " + LONGEST_DELEGATE
                + " lines of code: move the rule into a class without Camunda",
                type -> linesOfCode(house, type) <= LONGEST_DELEGATE)),
        "sample.toolloan.LongDelegate");
  }

  @TestFactory
  Stream<DynamicTest> whatTheEngineCallsHasNoBaseClassAndKeepsNoState() {
    return holds(
        house -> classes().that(inProcedures(house)).and(implementingCamunda())
            .should(satisfy("extend no class, and have final fields only, given to the constructor",
                type -> type.getRawSuperclass().filter(base -> !base.isEquivalentTo(Object.class)).isEmpty()
                    && type.getFields().stream().allMatch(field -> field.getModifiers().toString().contains("FINAL")))),
        "sample.toolloan.DelegateWithBase", "sample.toolloan.DelegateWithState");
  }

  @TestFactory
  Stream<DynamicTest> variablesAreReadAndWrittenThroughTheirContract() {
    return holds(
        house -> noClasses().that().resideOutsideOfPackages(house.packages("engine", "access", "oversight"))
            .should().accessTargetWhere(describe("calls get/setVariable: use id.alur.engine.Variable", access ->
                access.getTargetOwner().getPackageName().startsWith("org.camunda.")
                    && access.getName().matches("(get|set|has|remove)Variables?(Local|Typed|LocalTyped)?"))),
        "sample.toolloan.ReadsVariables");
  }

  @TestFactory
  Stream<DynamicTest> timeComesFromTheClock() {
    return holds(
        house -> noClasses().that().doNotHaveSimpleName("EngineClock")
            .should().accessTargetWhere(describe(
                "reads the machine's time or zone: take a java.time.Clock and a ZoneId", readsTime())),
        "sample.toolloan.ReadsTheClock", "sample.toolloan.MakesADate", "sample.toolloan.ReadsTheZone");
  }

  private static Predicate<JavaAccess<?>> readsTime() {
    return access -> {
      JavaClass owner = access.getTargetOwner();
      List<JavaClass> parameters = access.getTarget() instanceof CodeUnitAccessTarget code
          ? code.getRawParameterTypes() : List.of();
      boolean now = owner.getPackageName().equals("java.time") && access.getName().equals("now")
          && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
      boolean machine = owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis")
          || owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system")
          || owner.isEquivalentTo(ZoneId.class) && access.getName().equals("systemDefault");
      boolean old = owner.isEquivalentTo(Date.class) && access.getName().equals("<init>")
          || owner.isEquivalentTo(Calendar.class);
      return now || machine || old;
    };
  }

  @TestFactory
  Stream<DynamicTest> nothingSleeps() {
    return holds(
        house -> noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .because("a timer, a scheduled method or a condition says what is waited for"),
        "sample.toolloan.Sleeps");
  }

  @Test
  void noTestSleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class)
        .because("a test waits for a condition, or moves the clock").check(House.TESTS);
  }

  @TestFactory
  Stream<DynamicTest> nothingIsInjectedIntoFields() {
    return holds(
        house -> fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class)
            .andShould().notBeAnnotatedWith(Inject.class).andShould().notBeAnnotatedWith(Resource.class)
            .because("a constructor says what a class needs"),
        "sample.toolloan.InjectedField");
  }

  @TestFactory
  Stream<DynamicTest> nothingWritesToTheConsole() {
    return holds(house -> noClasses().should(ACCESS_STANDARD_STREAMS).because("the log is for that"),
        "sample.toolloan.Prints");
  }

  private static Stream<DynamicTest> holds(Function<House, ArchRule> rule, String... plantedIn) {
    return Stream.concat(
        Stream.of(dynamicTest("holds for Alur",
            () -> assertThat(faults(rule, House.ALUR)).as("what to change").isEmpty())),
        Arrays.stream(plantedIn).map(type -> dynamicTest("finds: " + type, () ->
            assertThat(faults(rule, House.SAMPLE)).anyMatch(fault -> fault.contains(type)))));
  }

  private static List<String> faults(Function<House, ArchRule> rule, House house) {
    ArchRule ofHouse = rule.apply(house);
    return ofHouse.allowEmptyShould(true).evaluate(house.code()).getFailureReport().getDetails().stream()
        .map(detail -> detail + " (" + ofHouse.getDescription() + ")").toList();
  }

  private static DescribedPredicate<JavaClass> inProcedures(House house) {
    return describe("belong to a procedure", type -> !house.procedurePackageOf(type).isEmpty());
  }

  private static DescribedPredicate<JavaClass> implementingCamunda() {
    return describe("are called by the engine", type -> type.getAllRawInterfaces().stream()
        .anyMatch(implemented -> implemented.getPackageName().startsWith("org.camunda.")));
  }

  /** The expression language calls methods of public types only. */
  private static DescribedPredicate<JavaClass> calledByExpressions() {
    return describe("are called by expressions",
        type -> type.isAnnotatedWith(InModel.class) && !implementingCamunda().test(type));
  }

  private static DescribedPredicate<JavaClass> touchingTheEngine(House house) {
    return describe("touch the engine", type -> {
      JavaClass outermost = outermost(type);
      return outermost.getName().equals(house.rootPackage() + ".document.DocumentController")
          || !house.procedurePackageOf(type).isEmpty()
              && (outermost.isMetaAnnotatedWith(Component.class) || implementingCamunda().test(outermost));
    });
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static Path folderOf(House house, JavaClass type) {
    return house.sources().resolve(type.getPackageName().replace('.', '/'));
  }

  private static long linesOfCode(House house, JavaClass type) {
    String file = type.getSource().orElseThrow().getFileName().orElseThrow();
    return House.textOf(folderOf(house, type).resolve(file)).lines().map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|package |import ).*"))
        .count();
  }

  private static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> predicate) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, predicate.test(type), type.getName() + " should " + description));
      }
    };
  }
}
