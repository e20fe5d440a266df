package io.chiasm.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.local.stack.LocalStack;
import io.chiasm.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  private static final String[] SERVICES = {
    "io.chiasm.aggregator..", "io.chiasm.encoder..", "io.chiasm.extractor..", "io.chiasm.service.."
  };

  private static final String[] LIBRARIES = {
    "io.chiasm.dataset..",
    "io.chiasm.networks..",
    "io.chiasm.report..",
    "io.chiasm.extraction..",
    "io.chiasm.encoding..",
    "io.chiasm.study.."
  };

  ArchitectureTest() {
    super("io.chiasm.local", LocalStack.class);
  }

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
        .check(module());
  }

  @Test
  void theStackKnowsNoLibrary() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.local.stack..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LIBRARIES)
        .check(module());
  }

  @Test
  void servicesAreProcessesOnly() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVICES).check(module());
  }
}
