package id.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What must hold for every procedure.
 *
 * <p>A convention is a rule and at least one fault that it must find: a rule that finds nothing proves nothing.
 */
final class Convention {

  /** Finds what is wrong with a procedure, each fault in a sentence that says what to change. */
  @FunctionalInterface
  interface Rule {
    Stream<String> faultsOf(Procedure procedure);
  }

  private Convention() {}

  static Stream<DynamicTest> holds(Rule rule, PlantedFault fault, PlantedFault... more) {
    Stream<Procedure> sound = Stream.concat(
        House.SAMPLE.procedures().stream(), House.ALUR.procedures().stream());
    Stream<PlantedFault> faults = Stream.concat(Stream.of(fault), Arrays.stream(more));
    return Stream.concat(
        sound.map(procedure -> dynamicTest("holds for " + procedure.slug(), () -> assertSound(rule, procedure))),
        faults.map(planted -> dynamicTest("finds: " + planted.name(), () -> assertFound(rule, planted))));
  }

  private static void assertSound(Rule rule, Procedure procedure) {
    assertThat(rule.faultsOf(procedure)).as("what to change in %s", procedure.slug()).isEmpty();
  }

  private static void assertFound(Rule rule, PlantedFault planted) {
    planted.within(House.SAMPLE, house -> {
      Stream<String> found = house.procedures().stream().flatMap(rule::faultsOf);
      assertThat(found).as("what the rule finds").anyMatch(sentence -> sentence.contains(planted.place()));
    });
  }
}
