package io.chiasm.encoder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The layering of the encoder, read from its classes. */
class ArchitectureTest {
  private static final String ROOT = "io.chiasm.encoder";
  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "io.smallrye..",
    "org.eclipse.microprofile..",
    "org.apache.kafka..",
    "io.minio..",
    "ai.djl..",
    "com.fasterxml..",
    "org.jboss..",
    "org.slf4j..",
  };

  private static final JavaClasses ENCODER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void coreUsesNoFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(ENCODER);
  }

  @Test
  void nativeArraysStayInNumerics() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".numerics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
        .check(ENCODER);
  }

  @Test
  void messagingAndRestHaveOneImporterEach() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell.rest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(ENCODER);
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell.kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.microprofile.reactive.messaging..")
        .check(ENCODER);
  }

  @Test
  void coreDoesNotKnowTheShellAndItsPartsDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..shell..")
        .check(ENCODER);
    noClasses()
        .that()
        .resideInAPackage("..shell.kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..shell.rest..")
        .allowEmptyShould(true)
        .check(ENCODER);
    noClasses()
        .that()
        .resideInAPackage("..shell.rest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..shell.kafka..")
        .allowEmptyShould(true)
        .check(ENCODER);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ENCODER);
  }

  @Test
  void coreReadsNoClockAndMakesNoRandomness() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..shell..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callConstructor(Random.class)
        .check(ENCODER);
  }

  @Test
  void noDrawerNamesAndNoInjectedFields() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(ENCODER);
    fields().should().notBeAnnotatedWith("jakarta.inject.Inject").check(ENCODER);
  }

  /** Were the importer blind, every rule above would hold. */
  @Test
  void canaryIsViolated() {
    assertThatThrownBy(
            () ->
                classes()
                    .that()
                    .resideInAPackage(ROOT + ".numerics")
                    .should()
                    .resideInAPackage("no.such.place")
                    .check(ENCODER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Matrix");
  }
}
