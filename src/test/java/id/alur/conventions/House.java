package id.alur.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where procedures live: Alur itself, or the sample in which faults are planted.
 *
 * @param folder holds processes/ and forms/
 * @param sources holds the Java files
 * @param rootPackage holds one package per procedure and the house's own
 */
record House(Path folder, Path sources, String rootPackage, JavaClasses code) {

  /** Imported once: following what the classes depend on takes seconds. */
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("id.alur", "sample");

  static final House ALUR = new House(Path.of(""), Path.of("src/main/java"), "id.alur",
      ALL.that(resideInAPackage("id.alur..")).that(not(beTests())));

  static final House SAMPLE = new House(Path.of("src/test/resources/conventions"), Path.of("src/test/java"), "sample",
      ALL.that(resideInAPackage("sample..")));

  /** The tests of Alur. */
  static final JavaClasses TESTS = ALL.that(resideInAPackage("id.alur..")).that(beTests());

  /** What is below the root package and no procedure. */
  private static final Set<String> OWN_PACKAGES = Set.of(
      "engine", "partner", "act", "vault", "document", "calendar", "notice", "access", "cases", "oversight");

  private static DescribedPredicate<JavaClass> beTests() {
    ImportOption tests = new ImportOption.OnlyIncludeTests();
    return describe("be tests", type -> tests.includes(Location.of(type.getSource().orElseThrow().getUri())));
  }

  House in(Path otherFolder) {
    return new House(otherFolder, sources, rootPackage, code);
  }

  List<Procedure> procedures() {
    Set<String> slugs = new TreeSet<>();
    for (String root : List.of("processes", "forms")) {
      files(folder.resolve(root)).forEach(entry -> slugs.add(entry.getFileName().toString()));
    }
    return slugs.stream().map(slug -> new Procedure(this, slug)).toList();
  }

  /** The name of the procedure's package in which {@code type} lies; empty for the house's own packages. */
  String procedurePackageOf(JavaClass type) {
    if (!type.getPackageName().startsWith(rootPackage + ".")) {
      return "";
    }
    String name = type.getPackageName().substring(rootPackage.length() + 1).split("\\.")[0];
    return OWN_PACKAGES.contains(name) ? "" : name;
  }

  /** ArchUnit's patterns for these packages of the house and all below them. */
  String[] packages(String... names) {
    return Stream.of(names).map(name -> rootPackage + "." + name + "..").toArray(String[]::new);
  }

  /** What lies in {@code folder}, in order of names; nothing if there is no such folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
