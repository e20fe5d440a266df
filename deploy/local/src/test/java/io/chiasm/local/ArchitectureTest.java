package io.chiasm.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.chiasm.local.stack.LocalStack;
import org.junit.jupiter.api.Test;

/** The rules of layering that this module keeps. */
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.chiasm.local");

  @Test
  void serversCommandLineAndBarsHaveOneImporterEach() {
    onlyIn("io.chiasm.local.stack..", "kafka..", "org.apache.kafka.metadata..", "org.gaul..");
    onlyIn("io.chiasm.local.cli..", "picocli..");
    onlyIn("io.chiasm.local.progress..", "me.tongfei..");
  }

  @Test
  void theSimulationIsPlain() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.local.simulate..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "javax.imageio..", "org.jspecify..", "io.chiasm..")
        .check(classes);
  }

  @Test
  void theStackKnowsTheServicesAsProcessesOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.local.stack..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.aggregator..", "io.chiasm.encoder..", "io.chiasm.extractor..")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.chiasm.local.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void noDrawers() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(classes);
  }

  /** Canary: shows that the rules above see the module's classes. */
  @Test
  void aRuleThatMustFailFails() {
    assertThat(classes.contain(LocalStack.class)).isTrue();
    ArchRule absurd = noClasses().should().dependOnClassesThat().resideInAPackage("picocli..");
    assertThat(absurd.evaluate(classes).hasViolation()).isTrue();
  }

  private void onlyIn(String importer, String... imported) {
    noClasses()
        .that()
        .resideOutsideOfPackage(importer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(imported)
        .check(classes);
  }
}
