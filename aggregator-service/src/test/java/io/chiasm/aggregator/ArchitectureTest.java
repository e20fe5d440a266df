package io.chiasm.aggregator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.chiasm.aggregator.plan.Planner;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of layering that this module keeps. */
class ArchitectureTest {
  private static final String SHELL = "..shell..";
  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "io.smallrye..",
    "org.eclipse.microprofile..",
    "org.apache.kafka..",
    "io.minio..",
    "com.fasterxml..",
    "io.cloudevents..",
    "org.jboss..",
    "org.slf4j.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.chiasm.aggregator");

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(classes);
  }

  @Test
  void theCoreNeverUsesTheShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SHELL)
        .check(classes);
  }

  @Test
  void restAndMessagingHaveOneImporterEach() {
    onlyIn("io.chiasm.aggregator.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.aggregator.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
  }

  @Test
  void noOtherServiceIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.chiasm.extractor..", "io.chiasm.encoder..", "io.chiasm.local..")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.chiasm.aggregator.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void theCoreNeitherReadsClocksNorMakesRandomness() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .check(classes);
  }

  @Test
  void noDrawersAndNoFieldInjection() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(classes);
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Canary: shows that the rules above see the module's classes. */
  @Test
  void aRuleThatMustFailFails() {
    assertThat(classes.contain(Planner.class)).isTrue();
    ArchRule absurd = noClasses().should().dependOnClassesThat().resideInAPackage("jakarta..");
    assertThat(absurd.evaluate(classes).hasViolation()).isTrue();
  }

  private void onlyIn(String importer, String imported) {
    noClasses()
        .that()
        .resideOutsideOfPackage(importer)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(imported)
        .check(classes);
  }
}
