package io.chiasm.networks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses NETWORKS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.chiasm.networks");

  @Test
  void thePureCoreUsesOnnxsMessagesAndNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.networks..",
            "io.chiasm.contracts..",
            "ai.onnx.proto..",
            "com.google.protobuf..",
            "com.google.gson..",
            "java..",
            "org.jspecify..")
        .check(NETWORKS);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.chiasm.networks.(**)").should().beFreeOfCycles().check(NETWORKS);
  }

  @Test
  void partsDoNotKnowTheWhole() {
    noClasses()
        .that()
        .resideInAnyPackage("..graph..", "..shape..", "..weights..", "..build..", "..checkpoint..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.chiasm.networks")
        .check(NETWORKS);
  }

  @Test
  void neitherClockNorOwnRandomness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .check(NETWORKS);
  }

  @Test
  void noDrawers() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(NETWORKS);
  }

  @Test
  void theImporterSeesTheClasses() {
    ArchRule violated = noClasses().should().dependOnClassesThat().resideInAPackage("ai.onnx..");
    assertThatThrownBy(() -> violated.check(NETWORKS)).isInstanceOf(AssertionError.class);
  }
}
