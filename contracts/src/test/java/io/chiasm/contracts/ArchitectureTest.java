package io.chiasm.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of layering that this module keeps. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.chiasm.contracts");

  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "io.smallrye..",
    "org.eclipse.microprofile..",
    "org.apache.kafka..",
    "io.minio..",
    "okhttp3..",
    "ai.djl..",
    "com.fasterxml..",
    "io.cloudevents..",
    "org.jboss..",
    "org.slf4j.."
  };

  /** Words and values that everything else is said in. */
  private static final String[] VOCABULARY = {
    "io.chiasm.contracts.brain..",
    "io.chiasm.contracts.failure..",
    "io.chiasm.contracts.random..",
    "io.chiasm.contracts.store..",
    "io.chiasm.contracts.tensor..",
    "io.chiasm.contracts.message..",
    "io.chiasm.contracts.study.."
  };

  @Test
  void outsideTheShellThereAreNoFrameworks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(CLASSES);
  }

  @Test
  void theMinioClientHasOneImporter() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.chiasm.contracts.shell.minio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minio..", "okhttp3..")
        .check(CLASSES);
  }

  @Test
  void theCoreDoesNotKnowTheShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..shell..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("io.chiasm.contracts.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCoreNeitherReadsTheClockNorMakesRandomness() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .check(CLASSES);
  }

  @Test
  void theVocabularyNeedsTheJdkAndNullnessAlone() {
    classes()
        .that()
        .resideInAnyPackage(VOCABULARY)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(VOCABULARY, "java..", "org.jspecify.."))
        .check(CLASSES);
  }

  @Test
  void noTypeIsADrawer() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .andShould()
        .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .check(CLASSES);
  }

  /** Canary: a rule that these classes break. If it passes, the importer saw nothing. */
  @Test
  void theImporterSeesOurClasses() {
    assertThatThrownBy(
            () ->
                noClasses()
                    .that()
                    .resideInAPackage("io.chiasm.contracts.shell.minio")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.minio..")
                    .check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("MinioStore");
  }

  private static String[] with(String[] packages, String... more) {
    return java.util.stream.Stream.of(packages, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
