package io.chiasm.images;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.chiasm.images.jib.ImageBuild;
import org.junit.jupiter.api.Test;

/** The rules of layering that this module keeps. */
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.chiasm.images");

  @Test
  void buildersDocumentsAndCommandLineHaveOneImporterEach() {
    onlyIn("io.chiasm.images.sbom..", "org.cyclonedx..");
    onlyIn("io.chiasm.images.cli..", "picocli..");
    noClasses()
        .that()
        .resideOutsideOfPackages("io.chiasm.images.jib..", "io.chiasm.images.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.cloud.tools..")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.chiasm.images.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void noDrawers() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(classes);
  }

  /** Canary: shows that the rules above see the module's classes. */
  @Test
  void aRuleThatMustFailFails() {
    assertThat(classes.contain(ImageBuild.class)).isTrue();
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
